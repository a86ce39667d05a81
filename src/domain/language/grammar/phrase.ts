import { isCountryUs } from '../linking/link-places.ts'
import { mayOpen, numbered, type Openings } from './openings.ts'
import type { Found, Reading } from './reading.ts'

/** Answers the token after the phrase, or -1. */
export type Phrase = (reading: Reading, at: number) => number

interface Step {
  readonly words: ReadonlySet<string>
  readonly optional: boolean
}

/**
 * Every word that some phrase reads, with how many spellings have it: what a typo may have been meant to be, and what is
 * no name.
 */
export const LEXICON = new Map<string, number>()

/** A phrase that nothing is. */
export const never: Phrase = () => -1

/** The numbers of phrases that are made of spellings. */
const numbers = new WeakMap<Phrase, number>()

/**
 * A phrase from its spellings: words in a row, `a|b` for either, `a?` for words that may be missing; a phrase
 * is never empty. The longest spelling that fits wins.
 *
 * @example phrase('more|greater than', 'over', 'in excess of')
 */
export function phrase(...spellings: readonly string[]): Phrase {
  const byFirstWord = new Map<string, (readonly Step[])[]>()
  for (const steps of spellings.map(compile)) {
    for (const word of firstWords(steps)) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), steps])
  }
  const number = numbered(byFirstWord.keys())
  const read: Phrase = (reading, at) => {
    const openings = reading.openings[at]
    if (openings === undefined || !mayOpen(openings, number)) return -1
    const begun = byFirstWord.get(reading.tokens[at]?.word ?? '')
    let best = -1
    for (const steps of begun ?? []) best = Math.max(best, follow(reading, at, steps, 0))
    return best > at ? best : -1
  }
  numbers.set(read, number)
  return read
}

/**
 * The entries of a table whose words may begin at a token, in the order of the table: of all that can be asked for and
 * is not there, hardly anything begins with a given word.
 */
export function beginning<E>(
  table: readonly E[],
  wordsOf: (entry: E) => Phrase,
): (reading: Reading, at: number) => readonly E[] {
  const known = new WeakMap<Openings, readonly E[]>()
  return ({ openings }, at) => {
    const here = openings[at]
    if (here === undefined) return []
    let begun = known.get(here)
    if (begun === undefined) {
      begun = table.filter((entry) => {
        const number = numbers.get(wordsOf(entry))
        return number === undefined || mayOpen(here, number)
      })
      known.set(here, begun)
    }
    return begun
  }
}

/** The words that a spelling can begin with: its first ones, and those behind what may be missing. */
function firstWords(steps: readonly Step[]): Set<string> {
  const words = new Set<string>()
  for (const step of steps) {
    for (const word of step.words) words.add(word)
    if (!step.optional) break
  }
  return words
}

function compile(spelling: string): readonly Step[] {
  return spelling.split(' ').map((part) => {
    const optional = part.endsWith('?') && part !== '?' && !part.endsWith('|?')
    const words = new Set((optional ? part.slice(0, -1) : part).split('|'))
    for (const word of words) LEXICON.set(word, (LEXICON.get(word) ?? 0) + 1)
    return { words, optional }
  })
}

function follow(reading: Reading, at: number, steps: readonly Step[], next: number): number {
  const step = steps[next]
  if (step === undefined) return at
  const token = reading.tokens[at]
  const fits =
    token !== undefined &&
    token.kind !== 'quoted' &&
    step.words.has(token.word) &&
    !isCountryUs(reading.tokens, at)
  const taken = fits ? follow(reading, at + 1, steps, next + 1) : -1
  return taken >= 0 || !step.optional ? taken : follow(reading, at, steps, next + 1)
}

/** The place after an optional phrase: where it was when the phrase is not there. */
export function skip(reading: Reading, at: number, ...phrases: readonly Phrase[]): number {
  for (const one of phrases) {
    const end = one(reading, at)
    if (end >= 0) return end
  }
  return at
}

type Table<T> = readonly (readonly [value: T, words: Phrase])[]
const places = new WeakMap<Table<unknown>, ReturnType<typeof beginning<number>>>()

/** Of a table the value whose words reach farthest from a token, with the token after them; of equals the first. */
export function longestIn<T>(reading: Reading, at: number, table: Table<T>): Found<T> | undefined {
  let begun = places.get(table)
  if (begun === undefined) {
    begun = beginning([...table.keys()], (place) => table[place]?.[1] ?? never)
    places.set(table, begun)
  }
  let best: Found<T> | undefined
  for (const place of begun(reading, at)) {
    const entry = table[place]
    const end = entry?.[1](reading, at) ?? -1
    if (entry !== undefined && end > (best?.end ?? at)) best = { value: entry[0], end }
  }
  return best
}
