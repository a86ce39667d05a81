import type { Reading } from './reading.ts'

/** “DE AT CH”: codes of countries side by side are a list. */
export const besideCodes = (reading: Reading, at: number): boolean =>
  at > 0 && isCode(reading, at - 1) && isCode(reading, at)

const isCode = (reading: Reading, at: number): boolean =>
  /^[A-Z]{2}$/.test(reading.tokens[at]?.text ?? '') &&
  reading.links.at(at).some(({ field, end }) => field === 'country' && end === at + 1)
