/**
 * The key under which texts are equal: case, width and accents composition are folded, blanks collapsed.
 * Text conditions compare keys, in SQL, in memory and in the interpreter alike.
 */
export const foldText = (text: string): string =>
  FOLDED.test(text) ? text : text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** ASCII without capitals and blanks, as most ids and addresses are: such a text is its own key. */
const FOLDED = /^[!-@[-~]*$/

/** `1 customer`, `1,234 customers` */
export function countOf(n: number, singular: string, plural = `${singular}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? singular : plural}`
}

/** `a`, `a or b`, `a, b or c` */
export function joinWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}

/** A share of a whole with one decimal below 10 %: `3.2 %`, `41 %`, `<0.1 %`. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '0 %'
  const percent = (100 * part) / whole
  if (percent > 0 && percent < 0.1) return '<0.1 %'
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`
}
