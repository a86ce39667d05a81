import { anyOf, doubtful, type Meaning, meaning, missing, negated } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { oneOf } from './company-criteria.ts'

const NAMES: readonly (readonly [value: string, words: Phrase])[] = [
  [
    'prospect',
    phrase(
      'prospects',
      'prospects|prospect of ours?',
      'prospect accounts|companies|account|company?',
      'our prospects',
      'prospective accounts|customers',
    ),
  ],
  [
    'pipeline',
    phrase(
      'in the|our? pipeline',
      'pipeline accounts|companies?',
      'in|with an? open|active? opportunity|opportunities|deal|deals|pipeline',
    ),
  ],
  [
    'customer',
    phrase(
      'customers|customer|clients|client of ours?',
      'our|existing|current|paying|active customers|clients',
      'closed won',
      'already customers|clients',
      'won',
    ),
  ],
  [
    'churned',
    phrase(
      'churned accounts|customers|companies?',
      'former|ex|past customers|clients|accounts',
      'lapsed accounts',
    ),
  ],
  [
    'closed_lost',
    phrase('closed lost', 'closed - lost', 'lost deals|opportunities', 'closed lost accounts|deals'),
  ],
]
const lead = phrase(
  'a|an|the',
  'that|who are|is',
  'as',
  'with? relationship with us? is|:|=|of?',
  'the relationship',
  'with|having|whose? a|the|their? relationship|status is|:|=|of?',
)
/** "those we already have as customers": no shoppers. */
const named = phrase('as')
const asCustomers = phrase('as a|our|existing|current|paying? customers|customer|clients|client')
const joint = phrase('or', 'and', ',', ', or')
const bracket = phrase('(')
const closing = phrase(')')

/** `prospects`, `churned accounts`, `closed-lost`, `not customers of ours`. */
export const relationship: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const first = nameAt(reading, polar) ?? (negative ? customersAt(reading, polar) : undefined)
  if (first === undefined) return undefined
  const values = [first.value]
  let { end } = first
  for (;;) {
    const next = joint(reading, end)
    const name = next < 0 ? undefined : nameAt(reading, next)
    if (name === undefined) break
    values.push(name.value)
    end = name.end
  }
  const { vocabulary } = reading.situation
  if (vocabulary.filled('company.relationship') === 0) {
    const says =
      'No company’s relationship with us is known (prospect, pipeline, customer, churned, closed-lost).'
    return { value: doubtful(missing(at, end, 'the relationship of companies with us', says)), end }
  }
  const criteria = anyOf([oneOf('relationship', values)])
  const value = meaning(negative ? negated(criteria) : criteria)
  return { value: polar > at ? value : { ...value, nominal: true }, end }
}

const customers = phrase('a|our|already? customers|customer|clients|client')

/** "not yet customers": bare, the word names whom a request is about. */
function customersAt(reading: Reading, at: number): Found<string> | undefined {
  const end = customers(reading, at)
  return end < 0 ? undefined : { value: 'customer', end }
}

function nameAt(reading: Reading, at: number): Found<string> | undefined {
  const inside = bracket(reading, at)
  const start = skip(reading, inside >= 0 ? inside : at, lead)
  let best: Found<string> | undefined
  for (const [value, words] of NAMES) {
    const end = words(reading, start)
    if (end > (best?.end ?? start)) best = { value, end }
  }
  const customers = named(reading, at) < 0 ? -1 : asCustomers(reading, at)
  if (customers > (best?.end ?? start)) best = { value: 'customer', end: customers }
  if (best === undefined || inside < 0) return best
  const end = closing(reading, best.end)
  return end < 0 ? undefined : { value: best.value, end }
}
