import type { Ranking } from '../shared/columns/ranked-column.ts'

/** Venture rounds in their order, with the ways to write each; a listed or bootstrapped company is in none. */
const ROUNDS: readonly (readonly string[])[] = [
  ['angel'],
  ['pre-seed', 'preseed', 'pre seed'],
  ['seed', 'seed round'],
  ...'abcdefghij'.split('').map((letter) => [`series ${letter}`, `series-${letter}`]),
]

const RANKS: ReadonlyMap<string, number> = new Map(
  ROUNDS.flatMap((keys, rank) => keys.map((key) => [key, rank] as const)),
)

/** "Series B or later" is a round, so that public companies are not among them. */
export const FUNDING_ORDER: Ranking = {
  rankOf: (key) => RANKS.get(key),
  keys: [...RANKS.keys()],
  words: {
    '>=': (value) => `${value} or later`,
    '>': (value) => `later than ${value}`,
    '<=': (value) => `${value} or earlier`,
    '<': (value) => `earlier than ${value}`,
  },
}
