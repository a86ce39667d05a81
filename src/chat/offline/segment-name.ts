const MAX_LENGTH = 60

/**
 * A name for a segment from the words of its criteria: `are in Canada and ordered more than 3 times` →
 * `In Canada, ordered more than 3 times`. Cut at a whole word.
 */
export function nameFromWords(words: string): string {
  const short = words
    .replace(/^(?:are|is|have|has|were) /, '')
    .replace(/, and | and /g, ', ')
    .trim()
  const name = short.slice(0, 1).toUpperCase() + short.slice(1)
  if (name.length <= MAX_LENGTH) return name
  const cut = name.slice(0, MAX_LENGTH - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2)).replace(/[\s,]+$/, '')}…`
}
