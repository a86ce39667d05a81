import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import { dateWords } from './words.ts'

/** `2026-01-12T14:03:22+01:00`: an instant as clocks in a zone show it. */
export const zonedText = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The same for people: `12 January 2026 at 14:03:22`. */
export const zonedWords = (text: string): string => `${dateWords(text.slice(0, 10))} at ${text.slice(11, 19)}`
