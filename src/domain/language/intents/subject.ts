import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import type { ReadCriteria } from './commanded.ts'
import { EVERYBODY, everyone, most, OURS } from './everybody.ts'
import { segmentAt } from './segment-reference.ts'
import { afterCourtesy } from './whole.ts'

/** Whom a question is about: a segment by id, people who were described, or whoever is at hand. */
export type Subject =
  | { readonly kind: 'segment'; readonly id: string }
  | { readonly kind: 'criteria'; readonly criteria: Criteria }
  | { readonly kind: 'at hand' }

const members = phrase(
  'the? customers|people|members|buyers|users in|of|from|within',
  'the? members|customers of',
  'everyone|everybody in',
  'all|most of?',
  'customers|people who are? in',
)
/** "the Engaged 3+ folks" */
const folks = phrase('folks|people|members|customers|lot|crowd|guys|buyers|shoppers|ones')
const pronoun = phrase(
  'they|them|these|those|it|this|that',
  'these|those|the people|customers|ones|members|buyers',
  'this|that|the segment|list|group|audience',
)

/** Tokens [from, to) as a subject, if every word of them belongs to it. */
export function subjectIn(
  reading: Reading,
  from: number,
  to: number,
  criteriaOf: ReadCriteria,
): Subject | undefined {
  if (from >= to) return undefined
  if (pronoun(reading, from) === to && reading.situation.criteria !== undefined) return { kind: 'at hand' }
  for (const start of new Set([from, skip(reading, from, members)])) {
    const segment = segmentAt(reading, start)
    if (segment !== undefined && afterCourtesy(reading, skip(reading, segment.end, folks)) >= to) {
      return { kind: 'segment', id: segment.value.id }
    }
  }
  const criteria = criteriaOf(from, to)
  return criteria && { kind: 'criteria', criteria }
}

/** Where everybody can be meant too: "our customers", "most of our customers"; with people at hand only where it is said. */
export function subjectOrAll(
  reading: Reading,
  from: number,
  to: number,
  criteriaOf: ReadCriteria,
): Subject | undefined {
  const found = subjectIn(reading, from, to, criteriaOf)
  if (found !== undefined) return found
  const { situation, tokens } = reading
  if (everyone(reading, skip(reading, from, most)) !== to) return undefined
  const ours = tokens.slice(from, to).some(({ word }) => OURS.test(word))
  return ours || situation.criteria === undefined ? { kind: 'criteria', criteria: EVERYBODY } : undefined
}
