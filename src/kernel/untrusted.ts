/**
 * Text that came from data (names, tags, titles, cities) can hold instructions for a model. It is put
 * between fences, flattened to one line and cut, so that it reads as a value and as nothing else.
 */
export function fence(text: string, limit = 120): string {
  return `⟦${inert(text, limit)}⟧`
}

/** A sentence of ours that may quote such a text: one line, with nothing in it that hides or closes a fence. */
export const sentence = (text: string): string => inert(text, 2000)

// Control and format characters (bidirectional overrides, tag characters) and our own fences.
const UNSAFE = /[\p{C}\u2028\u2029⟦⟧]+/gu

function inert(text: string, limit: number): string {
  const line = text.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line
}
