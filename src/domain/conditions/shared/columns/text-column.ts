import { type RawBuilder, sql } from 'kysely'
import { foldText, joinWords } from '#kernel/text.ts'
import { countryCode } from '../../../places/countries.ts'
import type { DictionaryField } from '../../../vocabulary/dictionary.ts'
import { attributeTest, OPS_BY_KIND } from '../../attribute/attribute-test.ts'
import { unknownValues } from '../problems.ts'
import { likeText, oneOfText } from '../sql-text.ts'
import { distinct } from '../text-match.ts'
import { valueWords } from '../value-words.ts'
import type { Asked, Column, ColumnReadings, Rows } from './column.ts'
import { knownRaw, type KnownTest, knownText, knownWords, rowsWhere } from './known.ts'

export interface TextColumn<R> {
  readonly rows: Rows
  readonly name: string
  readonly label: string
  /** The column that is compared, where it is not `<name>_key`: for codes, which are their own keys. */
  readonly key?: string
  read(record: R): string | null
  /** Around the values: `are in the industry SaaS`; with `has` it is said of one. */
  phrase(have: 'have' | 'has', values: string): string
  /** How a value stands in a sentence, where not as it is written. */
  format?(value: string): string
  /** Several of them, where not joined by “or” one by one. */
  list?(values: readonly string[]): string
  /** Where its values are a closed list of the data. */
  readonly values?: DictionaryField
  /** ISO codes and names of countries are one. */
  readonly country?: true
  /** What may be shown of somebody's own. */
  mask?(text: string): string
  /** Whether a value is a fine question that no row has. */
  exists?(value: string): boolean
}

type TextTest =
  | KnownTest
  | {
      readonly kind: 'texts'
      readonly match: 'equals' | 'contains' | 'starts_with' | 'ends_with'
      readonly values: readonly string[]
    }

/** A text, compared by its key. */
export function textColumn<R>(spec: TextColumn<R>): Column<R> {
  return {
    takes: OPS_BY_KIND[spec.country ? 'country' : 'text'],
    ...(spec.values === undefined ? {} : { values: spec.values }),
    readings(asked) {
      const test = textTest(asked)
      if (test === undefined || (spec.country && test.kind === 'texts' && test.match !== 'equals')) {
        return undefined
      }
      return readings(spec, test)
    },
    normal: (asked) => normalTexts(asked, spec.country === true),
  }
}

function textTest({ op, value }: Asked): TextTest | undefined {
  if (op === 'like' || op === 'means' || op === 'has') return undefined
  const test = attributeTest({ op, value })
  return test?.kind === 'number' || test?.kind === 'window' ? undefined : test
}

/** A list of one as the value that it holds, each value once, countries by their codes. */
function normalTexts(asked: Asked, country: boolean): Asked {
  const test = textTest(asked)
  if (test?.kind !== 'texts' || test.match !== 'equals') return asked
  const values = distinct(country ? test.values.map((value) => countryCode(value) ?? value) : test.values)
  const [value] = values
  return value === undefined || values.length > 1 ? { op: 'in', value: values } : { op: 'equals', value }
}

const MATCH_WORDS = {
  contains: 'containing',
  starts_with: 'starting with',
  ends_with: 'ending with',
} as const

const METHODS = { contains: 'contains', starts_with: 'startsWith', ends_with: 'endsWith' } as const

const MATCHES = {
  equals: (key: string, value: string) => key === value,
  contains: (key: string, value: string) => key.includes(value),
  starts_with: (key: string, value: string) => key.startsWith(value),
  ends_with: (key: string, value: string) => key.endsWith(value),
} as const

export const keyColumn = ({ name, key = `${name}_key` }: Pick<TextColumn<never>, 'name' | 'key'>): string =>
  key

function readings<R>(spec: TextColumn<R>, asked: TextTest): ColumnReadings<R> {
  const { rows, label, country } = spec
  const keyOf = (text: string): string | null =>
    (country ? countryCode(text)?.toLowerCase() : undefined) ?? (foldText(text) || null)
  const keys = asked.kind === 'texts' ? asked.values.flatMap((value) => keyOf(value) ?? []) : []
  const column = sql.ref(`t.${keyColumn(spec)}`)
  const printed = `${rows.entity}.${keyColumn(spec)}`
  return {
    check({ dictionary }) {
      if (spec.values === undefined || asked.kind !== 'texts' || asked.match !== 'equals') return []
      const asking = asked.values.filter((value) => spec.exists?.(value) !== true)
      return unknownValues(dictionary, spec.values, asking, ['value'])
    },
    words() {
      if (asked.kind !== 'texts') return knownWords(label, asked)
      if (asked.match === 'equals') return phraseOf(spec, 'have', asked.values)
      return `have ${article(label)} ${MATCH_WORDS[asked.match]} ${joinWords(asked.values.map(pieceWords(spec)), 'or')}`
    },
    plan(ctx) {
      if (asked.kind !== 'texts') return rowsWhere(rows, knownRaw(column, asked), ctx)
      if (asked.match === 'equals') return rowsWhere(rows, ctx.dialect.oneOf(column, keys), ctx)
      const method = METHODS[asked.match]
      const test: RawBuilder<boolean>[] = keys.map((key) => ctx.dialect[method](column, key))
      return rowsWhere(rows, sql<boolean>`(${sql.join(test, sql` OR `)})`, ctx)
    },
    predicate() {
      if (asked.kind !== 'texts') return knownText(printed, asked)
      return asked.match === 'equals' ? oneOfText(printed, keys) : likeText(printed, asked.match, keys)
    },
    holds(record) {
      const text = spec.read(record)
      const key = text === null ? null : keyOf(text)
      if (asked.kind === 'unknown') return key === null
      if (key === null || asked.kind === 'known') return key !== null
      return keys.some((value) => MATCHES[asked.match](key, value))
    },
    actual(record) {
      const text = spec.read(record)
      return text === null ? `has no known ${label}` : phraseOf(spec, 'has', [spec.mask?.(text) ?? text])
    },
  }
}

/** A piece of a value is no value: what is bare as a whole (Series B) may need quotes as a piece (“series b”). */
const pieceWords =
  <R>({ format = valueWords }: TextColumn<R>) =>
  (piece: string): string => {
    const words = format(piece)
    return words === piece ? valueWords(piece) : words
  }

const phraseOf = <R>(
  { phrase, format = valueWords, list = (values) => joinWords(values.map(format), 'or') }: TextColumn<R>,
  have: 'have' | 'has',
  values: readonly string[],
): string => phrase(have, list(values))

const article = (label: string): string => `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`
