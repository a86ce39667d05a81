import type { Ranking } from '../conditions/shared/columns/ranked-column.ts'
import { type Level, LEVEL_NAMES, LEVELS } from './lexicon.ts'

const STEPS: ReadonlyMap<string, number> = new Map(
  LEVELS.flatMap((level, step) => LEVEL_NAMES[level].split('|').map((key) => [key, step] as const)),
)

/** The level that a (folded) seniority of the data is on; undefined for what the lexicon does not know. */
export const levelOfSeniority = (key: string): Level | undefined => LEVELS[STEPS.get(key) ?? -1]

/** "VP or above": the steps of a career, however the data writes them. */
export const SENIORITY_ORDER: Ranking = {
  rankOf: (key) => STEPS.get(key),
  keys: [...STEPS.keys()],
  words: {
    '>=': (value) => `${value} or above`,
    '>': (value) => `above ${value}`,
    '<=': (value) => `${value} or below`,
    '<': (value) => `below ${value}`,
  },
}
