/** Cells as RFC 4180 has them. */

export const LINE_END = '\r\n'

const NEEDS_QUOTES = /[",\r\n]/
/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** A text as it is, in quotes where it needs them. */
export const cell = (text: string | null): string => {
  if (text === null) return ''
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it. */
export const inertCell = (text: string | null): string =>
  text !== null && FORMULA.test(text) ? cell(`'${text}`) : cell(text)
