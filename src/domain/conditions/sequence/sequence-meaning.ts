import { countOf } from '#kernel/text.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { ABANDONABLE } from '../abandoned/abandonable.ts'
import type { Deed } from '../shared/deed.ts'
import { lengthOf } from './sequence-apart.ts'
import type { SequenceCondition } from './sequence.ts'
import type { SaidApart } from './sequence-span.ts'
import type { Step } from './sequence-steps.ts'

export interface SaidSequence {
  readonly at: number
  readonly end: number
  readonly first: Found<Step>
  readonly follower: Step
  /** Where what follows begins. */
  readonly joined: number
  /** "then" says which came first; "and" may not. */
  readonly how: 'then' | 'and'
  readonly apart: SaidApart | undefined
}

/** Two steps as criteria; a question where it can't be told what the time is counted from. */
export function joinedSteps(reading: Reading, asked: SaidSequence): Found<Meaning> | undefined {
  const { end, follower, apart } = asked
  const first = asked.first.value
  const doubts = [...first.doubts, ...follower.doubts]
  if (doubts.length > 0) return { value: doubtful(...doubts), end }
  // Of “signed up and clicked” nobody says which came first.
  if (follower.deed?.did === 'signed_up' && (asked.how === 'then' || apart !== undefined))
    return { value: doubtful(question(asked.at, end, SIGNED_UP_LATER)), end }
  const deed = followingOf(first, follower)
  if (first.deed === undefined || deed === undefined) return undefined
  if (follower.within !== undefined || first.times !== undefined) return undefined
  if (apart === undefined && first.once !== true && isSaidElsewhere(first, deed, follower)) return undefined
  const ofIt = sameProduct(reading, asked)
  if (ofIt !== undefined) return { value: doubtful(ofIt), end }
  if (asked.how === 'and' && isOpen(asked)) return { value: doubtful(askOrder(reading, asked)), end }
  const criteria: SequenceCondition = {
    type: 'sequence',
    first: first.deed,
    ...(onlyFirst(first, follower) ? { first_ever: true } : {}),
    next: deed,
    ...(follower.firstEver ? { next_first_ever: true } : {}),
    ...(follower.negative ? { not: true } : {}),
    ...timesOf(follower),
    ...(apart === undefined ? {} : { apart: apart.apart }),
    ...(first.within === undefined ? {} : { within: first.within }),
  }
  return { value: { criteria, assumptions: statedOf(asked), doubts: [] }, end }
}

const SIGNED_UP_LATER =
  'That somebody signed up after something else can’t be asked yet; what they did after signing up can: “signed up and then ordered within 3 days”.'

/** Nothing bought after a cart is an abandoned cart; "bought in March and not since" is no order since then. */
const isSaidElsewhere = ({ deed: first }: Step, next: Deed, { negative, again }: Step): boolean => {
  // “never came back” says that they were there before: it is told of no other condition.
  if (
    !negative ||
    again !== undefined ||
    next.did !== 'ordered' ||
    next.product !== undefined ||
    next.where !== undefined
  )
    return false
  if (first?.did !== 'event') return first?.did === 'ordered'
  return first.event.length === 1 && ABANDONABLE.some((event) => event === first.event[0])
}

const onlyFirst = ({ deed, firstEver }: Step, follower: Step): boolean =>
  deed?.did !== 'signed_up' && (firstEver === true || follower.ordinal !== undefined)

/** The second order follows the first once, the third twice. */
function timesOf({ times, ordinal }: Step): { times?: number } {
  const least = ordinal === undefined ? times : ordinal - 1
  return least === undefined || least < 2 ? {} : { times: least }
}

/** "came back" after a visit is another visit, after an order another order; else nobody can tell. */
function followingOf({ deed: first }: Step, { deed, again }: Step): Deed | undefined {
  if (deed === undefined || deed.did === 'signed_up') return undefined
  if (again !== 'any') return deed
  if (first?.did === 'event') {
    return first.event.includes('visited_site') ? { did: 'event', event: ['visited_site'] } : undefined
  }
  return first?.did === 'ordered' ? { did: 'ordered' } : undefined
}

/** "viewed a product and bought it": that they are the same can't be asked yet. */
function sameProduct(reading: Reading, { at, end, first, follower, joined }: SaidSequence) {
  if (
    first.value.deed?.did !== 'event' ||
    follower.deed?.did !== 'ordered' ||
    follower.deed.product !== undefined
  )
    return undefined
  for (let i = joined; i < end; i++) {
    if (
      /^(?:it|them|those|these)$/.test(wordAt(reading, i)) &&
      !/^(?:of|after|\p{L}{3,}ing)$/u.test(wordAt(reading, i - 1))
    ) {
      return question(at, end, 'Which product? That the very same one was bought can’t be asked yet.')
    }
  }
  return undefined
}

/**
 * With a plain "and" the time may be counted from now: of two orders, of two events, of an event after an order,
 * and where the first has a time that is no longer.
 */
function isOpen({ first, follower, apart }: SaidSequence): boolean {
  const { deed, firstEver, within } = first.value
  if (apart === undefined || apart.pointed === true || follower.again !== undefined || follower.firstEver)
    return false
  if (within?.kind === 'last' && within.unit in SECONDS) {
    return within.n * (SECONDS[within.unit] ?? 0) <= lengthOf(apart.apart)
  }
  if (within !== undefined || firstEver) return false
  return (
    deed?.did === 'ordered' || (deed?.did === 'event' && follower.deed?.did === 'event' && !follower.negative)
  )
}

const SECONDS: Readonly<Record<string, number>> = {
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 30 * 86_400,
  quarter: 91 * 86_400,
  year: 365 * 86_400,
}

const contrast = phrase('and|but|yet')
function askOrder(reading: Reading, { at, end, first, joined }: SaidSequence) {
  const one = said(reading, at, first.end)
  const other = said(reading, skip(reading, joined, contrast), end)
  return question(at, end, 'Is the time counted from the first of these, or from now?', [
    ['from the first of these', `${one} and then ${other} of that`],
    ['from now', `${other.replace(/\bwithin\b/iu, 'in the last')} and ${one}`],
  ])
}

function statedOf({ first, follower, apart }: SaidSequence): readonly string[] {
  const stated = [...first.value.assumptions, ...follower.assumptions, ...(apart?.assumptions ?? [])]
  if (apart === undefined) return [...stated, 'Read as one after the other, at any time later.']
  const span = countOf(apart.apart.n, apart.apart.unit)
  const counted = `Within ${span} is counted from the first of the two, whenever that was`
  return [
    ...stated,
    follower.negative ? `${counted}; people whose time is not over yet are left out.` : `${counted}.`,
  ]
}
