import { type RawBuilder, sql } from 'kysely'
import { maskEmail, maskName, maskPhone } from '#kernel/mask.ts'
import { keyOf, type TextField } from '../../customers/keys.ts'
import { countryCode } from '../../places/countries.ts'
import type { SetPlan } from '../../members/plan.ts'
import { DICTIONARY_FIELDS } from '../../vocabulary/dictionary.ts'
import type { AttributeReadings, AttributeTest } from './attribute-test.ts'
import type { PlanContext, Problem } from '../define.ts'
import { countriesWords } from '../shared/country-words.ts'
import { anyOf } from '../shared/value-words.ts'
import { unknownValues } from '../shared/problems.ts'
import { allOf, byFacts, cutByCustomer, inPiece, uncut } from '../shared/set-query.ts'
import { likeText, oneOfText } from '../shared/sql-text.ts'

export type TextTest = Extract<AttributeTest, { kind: 'known' | 'unknown' | 'texts' }>

/** A text column, compared by its key. */
export const textReadings = (field: TextField, asked: TextTest): AttributeReadings => ({
  check: (ctx) => check(field, asked, ctx),
  words: () => words(field, asked),
  plan: (ctx) => plan(field, asked, ctx),
  predicate: () => predicate(field, asked),
  holds(customer) {
    const key = keyOf(field, customer.text[field])
    if (asked.kind === 'unknown') return key === null
    if (key === null || asked.kind === 'known') return key !== null
    return keysOf(field, asked.values).some((value) => MATCHES[asked.match](key, value))
  },
  actual(customer) {
    const text = customer.text[field]
    return text === null ? `has no known ${LABELS[field]}` : phraseOf(field, 'has', [masked(field, text)])
  },
})

const MATCHES = {
  equals: (key: string, value: string) => key === value,
  contains: (key: string, value: string) => key.includes(value),
  starts_with: (key: string, value: string) => key.startsWith(value),
  ends_with: (key: string, value: string) => key.endsWith(value),
} as const

const MATCH_WORDS = {
  contains: 'containing',
  starts_with: 'starting with',
  ends_with: 'ending with',
} as const

const LABELS: Readonly<Record<TextField, string>> = {
  email: 'e-mail address',
  phone: 'phone number',
  first_name: 'first name',
  last_name: 'last name',
  gender: 'gender',
  country: 'country',
  region: 'region',
  city: 'city',
  postcode: 'postcode',
  language: 'language',
}

function words(field: TextField, asked: TextTest): string {
  const label = LABELS[field]
  if (asked.kind === 'known') return `have a known ${label}`
  if (asked.kind === 'unknown') return `have no known ${label}`
  if (asked.match === 'equals') return phraseOf(field, 'have', asked.values)
  const article = field === 'email' ? 'an' : 'a'
  return `have ${article} ${label} ${MATCH_WORDS[asked.match]} ${anyOf(asked.values)}`
}

/** `are in Canada or the United States`, `has the gender female` */
function phraseOf(field: TextField, have: 'have' | 'has', values: readonly string[]): string {
  const be = have === 'have' ? 'are' : 'is'
  switch (field) {
    case 'country':
      return `${be} in ${countriesWords(values)}`
    case 'region':
    case 'city':
      return `${be} in the ${field} ${anyOf(values)}`
    case 'email':
    case 'phone':
    case 'first_name':
    case 'last_name':
    case 'gender':
    case 'postcode':
    case 'language':
      return `${have} the ${LABELS[field]} ${anyOf(values)}`
  }
}

/** What a reader, human or model, may see of somebody's text. */
function masked(field: TextField, text: string): string {
  if (field === 'email') return maskEmail(text)
  if (field === 'phone') return maskPhone(text)
  return field === 'first_name' || field === 'last_name' ? maskName(text) : text
}

function check(field: TextField, asked: TextTest, ctx: PlanContext): Problem[] {
  const known = DICTIONARY_FIELDS.find((name) => name === field)
  if (known === undefined || asked.kind !== 'texts' || asked.match !== 'equals') return []
  // A country that exists is a fine question, even where no customer lives.
  const exists = (value: string) => field === 'country' && countryCode(value) !== undefined
  const values = asked.values.filter((value) => !exists(value))
  return unknownValues(ctx.dictionary, known, values, ['value'])
}

function plan(field: TextField, asked: TextTest, ctx: PlanContext): SetPlan {
  const column = sql.ref(`k.${field}`)
  const select = sql`SELECT k.id FROM customer_keys AS k WHERE`
  const scan = (test: RawBuilder<boolean>) =>
    cutByCustomer(ctx.dialect, sql`${select} ${allOf([inPiece('k.id'), test])}`)
  if (asked.kind === 'known') return scan(sql<boolean>`${column} IS NOT NULL`)
  if (asked.kind === 'unknown') return scan(sql<boolean>`${column} IS NULL`)
  const keys = keysOf(field, asked.values)
  if (asked.match !== 'equals') {
    const matches = { contains: 'contains', starts_with: 'startsWith', ends_with: 'endsWith' } as const
    const method = matches[asked.match]
    const tests = keys.map((key) => ctx.dialect[method](column, key))
    return scan(sql<boolean>`(${sql.join(tests, sql` OR `)})`)
  }
  if (field === 'country') return byFacts(ctx.dialect, [ctx.dialect.oneOf(sql`f.country`, keys)])
  if (field === 'email') return uncut(ctx.dialect, sql`${select} ${ctx.dialect.oneOf(column, keys)}`)
  return scan(ctx.dialect.oneOf(column, keys))
}

function predicate(field: TextField, asked: TextTest): string {
  const column = `customer.${field}_key`
  if (asked.kind === 'known') return `${column} IS NOT NULL`
  if (asked.kind === 'unknown') return `${column} IS NULL`
  const keys = keysOf(field, asked.values)
  if (asked.match === 'equals') return oneOfText(column, keys)
  return likeText(column, asked.match, keys)
}

/** The values as keys; a value of which no key is left matches nothing. */
const keysOf = (field: TextField, values: readonly string[]): string[] =>
  values.flatMap((value) => keyOf(field, value) ?? [])
