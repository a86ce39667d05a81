import type { Reading } from '../../language/grammar/reading.ts'

/** A number of them: “10”, “25 thousand”. */
export function countAt(
  reading: Reading,
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  const token = reading.tokens[at]
  const value = token?.number
  return value === undefined || !Number.isInteger(value) || value < 1 || token?.ordinal === true
    ? undefined
    : { value, end: at + (token?.scaled === undefined ? 1 : 2) }
}
