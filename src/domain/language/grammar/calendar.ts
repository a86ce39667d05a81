import { phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

export const MONTHS: readonly (readonly [name: string, words: ReturnType<typeof phrase>])[] = [
  ['January', phrase('january|jan')],
  ['February', phrase('february|feb')],
  ['March', phrase('march|mar')],
  ['April', phrase('april|apr')],
  ['May', phrase('may')],
  ['June', phrase('june|jun')],
  ['July', phrase('july|jul')],
  ['August', phrase('august|aug')],
  ['September', phrase('september|sep|sept')],
  ['October', phrase('october|oct')],
  ['November', phrase('november|nov')],
  ['December', phrase('december|dec')],
]

/** A month by its name, counted from 1. */
export function monthAt(
  reading: Reading,
  at: number,
): { readonly month: number; readonly name: string; readonly end: number } | undefined {
  for (const [i, [name, words]] of MONTHS.entries()) {
    const end = words(reading, at)
    if (end >= 0) return { month: i + 1, name, end }
  }
  return undefined
}

export const WEEKDAYS: readonly (readonly [name: string, words: ReturnType<typeof phrase>])[] = [
  ['Monday', phrase('monday|mondays')],
  ['Tuesday', phrase('tuesday|tuesdays')],
  ['Wednesday', phrase('wednesday|wednesdays')],
  ['Thursday', phrase('thursday|thursdays')],
  ['Friday', phrase('friday|fridays')],
  ['Saturday', phrase('saturday|saturdays')],
  ['Sunday', phrase('sunday|sundays')],
]

/** The same days as notes have them, where no other word can be meant. */
export const SHORT_WEEKDAYS = ['mon', 'tue|tues', 'wed|weds', 'thu|thur|thurs', 'fri', 'sat', 'sun'].map(
  (words) => phrase(words),
)
