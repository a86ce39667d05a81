import { membersWith, type Scores } from '../rfm/scores.ts'
import type { Bitset } from './bitset.ts'
import type { SetCache } from './set-cache.ts'

/** Asks for the customers of some patterns; answers how they are taken once the scores are there. */
export type AskScored = (key: string, patterns: readonly boolean[], scores: () => Scores) => () => Bitset

/** What one request asks of the same scores is made together, all that is not kept: a preview asks for every default segment. */
export function createScored(kept: SetCache<Bitset>): AskScored {
  const asked = new Map<string, readonly boolean[]>()
  return (key, patterns, scores) => {
    asked.set(key, patterns)
    return () => {
      const before = kept.get(key)
      if (before !== undefined) return before
      const missed = [...asked].filter(([each]) => each === key || kept.get(each) === undefined)
      const sets = membersWith(
        scores(),
        missed.map(([, wish]) => wish),
      )
      const made = new Map(sets.map((set, nth) => [missed[nth]?.[0] ?? key, set]))
      for (const [each, set] of made) kept.set(each, set)
      const own = made.get(key)
      if (own === undefined) throw new Error(`Scores decided nothing of ${key}`)
      return own
    }
  }
}
