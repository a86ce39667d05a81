import type { Bitset } from '../../../members/bitset.ts'
import { fitOfHeld, type Held, replaced } from '../held.ts'
import { type Comparison, compare } from '../observed.ts'
import type { SuggestionKind } from '../shown.ts'
import type { Examined, Trial } from '../trial.ts'

/**
 * One way in which a profile could be better. What it tries is decided without a look at how records turned out.
 *
 * @example see weight.ts
 */
export interface KindOfSuggestion<T extends Trial = Trial> {
  readonly kind: SuggestionKind
  trials(examined: Examined): readonly T[]
}

/** Who passes every filter and no exclude but this one. */
export const passingOthers = ({ parameters, everyone }: Examined, one: Held): Bitset =>
  fitOfHeld(replaced(parameters, one), everyone)

/** A comparison of those with something to those without it. */
export const comparing = (comparison: Comparison, { observed }: Examined) => ({
  comparison,
  compare: (part: Bitset) => compare(comparison, observed, part),
})
