import type { Phrase } from './phrase.ts'
import type { Parser, Reading } from './reading.ts'

/** One thing that can be said beside a verb or noun, in any order with the others, once. */
export type Slot<S> = (
  reading: Reading,
  at: number,
  slots: S,
) => { readonly end: number; fill(): void } | undefined

/** A slot that a parser fills, unless it is taken. */
export const slot =
  <S, T>(parser: Parser<T>, taken: (slots: S) => boolean, put: (slots: S, value: T) => void): Slot<S> =>
  (reading, at, slots) => {
    if (taken(slots)) return undefined
    const found = parser(reading, at)
    return found && { end: found.end, fill: () => put(slots, found.value) }
  }

/**
 * Fills as many slots as stand in a row, the longest stretch first, small words between them aside. Answers
 * the token after the last slot, so that trailing small words stay unread.
 */
export function collect<S>(
  reading: Reading,
  at: number,
  slots: S,
  readers: readonly Slot<S>[],
  between: Phrase,
): number {
  let end = at
  for (;;) {
    const next =
      longestSlot(reading, end, slots, readers) ?? afterSmallWords(reading, end, slots, readers, between)
    if (next === undefined) return end
    next.fill()
    end = next.end
  }
}

/** The slot that reaches farthest from a token. */
export function longestSlot<S>(reading: Reading, at: number, slots: S, readers: readonly Slot<S>[]) {
  let best: ReturnType<Slot<S>>
  for (const reader of readers) {
    const found = reader(reading, at, slots)
    if (found !== undefined && (best === undefined || found.end > best.end)) best = found
  }
  return best
}

function afterSmallWords<S>(
  reading: Reading,
  at: number,
  slots: S,
  readers: readonly Slot<S>[],
  between: Phrase,
) {
  let start = at
  for (let i = 0; i < 4; i++) {
    const next = between(reading, start)
    if (next < 0) return undefined
    start = next
    const found = longestSlot(reading, start, slots, readers)
    if (found !== undefined) return found
  }
  return undefined
}
