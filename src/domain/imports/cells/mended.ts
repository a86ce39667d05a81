import type { Problem } from './cell.ts'
import { wordKey } from './words.ts'

const SHORTENED: Problem = { problem: 'has lost its last digits in a spreadsheet' }

/** An id, a number or a code without the apostrophe that keeps spreadsheets from reading it as a number. */
export function exactText(cell: string): string | Problem {
  const text = cell.charCodeAt(0) === APOSTROPHE ? cell.slice(1).trim() : cell
  return text.charCodeAt(0) <= NINE && /^\d(?:[.,]\d+)?E\+?\d+$/i.test(text) ? SHORTENED : text
}

const APOSTROPHE = "'".charCodeAt(0)
const NINE = '9'.charCodeAt(0)

/** `vip, horeca` as a list in the generic format. */
export const commaList = (cell: string): string => cell.replaceAll('|', '/').replaceAll(',', '|')

/** `a;b` as a list in the generic format. */
export const semicolonList = (cell: string): string => cell.replaceAll('|', '/').replaceAll(';', '|')

/** `1,234.5` as a number; every other text as it is. */
export const withoutThousands = (cell: string): string =>
  /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell

/** One of the words that a program writes, as ours; a word that nobody knows is a problem. */
export function translated(words: Readonly<Record<string, string>>): (cell: string) => string | Problem {
  const meanings = new Map(Object.entries(words))
  return (cell) =>
    meanings.get(cell) ??
    meanings.get(wordKey(cell)) ?? {
      problem: `is none of ${[...meanings.keys()].join(', ')}`,
    }
}
