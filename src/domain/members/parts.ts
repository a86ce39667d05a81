import type { Bitset } from './bitset.ts'
import type { SetPart } from './reader-messages.ts'

/** The part of a set that a statement's ids make; `low` is a multiple of 32 that none of them is under. */
export function partOf(ids: readonly number[], low: number): SetPart {
  let highest = low
  for (const id of ids) {
    if (!(id >= low)) throw new Error(`A statement answered the id ${id}, outside its range from ${low}`)
    if (id > highest) highest = id
  }
  const firstWord = low >>> 5
  const words = new Uint32Array((highest >>> 5) - firstWord + 1)
  for (const id of ids) {
    const word = (id >>> 5) - firstWord
    words[word] = (words[word] ?? 0) | (1 << (id & 31))
  }
  return { firstWord, words }
}

/** A whole set of its parts, which may overlap; at least `size` words long. */
export function joinParts(parts: readonly SetPart[], size: number): Bitset {
  const end = parts.reduce(
    (longest, { firstWord, words }) => Math.max(longest, firstWord + words.length),
    size,
  )
  const bits = new Uint32Array(end)
  for (const { firstWord, words } of parts) {
    for (let i = 0; i < words.length; i++) {
      bits[firstWord + i] = (bits[firstWord + i] ?? 0) | (words[i] ?? 0)
    }
  }
  return bits
}
