import { compare, cutBy, type Observed } from './observed.ts'
import { threshold } from './statistics/false-discovery.ts'
import { attempts, type AttributeTrial, isSteady, type Tried } from './trial.ts'

/** More attributes than that are more than anybody reads; records would be alike in too few. */
const MOST_STEPS = 8

/**
 * The attributes that count, one after the other, the clearest first: each is compared among records that are alike in
 * those before it, so that what merely goes along with another does not count again. `others` are the p of all that was
 * tried beside these.
 */
export function stepwise(
  trials: readonly AttributeTrial[],
  others: readonly number[],
  observed: Observed,
): readonly Tried[] {
  const taken: Tried[] = []
  let left = trials
  while (taken.length < MOST_STEPS) {
    const tried = attempts(left, observed)
    const limit = threshold([...others, ...tried.map(({ p }) => p)])
    const best = tried
      .filter(({ p }) => p <= limit && p < 1)
      .toSorted((a, b) => Math.abs(b.found.z) - Math.abs(a.found.z))
      .find((one) => isSteady(one, observed))
    if (best === undefined) return taken
    taken.push(best)
    const { about, comparison } = best.trial
    left = tried
      .map(({ trial }) => trial)
      .filter((trial) => trial.about !== about)
      .map((trial) => within(trial, comparison.members, observed))
  }
  return taken
}

/** The same trial among records that are alike in one thing more. */
function within(trial: AttributeTrial, members: Uint32Array, observed: Observed): AttributeTrial {
  const comparison = { ...trial.comparison, strata: cutBy(trial.comparison.strata, members) }
  return { ...trial, comparison, compare: (part) => compare(comparison, observed, part) }
}
