import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Edit, rebuild } from './edit.ts'
import { holding } from './edit-values.ts'
import { referred } from './refer.ts'
import type { ReadPart, SaidPart } from './refined.ts'

const opening = phrase(
  'make|turn|set|treat|use|count|change|switch|move|have the|our?',
  'score the|our?',
  'let us? score|make the?',
  'let the',
)
const THING =
  'score|scored|scoring|bonus|plus|weight|weighted|preference|optional|signal|parameter|factor|criterion'
const scored = phrase(
  `into|to|as|be? only|just? a|an? ${THING} only|parameter|instead?`,
  'into|to|as|be? only|just? a? nice to have only?',
)
const FILTER = 'filter|filters|requirement|requirements|required|mandatory|condition|conditions|must'
const rest = phrase(
  `,? not a|an? hard? ${FILTER} have?`,
  `,? rather than a|an? hard? ${FILTER} have?`,
  `,? instead of a|an? hard? ${FILTER} have?`,
  `,? no longer a|an? hard? ${FILTER} have?`,
  ',? please',
  '.',
)

/** A part of the criteria at hand that is to be scored and not required. */
export interface Scored {
  /** It is no longer required: without scores, that is all that can be kept of it. */
  readonly edit: Edit
  readonly said: SaidPart
  /** “the tech stack” */
  readonly named: string
}

/** `make the tech stack a score, not a must-have`: what only scores keeps nobody out. */
export function scoring(
  reading: Reading,
  start: number,
  current: Criteria,
  part: ReadPart,
): Scored | undefined {
  const { length } = reading.tokens
  const from = opening(reading, start)
  if (from < 0) return undefined
  for (let to = from + 1; to < length; to++) {
    const mode = scored(reading, to)
    if (mode < 0 || skip(reading, skip(reading, mode, rest), rest) < length) continue
    const taken = meantBy(reading, from, to, current, part)
    const criteria = rebuild(current, (one) => (taken.includes(one) ? undefined : one))
    if (taken.length === 0 || criteria === undefined) continue
    const named = said(reading, from, to)
    return { edit: { criteria, says: 'scored, not required', put: [], taken }, said: { from, to }, named }
  }
  return undefined
}

/** Conditions by what people call them, or by what they say: "the tech stack", "Shopify Plus". */
function meantBy(
  reading: Reading,
  from: number,
  to: number,
  current: Criteria,
  part: ReadPart,
): readonly Criteria[] {
  const noun = referred(reading, from, to, { current })
  if (noun?.named === true) return noun.conditions
  const meant = part(from, to)
  return meant === undefined ? [] : holding(current, meant)
}
