import { TEXT_FIELDS, type TextField } from '../../customers/keys.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import type { Members } from '../../criteria/sql/members.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import {
  columnName,
  fieldName,
  likePattern,
  numberTest,
  oneOf,
  take,
  textTest,
} from '../../criteria/sql/take.ts'
import { takeBirthWindow } from '../../criteria/sql/take-birthday.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { DICTIONARY_FIELDS } from '../../vocabulary/dictionary.ts'
import { OPERATORS } from '../shared/comparison.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { AttributeCondition } from './attribute.ts'

/** Tests of the customer's own columns, of labels, and of the ids that customers were imported with. */
export function attributeFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind === 'members') return labelsFromSql(test, ctx)
  if (test.test.kind === 'or') return unknownJoining(test.test.of)
  return (
    datesFromSql(test.test, ctx) ??
    knownFromSql(test.test) ??
    textFromSql(test.test, ctx) ??
    partFromSql(test.test, ctx) ??
    numberFromSql(test.test)
  )
}

const attribute = (condition: Omit<AttributeCondition, 'type'>): AttributeCondition => ({
  type: 'attribute',
  ...condition,
})

const textField = (name: string | undefined): TextField | undefined =>
  TEXT_FIELDS.find((field) => field === name)

/** A denial in SQL leaves out those whose value is unknown. */
const denied = (not: boolean, condition: AttributeCondition): Criteria =>
  not ? { all: [{ none: [condition] }, attribute({ field: condition.field, op: 'known' })] } : condition

function textFromSql(test: Expression, ctx: SqlContext): SqlReading {
  const found = textTest(test)
  if (found === undefined) return undefined
  if (found.field === 'external_id') {
    const id = attribute({ field: 'id', op: 'in', value: [...found.values] })
    return found.not ? { none: [id] } : id
  }
  if (found.field === 'id') {
    return unread(test, 'is an internal id', 'Ask external_id, the id that customers were imported with.')
  }
  const field = textField(found.field)
  if (field === undefined) return undefined
  const listed = DICTIONARY_FIELDS.find((name) => name === field)
  const values = found.values.map((value) => (listed === undefined ? value : ctx.spelled(listed, value)))
  return denied(found.not, attribute({ field, op: 'in', value: values }))
}

/** `email LIKE '%@gmail.com'` */
function partFromSql(test: Expression, { assume }: SqlContext): SqlReading {
  if (test.kind !== 'like') return undefined
  const field = textField(fieldName(test.of))
  if (field === undefined) return undefined
  const found = test.pattern.kind === 'text' ? likePattern(test.pattern.value, test.escape) : undefined
  if (found === undefined || found.match === 'equals') {
    return unread(test, 'has wildcards inside of the text', "Use '%text%', 'text%' or '%text'.")
  }
  if (field === 'country') return unread(test, 'asks for a part of a country', "Use country = 'FR'.")
  if (found.value !== found.value.trim()) assume(`Blanks around “${found.value.trim()}” are left aside.`)
  return denied(test.not, attribute({ field, op: found.match, value: found.value }))
}

function knownFromSql(test: Expression): SqlReading {
  if (test.kind !== 'is' || test.what !== 'null') return undefined
  const name = columnName(test.of)
  const field = textField(fieldName(test.of)) ?? NULLABLE.find((one) => one === name)
  return field && attribute({ field, op: test.not ? 'known' : 'unknown' })
}

const NULLABLE = ['latitude', 'longitude', 'birthday', 'created_at'] as const

/** A window over the joining date or the birthday, both ends together. */
function datesFromSql(test: Expression, ctx: SqlContext): SqlReading {
  const tests = test.kind === 'and' ? [...test.of] : [test]
  if (!tests.some((one) => asksForDate(one))) return undefined
  const birthday = takeBirthWindow(tests, isNamed('birthday'), ctx)
  if (birthday !== undefined) {
    return tests.length === 0 ? attribute({ field: 'birthday', op: 'during', window: birthday }) : undefined
  }
  const before = tests.length
  const { within } = takeWindow(tests, isNamed('created_at'), ctx)
  if (tests.length === before) return unread(test, 'makes no window that Muster knows', WINDOW_NEXT)
  if (tests.length > 0) return undefined
  return within === undefined
    ? attribute({ field: 'created_at', op: 'known' })
    : attribute({ field: 'created_at', op: 'during', window: within })
}

/** `created_at IS NULL OR created_at > now`: what lies ahead is not known yet. */
function unknownJoining([first, second, third]: readonly Expression[]): SqlReading {
  const isNull =
    first?.kind === 'is' && first.what === 'null' && !first.not && isNamed('created_at')(first.of)
  const ahead =
    second?.kind === 'compare' &&
    second.op === '>' &&
    isNamed('created_at')(second.left) &&
    second.right.kind === 'date' &&
    second.right.date.kind === 'now'
  const open = isNull && ahead && third === undefined
  return open ? attribute({ field: 'created_at', op: 'unknown' }) : undefined
}

const WINDOW_NEXT = "Compare it with a day such as '2025-01-31', or with datetime('now', '-90 days')."

const asksForDate = (test: Expression): boolean => {
  const parts = test.kind === 'compare' ? [test.left, test.right] : test.kind === 'between' ? [test.of] : []
  return parts.some(mentionsDate)
}

function mentionsDate(part: Expression): boolean {
  if (part.kind === 'column') return part.name === 'created_at' || part.name === 'birthday'
  if (part.kind === 'call') return part.args.some(mentionsDate)
  return part.kind === 'binary' && (mentionsDate(part.left) || mentionsDate(part.right))
}

function numberFromSql(test: Expression): SqlReading {
  for (const field of ['latitude', 'longitude'] as const) {
    const found = numberTest(test, isNamed(field))
    if (found === undefined) continue
    const op = OPERATORS.find((one) => one === found.op)
    if (op !== undefined) return attribute({ field, op, value: found.value })
    return denied(true, attribute({ field, op: found.op === '<>' ? '=' : 'between', value: found.value }))
  }
  return undefined
}

/** Rows of `v_labels` and `v_identities`. */
function labelsFromSql({ rows, not }: Members, ctx: SqlContext): SqlReading {
  const plain =
    rows.having.length === 0 && rows.groupBy.length === 0 && (rows.limit ?? rows.next) === undefined
  if (!plain) return undefined
  const tests = [...rows.tests]
  const answer = (condition: AttributeCondition): SqlReading => {
    const [left] = tests
    if (left !== undefined) return unread(left, 'is nothing that these can be narrowed by')
    return not ? { none: [condition] } : condition
  }
  if (rows.view === 'v_identities') {
    const ids = take(tests, oneOf('external_id'))
    return ids && answer(attribute({ field: 'id', op: 'in', value: [...ids] }))
  }
  if (rows.view !== 'v_labels') return undefined
  const [kind, another] = take(tests, oneOf('kind')) ?? []
  const field = kind === 'tag' ? 'tags' : kind === 'interest' ? 'interests' : undefined
  if (field === undefined || another !== undefined) {
    const asked: Expression = { kind: 'column', table: rows.source.alias, name: 'v_labels' }
    return unread(asked, 'is asked for without its kind', "Say which: kind = 'tag' or kind = 'interest'.")
  }
  const labels = take(tests, oneOf('label'))
  if (labels !== undefined) {
    return answer(attribute({ field, op: 'in', value: labels.map((label) => ctx.spelled(field, label)) }))
  }
  return tests.length === 0
    ? attribute({ field, op: not ? 'unknown' : 'known' })
    : answer(attribute({ field, op: 'known' }))
}
