/** What keeps its letters: escapes, classes, and the heads of groups. */
const KEPT = String.raw`\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<\p{L}+>|<?[=!]|:)`
const LETTERS = new RegExp(String.raw`(?<kept>${KEPT})|\p{Ll}`, 'gu')

/**
 * The source of a pattern that matches small letters and capitals alike, for a part of a pattern. The modifier `(?i:…)`
 * says the same, but V8 13.6.233 forgets it where a process has so much compiled code that patterns are not optimized any
 * more (as with `node --no-regexp-optimization`): capitals then match no longer.
 */
export const anyCase = (source: string): string =>
  source.replace(LETTERS, (letter, kept: string | undefined) =>
    kept === undefined ? `[${letter}${letter.toUpperCase()}]` : kept,
  )
