import type { Criteria } from '../../criteria/schema.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { oneOf } from '../../language/grammar/place-list.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { shownValues } from '../../language/grammar/shown-values.ts'
import { anyTexts } from '../shared/columns/text-values.ts'
import type { CustomerField } from './attribute.ts'

type Op = 'contains' | 'starts_with' | 'ends_with'

const LABELS: readonly (readonly [CustomerField, ReturnType<typeof phrase>])[] = [
  ['email', phrase('email address')],
  ['phone', phrase('phone number')],
  ['first_name', phrase('first name')],
  ['last_name', phrase('last name')],
  ['gender', phrase('gender')],
  ['postcode', phrase('postcode')],
  ['language', phrase('language')],
  ['country', phrase('country')],
  ['region', phrase('region')],
  ['city', phrase('city')],
  ['id', phrase('customer id|ids')],
]
const MATCHES: readonly (readonly [Op, ReturnType<typeof phrase>])[] = [
  ['contains', phrase('containing|with')],
  ['starts_with', phrase('starting|beginning with')],
  ['ends_with', phrase('ending with|in')],
]
const the = phrase('have|has|with? the')
const a = phrase('have|has|with? a|an')

/** `have the postcode “a” or 10115`: whole values of a column that is named. */
const whole: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = Math.max(the(reading, at), the(reading, start))
  const column = opened < 0 ? undefined : labelAt(reading, opened)
  // People are in places, and have none.
  if (column === undefined || PLACES.has(column.value)) return undefined
  const values = anyTexts(reading, column.end)
  if (values === undefined) return undefined
  const criteria = oneOf(column.value, values.value)
  return { value: meaning(negative ? negated(criteria) : criteria), end: values.end }
}

const PLACES: ReadonlySet<CustomerField> = new Set(['country', 'region', 'city'])

/** `have an e-mail address ending with “.edu”`: a part of the value of a column. */
const part: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = Math.max(a(reading, at), a(reading, start))
  const column = opened < 0 ? undefined : labelAt(reading, opened)
  if (column === undefined || column.value === 'id') return undefined
  for (const [op, words] of MATCHES) {
    const said = words(reading, column.end)
    const found = said < 0 ? undefined : anyTexts(reading, said)
    const [value, more] = found?.value ?? []
    if (found === undefined || value === undefined || more !== undefined) continue
    const criteria: Criteria = { type: 'attribute', field: column.value, op, value }
    return { value: meaning(negative ? negated(criteria) : criteria), end: found.end }
  }
  return undefined
}

function labelAt(reading: Reading, at: number): Found<CustomerField> | undefined {
  for (const [field, words] of LABELS) {
    const end = words(reading, at)
    if (end >= 0) return { value: field, end }
  }
  return undefined
}

const coordinate = [
  ['latitude', phrase('have|has|with? a latitude', 'latitude')],
  ['longitude', phrase('have|has|with? a longitude', 'longitude')],
] as const
const of = phrase('of')
const knownLead = phrase('have|has|with? a known')
const unknownLead = phrase('have|has|with? no known', 'without a known')

/** `have a latitude of at least 51.5`, `have no known interest` */
const other: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  for (const from of new Set([at, start])) {
    for (const [field, words] of coordinate) {
      const head = words(reading, from)
      const said = head < 0 ? undefined : comparison(reading, skip(reading, head, of))
      const [test, more] = said?.value.tests ?? []
      if (said === undefined || test === undefined || more !== undefined || said.value.bare) continue
      const criteria: Criteria = { type: 'attribute', field, op: test.op, value: test.value }
      return { value: meaning(negative ? negated(criteria) : criteria), end: said.end }
    }
    const known = knownLead(reading, from)
    const unknown = unknownLead(reading, from)
    const field = KNOWN.find(([, words]) => words(reading, Math.max(known, unknown)) >= 0)
    if (Math.max(known, unknown) < 0 || field === undefined) continue
    const criteria: Criteria = { type: 'attribute', field: field[0], op: unknown >= 0 ? 'unknown' : 'known' }
    const end = field[1](reading, Math.max(known, unknown))
    return { value: meaning(negative && from === start && start > at ? negated(criteria) : criteria), end }
  }
  return undefined
}

const KNOWN: readonly (readonly [CustomerField, ReturnType<typeof phrase>])[] = [
  ['latitude', phrase('latitude')],
  ['longitude', phrase('longitude')],
  ['interests', phrase('interest|interests')],
  ['created_at', phrase('joining date')],
]

const interestedIn = phrase('are|is? interested in', 'with|have an? interest|interests in')

/** `are interested in Hiking` */
const interested: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = Math.max(interestedIn(reading, at), interestedIn(reading, start))
  const found = opened < 0 ? undefined : shownValues(reading, opened, 'interests')
  if (found === undefined) return undefined
  const criteria = oneOf('interests', found.value)
  return { value: meaning(negative ? negated(criteria) : criteria), end: found.end }
}

/** What attribute-text.ts and its neighbours write. */
export const attributeShownPhrases: readonly Parser<Meaning>[] = [whole, part, other, interested]
