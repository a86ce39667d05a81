import type { Token } from '../tokens/token.ts'

/**
 * Which phrases can begin with a word, as a bit for the number of each. Thousands of phrases are looked for at every
 * word, and nearly all of them begin with others: so much is worked out once for the word.
 */
export type Openings = Int32Array

const BITS = 32
const begunBy = new Map<string, number[]>()
const known = new Map<string, Openings>()
let phrases = 0

/** The number of a phrase that can begin with each of these words. */
export function numbered(firstWords: Iterable<string>): number {
  if (known.size > 0) {
    // It goes behind all that was worked out so far, which says nothing of it.
    phrases = Math.ceil(phrases / BITS) * BITS
    known.clear()
  }
  for (const word of firstWords) {
    const numbers = begunBy.get(word)
    if (numbers === undefined) begunBy.set(word, [phrases])
    else numbers.push(phrases)
  }
  return phrases++
}

/** Whether the phrase of a number may begin with the word that these are the openings of. */
export function mayOpen(openings: Openings, number: number): boolean {
  const some = openings[Math.floor(number / BITS)]
  return some === undefined || (some & bitOf(number)) !== 0
}

/** Which phrases can begin with each of some tokens. What stands in quotes begins none. */
export const openingsOf = (tokens: readonly Token[]): readonly Openings[] =>
  tokens.map(({ kind, word }) => openingsWith(kind === 'quoted' ? '' : word))

/** Of all words that begin nothing they are the same. */
function openingsWith(word: string): Openings {
  const numbers = begunBy.get(word) ?? []
  const key = numbers.length === 0 ? '' : word
  let openings = known.get(key)
  if (openings === undefined) {
    openings = new Int32Array(Math.ceil(phrases / BITS))
    for (const number of numbers) {
      const place = Math.floor(number / BITS)
      openings[place] = (openings[place] ?? 0) | bitOf(number)
    }
    known.set(key, openings)
  }
  return openings
}

const bitOf = (number: number): number => 1 << (number % BITS)
