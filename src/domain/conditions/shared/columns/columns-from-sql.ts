import { conjunctsOf, type Expression } from '../../../criteria/sql/expression.ts'
import { takeComparison } from '../../../criteria/sql/number-key.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../../criteria/sql/reading.ts'
import {
  comparisonIn,
  fieldName,
  likePattern,
  numberTest,
  oneOf,
  take,
  textTest,
} from '../../../criteria/sql/take.ts'
import type { Condition } from '../../index.ts'
import { isNamed } from '../product-filter-from-sql.ts'
import type { Asked, Column } from './column.ts'
import { RANKED_PART } from './ranked-column.ts'

/** The columns of companies or people, by the names of their fields, and the condition that tests one. */
export interface ReadColumns<F extends string> {
  readonly entity: 'company' | 'person'
  readonly fields: readonly F[]
  readonly columns: Readonly<Record<F, Pick<Column<never>, 'readings' | 'values'>>>
  condition(field: F, asked: Asked): Condition
}

/** Tests of the columns of companies or people, as they are printed and as people write them. */
export function columnsFromSql<F extends string>(
  { entity, fields, columns, condition }: ReadColumns<F>,
  test: SqlTest,
  ctx: SqlContext,
): SqlReading {
  /** Undefined where the column takes no such test. */
  const asking = (name: string | undefined, asked: Asked): Condition | undefined => {
    const field = fields.find((one) => one === name)
    return field === undefined || columns[field].readings(asked) === undefined
      ? undefined
      : condition(field, asked)
  }
  /** A denial in SQL leaves out those whose value is unknown. */
  const denied = (not: boolean, name: string | undefined, asked: Asked): SqlReading => {
    const found = asking(name, asked)
    if (!not || found === undefined) return found
    const known = asking(name, { op: 'known' })
    return known === undefined ? { none: [found] } : { all: [{ none: [found] }, known] }
  }

  const numbers = (part: Expression): SqlReading => {
    const tests = [...conjunctsOf(part)]
    for (const field of fields) {
      if (asking(field, { op: '>', value: 1 }) === undefined) continue
      const one = numberTest(part, isNamed(field))
      const whole = one && comparisonIn(one)
      if (whole !== undefined) return denied(whole.denied, field, whole.test)
      const several = takeComparison(tests, isNamed(field))
      if (several !== undefined) return tests.length === 0 ? asking(field, several) : undefined
    }
    return undefined
  }

  const texts = (part: Expression): SqlReading => {
    const found = part.kind === 'or' ? undefined : textTest(part)
    if (found === undefined) return undefined
    if (found.field === 'id') {
      return unread(part, 'is an internal id', 'Ask external_id, the id that they were imported with.')
    }
    const name = found.field === 'external_id' ? 'id' : found.field
    const values = columns[fields.find((one) => one === name) ?? fields[0] ?? asNever()].values
    const value = found.values.map((text) => (values === undefined ? text : ctx.spelled(values, text)))
    return denied(found.not, name, { op: 'in', value })
  }

  const like = (part: Expression): SqlReading => {
    if (part.kind !== 'like' || part.pattern.kind !== 'text') return undefined
    const name = fieldName(part.of)
    const found = likePattern(part.pattern.value, part.escape)
    if (found !== undefined && found.match !== 'equals') {
      return denied(part.not, name, { op: found.match, value: found.value })
    }
    const stars = starred(part.pattern.value, part.escape)
    const starry = stars === undefined ? undefined : denied(part.not, name, { op: 'like', value: stars })
    return starry ?? unread(part, 'has wildcards inside of the text', "Use '%text%', 'text%' or '%text'.")
  }

  const known = (part: Expression): SqlReading =>
    part.kind === 'is' && part.what === 'null'
      ? asking(fieldName(part.of), { op: part.not ? 'known' : 'unknown' })
      : undefined

  /** `funding_stage_key IN (SELECT value FROM "values: funding_stage >= Series B")` */
  const ranked = (part: Expression): SqlReading => {
    if (part.kind !== 'in_query') return undefined
    const [source] = part.query.from
    if (source?.part?.startsWith(RANKED_PART) !== true) return undefined
    const [, name, op, value] = /^(\w+) (>=|<=|>|<) (.+)$/s.exec(source.part.slice(RANKED_PART.length)) ?? []
    const sign = (['>=', '<=', '>', '<'] as const).find((one) => one === op)
    const found = sign === undefined || value === undefined ? undefined : asking(name, { op: sign, value })
    return found && ctx.printed([found], part)
  }

  if (test.kind === 'columns') {
    const part = test.test
    return known(part) ?? numbers(part) ?? ranked(part) ?? texts(part) ?? like(part)
  }
  if (test.rows.view !== 'v_technologies' || entity !== 'company') return undefined
  const { rows, not, shown } = test
  const tests = [...rows.tests]
  const plain = rows.having.length + rows.groupBy.length === 0 && (rows.limit ?? rows.next) === undefined
  const value = take(tests, oneOf('technology'))?.map((text) => ctx.spelled('company.technology', text))
  const [left] = tests
  if (!plain) return unread(shown, 'is no list of technologies')
  if (left !== undefined) return unread(left, 'is nothing that technologies can be narrowed by')
  if (value === undefined) return asking('tech_stack', { op: not ? 'unknown' : 'known' })
  const found = asking('tech_stack', { op: 'in', value })
  return not && found !== undefined ? { none: [found] } : found
}

/** `'chief % officer'` with stars for any letters; undefined where a single letter may be any. */
function starred(pattern: string, escape: string | undefined): string | undefined {
  let text = ''
  const letters = [...pattern]
  for (let i = 0; i < letters.length; i++) {
    const escaped = escape !== undefined && letters[i] === escape
    const letter = letters[escaped ? ++i : i]
    if (letter === undefined || letter === '*' || (!escaped && letter === '_')) return undefined
    text += !escaped && letter === '%' ? '*' : letter
  }
  return text
}

function asNever(): never {
  throw new Error('There are no columns')
}
