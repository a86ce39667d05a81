import type { Period } from './period.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

const years = [
  [phrase("the|this|current year 's"), 0],
  [phrase("last|previous year 's"), -1],
] as const
const own = phrase('own')

/** "this year's Q4", "last year's Black Friday": the year stands before what comes every year, which `read` reads. */
export const ofYearBefore =
  (read: (reading: Reading, at: number) => Found<Period> | undefined) =>
  (reading: Reading, at: number): Found<Period> | undefined => {
    for (const [words, back] of years) {
      const start = words(reading, at)
      const found = start < 0 ? undefined : read(reading, skip(reading, start, own))
      const inYear = found?.value.yearless === true ? found.value.inYear : undefined
      if (found !== undefined && inYear !== undefined)
        return { value: { ...inYear(reading.today.year + back), inYear }, end: found.end }
    }
    return undefined
  }
