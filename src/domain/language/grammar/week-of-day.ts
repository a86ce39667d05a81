import type { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import { question } from './meaning.ts'
import type { Period } from './period.ts'
import { type Phrase, phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'

const on = phrase('on', 'from|with')
const the = phrase('the')
const week = phrase('the? week of|containing|with|around', 'the? week that contains|includes')
const weekFrom = phrase(
  'the? week starting|beginning|commencing',
  'the? week that starts|started|began',
  'w / c|b',
  'wc',
)
const weekTo = phrase('the? week ending|ended', 'the? week that ended|ends')
const weekend = phrase('the? weekend of|around|with|containing')
const SATURDAY = 6

/** `the week of 10 November`, `the week starting 3 Nov`, `the week ending the 16th`, `the weekend of the 8th`. */
export const weekOfDay =
  (day: Parser<Period>): Parser<Period> =>
  (reading, at) =>
    stretchBy(reading, at, week, day, (one) => daysFrom(one.subtract({ days: one.dayOfWeek - 1 }), 7)) ??
    stretchBy(reading, at, weekFrom, day, (one) => daysFrom(one, 7)) ??
    stretchBy(reading, at, weekTo, day, (one) => daysFrom(one.subtract({ days: 6 }), 7)) ??
    weekendOfDay(reading, at, day)

type Days = readonly [from: Temporal.PlainDate, to: Temporal.PlainDate]

const daysFrom = (from: Temporal.PlainDate, days: number): Days => [from, from.add({ days: days - 1 })]

function stretchBy(
  reading: Reading,
  at: number,
  words: Phrase,
  day: Parser<Period>,
  daysOf: (day: Temporal.PlainDate) => Days,
): Found<Period> | undefined {
  const opened = words(reading, at)
  const found = opened < 0 ? undefined : dayBehind(reading, opened, day)
  if (found === undefined) return undefined
  const [from, to] = daysOf(found.value.from)
  return { value: stated(found.value, from, to), end: found.end }
}

/** One day, by whatever names it: "week of October" names none. */
function dayBehind(reading: Reading, at: number, day: Parser<Period>): Found<Period> | undefined {
  const start = skip(reading, at, on)
  const found = day(reading, start) ?? day(reading, skip(reading, start, the))
  return found?.value.from.equals(found.value.to) === true ? found : undefined
}

const stated = ({ doubts }: Period, from: Temporal.PlainDate, to: Temporal.PlainDate): Period => ({
  from,
  to,
  assumptions: [`Counted are ${dateWords(from.toString())} to ${dateWords(to.toString())}.`],
  doubts,
})

/** "the weekend of the 8th", which is a Saturday; of a day in the midst of the week it may be either. */
function weekendOfDay(reading: Reading, at: number, day: Parser<Period>): Found<Period> | undefined {
  const opened = weekend(reading, at)
  const found = opened < 0 ? undefined : dayBehind(reading, opened, day)
  if (found === undefined) return undefined
  const one = found.value.from
  const next = one.add({ days: SATURDAY - one.dayOfWeek })
  const value = stated(found.value, next, next.add({ days: 1 }))
  // Friday and Monday are beside the one that is meant.
  const [monday, friday] = [one.dayOfWeek === 1, one.dayOfWeek === 5]
  const last = next.subtract({ days: 7 })
  if (monday) return { value: stated(found.value, last, last.add({ days: 1 })), end: found.end }
  if (friday || one.dayOfWeek >= SATURDAY) return { value, end: found.end }
  const doubt = question(
    at,
    found.end,
    'That day is no Saturday or Sunday. Which weekend do you mean?',
    [last, next].map((from) => {
      const to = from.add({ days: 1 }).toString()
      return [
        `${dateWords(from.toString())} to ${dateWords(to)}`,
        `from ${from.toString()} to ${to}`,
      ] as const
    }),
  )
  return { value: { ...value, doubts: [doubt] }, end: found.end }
}
