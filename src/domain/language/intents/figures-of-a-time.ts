import { Temporal } from 'temporal-polyfill'
import type { OrderedDays } from '../../insights/schema.ts'
import { boundsOf } from '../../time/bounds.ts'
import type { Window } from '../../time/window.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import { type Commanded, done, type ReadCriteria } from './commanded.ts'
import { figuresSoFar, ofAnybody } from './figures-commands.ts'
import { sentenceEnd } from './whole.ts'

const pause = phrase(',|;|-|:|over|during|so far')

/** Figures about people: of all their orders, or of those of a time that is said last: "revenue from VIP last quarter". */
export function figures(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  return (
    figuresSoFar(reading, start, criteriaOf) ??
    ofATime(reading, start, criteriaOf) ??
    timeBetween(reading, start, criteriaOf)
  )
}

const whose = phrase('from|of|by|for')

/** "revenue this year from VIP": the time stands between what is asked and whose it is. */
function timeBetween(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const { tokens } = reading
  for (let at = start + 1; at < Math.min(tokens.length, start + MOST_BEFORE); at++) {
    const found = oneTime(reading, at)
    if (found === undefined || whose(reading, found.end) < 0) continue
    const cut = found.end - at
    const asked = figuresSoFar(
      reading.over([...tokens.slice(0, at), ...tokens.slice(found.end)]),
      start,
      (from, to) => (from < at ? undefined : criteriaOf(from + cut, to + cut)),
    )
    if (asked?.kind !== 'command' || asked.command.do !== 'figures') continue
    // Of people who are described, the time may be one of what they did.
    if (asked.command.segment === undefined) return undefined
    return done({ ...asked.command, ordered: daysOf(found.value, reading.today) })
  }
  return undefined
}
const MOST_BEFORE = 8

/** One stretch of time, about which nothing is to be asked. */
function oneTime(reading: Reading, at: number): Found<Window> | undefined {
  const found = window(reading, at)
  const [value, ...others] = found?.value.doubts.length === 0 ? found.value.windows : []
  return found === undefined || value === undefined || others.length > 0
    ? undefined
    : { value, end: found.end }
}

function ofATime(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const to = sentenceEnd(reading)
  for (let at = start + 1; at < to; at++) {
    const found = oneTime(reading, at)
    if (found?.end !== to) continue
    const before = [at - 1, at].find((i) => i === at || (i > start && skip(reading, i, pause) === at)) ?? at
    // What stands before the time keeps its places, so that criteria are read there as well.
    const said = reading.over(reading.tokens.slice(0, before))
    const asked = figuresSoFar(said, start, criteriaOf) ?? ofAnybody(said, start)
    if (asked?.kind !== 'command' || asked.command.do !== 'figures') continue
    return done({ ...asked.command, ordered: daysOf(found.value, reading.today) })
  }
  return undefined
}

const LAST_SECOND = { hour: 23, minute: 59, second: 59 } as const

/** The days of a stretch of time, of a rolling one up to today. */
function daysOf(time: Window, today: Temporal.PlainDate): OrderedDays {
  const now = today.toZonedDateTime({ timeZone: 'UTC', plainTime: LAST_SECOND }).epochMilliseconds / 1000
  const { from, to } = boundsOf(time, now, 'UTC')
  const day = (second: number) =>
    Temporal.Instant.fromEpochMilliseconds(second * 1000)
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .toString()
  return { ...(from !== undefined && { from: day(from) }), to: day(to) }
}
