import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { orElse } from './adding.ts'
import type { Change } from './edit.ts'
import { addValues, matchingIn, replaceMatching, valuesOf } from './edit-values.ts'
import { eitherChannel } from './channels.ts'
import { addNamed } from './named-value.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'

const FINE = 'fine|ok|okay|good|allowed|acceptable|welcome|alright|enough|possible|great|in|included|eligible'
const COUNTING = 'count|counting'
const COUNT = 'count|counts|qualify|qualifies|work|works|apply|applies|do|does|go|goes|pass'
const MAY = 'can|could|should|would|will|may|might|do|does'
/** What says that people with another value are meant as well. */
const alsoFine = phrase(
  `also ${COUNT}`,
  `${COUNT} too|also|either`,
  `${COUNT} as well`,
  `${MAY} also ${COUNT}|be|stay|come ${FINE}?`,
  `${MAY} ${COUNT}|be|stay|come ${FINE}? too|also`,
  `${MAY} ${COUNT}|be|stay|come ${FINE}? as well`,
  `is|are|'s also ${FINE} with|by? me|us?`,
  `is|are|'s ${FINE} too|also with|by? me|us?`,
  `is|are|'s ${FINE} as well`,
  `${FINE} too|also`,
  `${FINE} as well`,
)
const opening = phrase('and|or|also|plus', 'and|or? the', COUNTING)
const counting = phrase(COUNTING)

/** `tablet counts too`, `SMS is fine as well`: a value beside one of its kind, of which one is enough. */
export function countsToo({ reading, current, from, to: end, part }: FollowUp): Refined {
  const counted = counting(reading, from) >= 0
  const to = trimmed(reading, end, counted ? suffixToo : alsoFine)
  if (to === end) return undefined
  const start = skip(reading, from, opening)
  const inside = addNamed(reading, current, [start, to]) ?? eitherChannel(reading, current, start, to)
  if (inside !== undefined) return firmly(refinedBy(inside, start, end))
  const next: Criteria | undefined = part(start, to) ?? part(from, to)
  const joined = next && addValues(current, next, 'or')
  return joined === undefined ? { kind: 'unclear' } : firmly(refinedBy(joined, start, end))
}

const oneEnough = phrase(
  ",|.|;|-|(? either|any|both|all one|ones? of? them|those|these|the? two? is|are|'s|way|works|would|will be? fine|ok|okay|good|enough|alright|acceptable",
  ',? it|that? does|do not matter which|what one?',
  ',? i|we do not mind|care which|what one?',
  ',|.|;|-|(? either|any|both|all one|ones? of? them|those|these|the? two? will|would|can|may|should? works|work|do|does|count|counts|suffice|suffices',
  ',? no preference',
)
const beside = phrase('and|or|also|plus|add|include|maybe|perhaps', 'and|or also|maybe|perhaps|the')

/**
 * `men or women, either’s fine`: more values where one of them is at hand. `also Tea, either one is fine`: one of the
 * two is enough.
 */
export function anyOfThese({ reading, current, from, to: end, part }: FollowUp): Refined {
  // "Either is fine" may have been taken for a courtesy.
  const { length } = reading.tokens
  const to = trimmed(reading, length, oneEnough)
  if (oneEnough(reading, to) < 0 || to > end) return undefined
  const next = part(skip(reading, from, either), to)
  const joined = (next && valuesThere(current, next)) ?? orThis()
  return firmly(refinedBy(joined, from, end))

  function orThis(): Change | undefined {
    const start = skip(reading, skip(reading, from, beside), either)
    const one = part(start, trimmed(reading, to, suffixToo)) ?? next
    return one && isCondition(one) ? orElse(current, one) : undefined
  }
}

function valuesThere(current: Criteria, next: Criteria): Change | undefined {
  const [held, ...others] = matchingIn(current, next)
  const [before, values] = [held && valuesOf(held), eachValue(next)]
  if (before === undefined || values === undefined || others.length > 0) return undefined
  return before.every((value) => values.includes(value)) ? replaceMatching(current, next) : undefined
}

const eachValue = (criteria: Criteria): readonly string[] | undefined =>
  'any' in criteria ? criteria.any.flatMap((one) => valuesOf(one) ?? []) : valuesOf(criteria)

const either = phrase('either')
