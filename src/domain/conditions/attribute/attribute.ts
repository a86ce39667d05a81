import { z } from 'zod'
import { keyOf, TEXT_FIELDS } from '../../customers/keys.ts'
import { countryCode } from '../../places/countries.ts'
import { dateBoundsOf } from '../../time/birth-dates.ts'
import { type Window, windowSchema } from '../../time/window.ts'
import { ageMiss, birthdayReadings, createdReadings } from './attribute-date.ts'
import { idReadings } from './attribute-id.ts'
import { listReadings } from './attribute-list.ts'
import { numberReadings } from './attribute-number.ts'
import { type AttributeReadings, attributeTest, OPS_BY_KIND, TEXT_OPS } from './attribute-test.ts'
import { textReadings } from './attribute-text.ts'
import { comparedSchema, normalComparison, OPERATORS, refineComparison } from '../shared/comparison.ts'
import type { ConditionDefinition } from '../define.ts'
import { textValue } from '../shared/filters.ts'
import { distinct } from '../shared/text-match.ts'
import { attributeColumnPhrases } from './attribute-column-phrases.ts'
import { attributePhrases } from './attribute-phrases.ts'
import { generationPhrases } from './generation-phrases.ts'
import { attributeAgePhrases } from './attribute-age-phrases.ts'
import { attributeDatePhrases } from './attribute-dates-phrases.ts'
import { attributeLabelPhrases } from './attribute-labels-phrases.ts'
import { attributeShownPhrases } from './attribute-shown-phrases.ts'
import { attributeTextPhrases } from './attribute-text-phrases.ts'
import { dateMiss } from '../shared/miss.ts'
import { boundsIn } from '../shared/order-rows.ts'
import { attributeFromSql } from './attribute-from-sql.ts'

export const CUSTOMER_FIELDS = [
  'id',
  ...TEXT_FIELDS,
  'tags',
  'interests',
  'latitude',
  'longitude',
  'created_at',
  'birthday',
] as const
export type CustomerField = (typeof CUSTOMER_FIELDS)[number]
/** Nouns for what is asked of somebody. */
const CALLED: Readonly<Record<string, string>> = {
  place: 'country place location geography geo region city state where',
  gender: 'gender sex',
  tags: 'tag label',
  created_at: 'signup sign up join joined registration',
  birthday: 'age birthday birth',
  email: 'email address',
}
/** All of them say where somebody is. */
const PLACE_FIELDS: ReadonlySet<string> = new Set(['country', 'region', 'city'])

const attributeShape = z.strictObject({
  type: z.literal('attribute'),
  field: z.enum(CUSTOMER_FIELDS),
  op: z.enum([...TEXT_OPS, ...OPERATORS, 'during', 'known', 'unknown']),
  value: z.union([textValue, comparedSchema, z.array(textValue).min(1).max(1000)]).optional(),
  window: windowSchema.optional(),
})
export type AttributeCondition = z.infer<typeof attributeShape>

/**
 * A test of one customer column. `in` on a list field holds when the list has one of the values. `id` is the
 * customer's id as imported. `birthday` is the date of birth, so that `during` asks for an age.
 *
 * @example { type: 'attribute', field: 'country', op: 'in', value: ['CA', 'US'] }
 * @example { type: 'attribute', field: 'created_at', op: 'during', window: { kind: 'calendar', unit: 'year', offset: 0 } }
 */
const attributeSchema = attributeShape.superRefine((c, ctx) => {
  const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
  const test = attributeTest(c)
  if (test === undefined || readingsOf(c) === undefined) {
    refuse('op', `${c.field} takes ${OPS_BY_KIND[kindOf(c.field)]}`)
    return
  }
  if (test.kind === 'number') refineComparison(test.test, ctx)
  if (
    c.field === 'phone' &&
    test.kind === 'texts' &&
    test.values.some((text) => keyOf('phone', text) === null)
  ) {
    refuse('value', 'a phone number has digits')
  }
  if (c.field === 'birthday' && test.kind === 'window' && !asksForAge(test.window)) {
    refuse('window', 'birthday is the date of birth: it takes dates, or a number of years')
  }
})

export const attribute: ConditionDefinition<'attribute', AttributeCondition> = {
  type: 'attribute',
  entity: 'customer',
  schema: attributeSchema,
  form: {
    title: 'Where they live and who they are',
    start: { type: 'attribute', field: 'country', op: 'in', value: ['US'] },
  },
  meaning:
    'A column of the customer. Text: equals, contains, starts_with, ends_with, in. tags, interests: has, in. Numbers: comparisons. Dates: during with window. known and unknown take no value. country: ISO alpha-2',
  phrases: [
    ...attributePhrases,
    ...attributeColumnPhrases,
    ...attributeAgePhrases,
    ...attributeDatePhrases,
    ...attributeLabelPhrases,
    ...attributeTextPhrases,
    ...attributeShownPhrases,
    ...generationPhrases,
  ],
  normal,
  about: ({ field }) => (PLACE_FIELDS.has(field) ? 'place' : field),
  called: ({ field }) => CALLED[PLACE_FIELDS.has(field) ? 'place' : field] ?? field.replaceAll('_', ' '),
  sources: () => ['customers'],
  columns: ({ field, op }) =>
    field === 'id' || op === 'known' || op === 'unknown' ? [] : [{ name: field, key: 'field' }],
  check: (condition, ctx) => readings(condition).check?.(ctx) ?? [],
  words: (condition) => readings(condition).words(),
  plan: (condition, ctx) => readings(condition).plan(ctx),
  predicate: (condition, ctx) => readings(condition).predicate(ctx),
  fromSql: attributeFromSql,
  holds: (condition, customer, _population, ctx) => readings(condition).holds(customer, ctx),
  actual: (condition, customer, _population, ctx) => readings(condition).actual(customer, ctx),
  miss({ field, window }, { birthday, createdAt }, _population, ctx) {
    if (field === 'birthday' && window !== undefined && birthday !== null)
      return ageMiss(birthday, dateBoundsOf(window, ctx.now, ctx.zone))
    if (field !== 'created_at' || window === undefined || createdAt === null) return undefined
    return dateMiss(createdAt, boundsIn(window, ctx), ctx)
  },
  // Ages change at midnight.
  turns: ({ field, window }, _customer, _rows, _ctx, { breaks }) =>
    field === 'birthday' && window !== undefined ? breaks : [],
}

/** Countries by their codes, each value once, and a list of one as the value that it holds. */
function normal(condition: AttributeCondition): AttributeCondition {
  const test = attributeTest(condition)
  if (test?.kind === 'number') return { ...condition, ...normalComparison(test.test) }
  if (test?.kind !== 'texts' || test.match !== 'equals') return condition
  const { field } = condition
  const values = distinctValues(field, test.values)
  const [value] = values
  if (value === undefined || values.length > 1) return { ...condition, op: 'in', value: values }
  return { ...condition, op: field === 'tags' || field === 'interests' ? 'has' : 'equals', value }
}

function distinctValues(field: CustomerField, values: readonly string[]): string[] {
  // Ids are compared as they are.
  if (field === 'id') return [...new Set(values)]
  if (field === 'country') return distinct(values.map((value) => countryCode(value) ?? value))
  if (field !== 'phone') return distinct(values)
  const keys = values.map((value) => keyOf('phone', value))
  return values.filter((_, i) => keys.indexOf(keys[i] ?? null) === i)
}

const asksForAge = (window: Window): boolean =>
  window.kind === 'dates' || (window.kind !== 'calendar' && window.unit === 'year')

/** The readings of a condition that the schema let through. */
function readings(condition: AttributeCondition): AttributeReadings {
  const found = readingsOf(condition)
  if (found === undefined) throw new Error(`An unparsed condition: ${condition.field} ${condition.op}`)
  return found
}

/** Undefined where the field and what is asked of it don't fit. */
function readingsOf(condition: AttributeCondition): AttributeReadings | undefined {
  const { field, op } = condition
  const test = attributeTest(condition)
  if (test === undefined) return undefined
  switch (field) {
    case 'id':
      return test.kind === 'texts' && (op === 'equals' || op === 'in') ? idReadings(test) : undefined
    case 'tags':
    case 'interests':
      if (test.kind === 'number' || test.kind === 'window') return undefined
      return test.kind !== 'texts' || op === 'has' || op === 'in' ? listReadings(field, test) : undefined
    case 'latitude':
    case 'longitude':
      return test.kind === 'texts' || test.kind === 'window' ? undefined : numberReadings(field, test)
    case 'created_at':
    case 'birthday':
      if (test.kind === 'texts' || test.kind === 'number') return undefined
      return field === 'birthday' ? birthdayReadings(test) : createdReadings(test)
    case 'country':
    case 'email':
    case 'phone':
    case 'first_name':
    case 'last_name':
    case 'gender':
    case 'region':
    case 'city':
    case 'postcode':
    case 'language':
      if (test.kind === 'number' || test.kind === 'window' || op === 'has') return undefined
      // A part of an ISO code means nothing.
      if (field === 'country' && test.kind === 'texts' && test.match !== 'equals') return undefined
      return textReadings(field, test)
  }
}

function kindOf(field: CustomerField): keyof typeof OPS_BY_KIND {
  switch (field) {
    case 'id':
    case 'country':
      return field
    case 'tags':
    case 'interests':
      return 'list'
    case 'latitude':
    case 'longitude':
      return 'number'
    case 'created_at':
    case 'birthday':
      return 'date'
    case 'email':
    case 'phone':
    case 'first_name':
    case 'last_name':
    case 'gender':
    case 'region':
    case 'city':
    case 'postcode':
    case 'language':
      return 'text'
  }
}
