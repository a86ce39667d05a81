import type { Bitset } from '../../members/bitset.ts'
import type { Attribute, Held } from './held.ts'
import type { Compared, Comparison, Observed } from './observed.ts'
import type { SuggestionKind } from './shown.ts'
import { upperTail } from './statistics/normal.ts'

/** A profile beside what is known of how records turned out, and what it could ask for. */
export interface Examined {
  readonly observed: Observed
  /** All places. */
  readonly everyone: Bitset
  readonly parameters: readonly Held[]
  readonly attributes: readonly Attribute[]
}

/** A parameter as it is and as it would be; null where there is none. */
export interface Swap {
  readonly before: Held | null
  readonly after: Held | null
}

/** A change that could be made, and the comparison that may speak for it. */
export interface Trial {
  readonly kind: SuggestionKind
  /** Of several changes of one parameter, or of what an attribute is about, one is enough. */
  readonly about: Held | string
  /** What has to be found: any difference, that members fare better, or that there is no difference to speak of. */
  readonly claim: 'differs' | 'more' | 'same'
  /** Of records of a part of all. */
  compare(part: Bitset): Compared
  /** Undefined where what was found asks for no change. */
  swap(found: Compared): Swap | undefined
}

/** A trial of an attribute, which can be compared within narrower strata. */
export interface AttributeTrial extends Trial {
  readonly comparison: Comparison
}

/** A trial with what the earlier records say. */
export interface Tried<T extends Trial = Trial> {
  readonly trial: T
  readonly found: Compared
  /** The chance of this where there is nothing to it. */
  readonly p: number
}

/** What changes the odds by less is not worth a parameter. */
const LEAST_ODDS = Math.log(1.25)
/** Odds that differ by less make no difference to speak of. */
const SAME_ODDS = Math.log(1.5)
/** Of the parts, so many have to point the same way. */
const LEAST_PARTS = 4
/** Fewer records on one side are not tried: nothing could be told of them. */
const LEAST_RECORDS = 10

export function attempt<T extends Trial>(trial: T, { earlier }: Observed): Tried<T> {
  const found = trial.compare(earlier)
  return { trial, found, p: chanceOf(trial, found) }
}

function chanceOf({ claim }: Trial, { odds, oddsError, z, p }: Compared): number {
  if (claim === 'more') return z > 0 ? p : 1
  if (claim === 'differs') return p
  // Two one-sided tests (Schuirmann, J. Pharmacokinetics and Biopharmaceutics 15, 1987).
  return upperTail((SAME_ODDS - Math.abs(Math.log(odds))) / oddsError)
}

/** Whether there are records enough on both sides to try it, however they turned out. */
export function isTryable({ found: { table } }: Tried): boolean {
  const { withGood, withBad, withoutGood, withoutBad } = table
  return Math.min(withGood + withBad, withoutGood + withoutBad) >= LEAST_RECORDS
}

/** Those of which there are records enough. */
export const attempts = <T extends Trial>(trials: readonly T[], observed: Observed): readonly Tried<T>[] =>
  trials.map((trial) => attempt(trial, observed)).filter(isTryable)

/** In how many parts of the earlier records it is so. */
export const partsAgreeing = ({ trial, found }: Tried, { parts }: Observed): number =>
  parts.filter((part) => agrees(trial, found, trial.compare(part))).length

/** Whether other records say the same: a difference points the same way, and where there is none none shows. */
export const agrees = ({ claim }: Trial, found: Compared, other: Compared): boolean =>
  claim === 'same' ? Math.abs(other.z) < 2 : found.odds > 1 ? other.odds > 1 : other.odds < 1

/** Whether a difference is large enough to speak of, and what was found is found in most parts of the records. */
export const isSteady = (one: Tried, observed: Observed): boolean =>
  (one.trial.claim === 'same' || Math.abs(Math.log(one.found.odds)) >= LEAST_ODDS) &&
  partsAgreeing(one, observed) >= LEAST_PARTS
