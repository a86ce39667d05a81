import { type Reading, wordAt } from '../grammar/reading.ts'
import { prefer } from './section-words.ts'

/**
 * Behind a bracket that holds together of whom something is told, “at most 1 person who (…)”, “or (in France but not in
 * Paris)”: what stands in it is no part of its own. -1 where none opens here.
 */
export function groupEnd(reading: Reading, at: number): number {
  if (
    wordAt(reading, at) !== '(' ||
    !/^(?:who|that|which|whose|either|or|and|but|not)$/.test(wordAt(reading, at - 1))
  )
    return -1
  if (prefer(reading, at + 1) >= 0) return -1
  return behindBracket(reading, at)
}

/** The token behind the bracket that closes the one here, or -1. */
function behindBracket(reading: Reading, at: number): number {
  let depth = 0
  for (let i = at; i < reading.tokens.length; i++) {
    if (wordAt(reading, i) === '(') depth++
    else if (wordAt(reading, i) === ')' && --depth === 0) return i + 1
  }
  return -1
}

/** Whether the last of tokens [from, to) is a bracket that opens behind the first: “people who (…)”. */
export function opensInside(reading: Reading, from: number, to: number): boolean {
  if (wordAt(reading, to - 1) !== ')') return false
  for (let at = from + 1; at < to; at++) {
    if (wordAt(reading, at) === '(' && behindBracket(reading, at) === to) return true
  }
  return false
}
