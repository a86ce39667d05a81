import { isCountryUs } from '../linking/link-places.ts'
import type { Found, Reading } from './reading.ts'

/** Answers the token after the phrase, or -1. */
export type Phrase = (reading: Reading, at: number) => number

interface Step {
  readonly words: ReadonlySet<string>
  readonly optional: boolean
}

/** Every word that some phrase reads: what a typo may have been meant to be, and what is no name. */
export const LEXICON = new Set<string>()

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
  return (reading, at) => {
    const token = reading.tokens[at]
    if (token === undefined || token.kind === 'quoted') return -1
    const begun = byFirstWord.get(token.word)
    // Nearly always: thousands of phrases are looked for at every word.
    if (begun === undefined) return -1
    let best = -1
    for (const steps of begun) best = Math.max(best, follow(reading, at, steps, 0))
    return best > at ? best : -1
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
    for (const word of words) LEXICON.add(word)
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

/** Of a table the value whose words reach farthest from a token, with the token after them; of equals the first. */
export function longestIn<T>(
  reading: Reading,
  at: number,
  table: readonly (readonly [value: T, words: Phrase])[],
): Found<T> | undefined {
  let best: Found<T> | undefined
  for (const [value, words] of table) {
    const end = words(reading, at)
    if (end > (best?.end ?? at)) best = { value, end }
  }
  return best
}
