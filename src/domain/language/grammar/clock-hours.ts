import type { Recurring } from '../../conditions/shared/recurring.ts'
import { type Doubt, question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { inNamedPart, isOfDay } from './parts-of-day.ts'
import { type Found, type Parser, type Reading, said } from './reading.ts'

/** Times that come again, as said. */
export interface Recurs {
  readonly recurring: Recurring
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

type Hours = NonNullable<Recurring['hours']>

/** A time of day, in minutes. Without am, pm or minutes, 1 to 12 may be either half of the day. */
interface Clock {
  readonly minutes: number
  readonly half?: 'am' | 'pm'
  /** A number alone is no time of day. */
  readonly bare: boolean
  readonly open: boolean
}

const am = phrase('am', 'a . m .?', 'in the morning')
const pm = phrase('pm', 'p . m .?', 'in the afternoon|evening', 'at night')
const colon = phrase(':')
const hourWord = phrase('h|hrs|hours', "o 'clock", "o ' clock", 'oclock')
const noon = phrase('noon|midday', '12 noon', 'high noon')
const midnight = phrase('midnight', '12 midnight')

/** `9 pm`, `21:30`, `9.30pm`, `noon`, `9 o’clock`, `21h`. */
function clock(reading: Reading, at: number): Found<Clock> | undefined {
  const middle = noon(reading, at)
  if (middle >= 0) return { value: { minutes: 720, bare: false, open: false }, end: middle }
  const none = midnight(reading, at)
  if (none >= 0) return { value: { minutes: 1440, bare: false, open: false }, end: none }
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || token.currency !== undefined || token.ordinal || token.times)
    return undefined
  const [whole = '', dotted] = token.text.split('.')
  const hours = token.number === undefined ? Number.NaN : Math.floor(token.number)
  const split = colon(reading, at + 1)
  const behind = split < 0 ? undefined : reading.tokens[split]
  const written = behind !== undefined && /^[0-5]\d$/.test(behind.text) ? behind.text : undefined
  let end = written === undefined ? at + 1 : split + 1
  const early = am(reading, end)
  const late = pm(reading, end)
  const word = hourWord(reading, end)
  const minutes = Number(written ?? (/^[0-5]\d$/.test(dotted ?? '') ? dotted : 0))
  if (dotted !== undefined && ((minutes === 0 && dotted !== '00') || (early < 0 && late < 0)))
    return undefined
  if (!/^\d{1,2}$/.test(whole) || hours > 24 || (hours === 24 && minutes > 0)) return undefined
  end = Math.max(end, early, late, word)
  const half = early >= 0 ? 'am' : late >= 0 ? 'pm' : undefined
  if (half !== undefined && (hours < 1 || hours > 12) && !(half === 'pm' && hours > 12)) return undefined
  return {
    value: {
      minutes: inHalf(hours, half) * 60 + minutes,
      ...(half === undefined ? {} : { half }),
      bare: half === undefined && written === undefined && word < 0,
      open: half === undefined && written === undefined && hours >= 1 && hours <= 12,
    },
    end,
  }
}

function inHalf(hours: number, half: Clock['half']): number {
  if (half === 'am') return hours === 12 ? 0 : hours
  return half === 'pm' && hours < 12 ? hours + 12 : hours
}

const inside = phrase('during|at|in|on', 'in the hours', 'any time', 'sometime', 'at any time')
const between = phrase('between|from', 'between|from the hours of', 'anywhere? between')
const to = phrase('and|to|-|until|till|through', 'up to|until')
const after = phrase('after|past', 'later than', 'from', 'at or after', 'any time after', 'starting at|from')
const onward = phrase('onwards|onward|on', 'and|or later|after', 'or|and later')
const before = phrase('before|until|till', 'earlier than', 'by', 'any time before', 'up to|until')
const around = phrase('at')

/** `after 9 pm`, `between 9am and 5pm`, `before noon`, `from 21:00 to 24:00`. */
export const clockHours: Parser<Recurs> = (reading, at) => {
  const start = skip(reading, at, inside)
  return stretch(reading, at, start) ?? openEnded(reading, at, start) ?? oneHour(reading, at)
}

function stretch(reading: Reading, from: number, at: number): Found<Recurs> | undefined {
  const opened = between(reading, at)
  const first = clock(reading, opened >= 0 ? opened : at)
  // The hyphen of "9am-5pm" joins two words, and is no token.
  const joint = first === undefined ? -1 : skip(reading, first.end, to)
  const second = first === undefined ? undefined : clock(reading, joint)
  if (first === undefined || second === undefined) return undefined
  if (joint === first.end && (opened >= 0 || first.value.half === undefined)) return undefined
  // "between 10 and 22" may count anything, but where hours are spoken of.
  const plain = first.value.bare && second.value.bare
  if (plain && !isOfDay(reading, [from, second.end], first.value.minutes > second.value.minutes))
    return undefined
  const ends = paired(first.value, second.value, plain ? (start) => inNamedPart(reading, start) : () => true)
  if (ends === undefined) return undefined
  return hoursRead(reading, from, second.end, ends[0], ends[1])
}

/** Where a part of the day is named and its hours are said as well, the hours count. */
const saysHours = (reading: Reading, at: number): boolean => {
  for (let i = at; i < Math.min(reading.tokens.length, at + FARTHEST); i++)
    if (stretch(reading, i, i) !== undefined) return true
  return false
}
const FARTHEST = 8

/** "9 to 5 pm" begins in the morning, "2 to 5 pm" in the afternoon: whichever stretch is the shorter. */
function paired(
  first: Clock,
  second: Clock,
  fits: (start: number) => boolean,
): readonly [number, number] | undefined {
  const halves = ({ bare, open, minutes }: Clock) => (bare && open ? [minutes, minutes + 720] : [minutes])
  const length = ([start, end]: readonly [number, number]) => (end - start + 1440) % 1440
  const readings = halves(first).flatMap((start) => halves(second).map((end) => [start, end] as const))
  const sorted = readings.filter((one) => length(one) > 0).toSorted((a, b) => length(a) - length(b))
  return sorted.find(([start]) => fits(start)) ?? sorted[0]
}

function openEnded(reading: Reading, from: number, at: number): Found<Recurs> | undefined {
  const later = after(reading, at)
  const sooner = before(reading, at)
  const opened = Math.max(later, sooner)
  const found = clock(reading, opened >= 0 ? opened : at)
  if (found === undefined || found.value.bare) return undefined
  const behind = sooner >= 0 ? -1 : onward(reading, found.end)
  if (opened < 0 && behind < 0) return undefined
  // "from 9 pm" by itself may be the beginning of anything.
  if (behind < 0 && reading.tokens[at]?.word === 'from') return undefined
  const end = Math.max(found.end, behind)
  const { minutes, open } = found.value
  if (open) return halfAsked(reading, from, end, minutes)
  const late = minutes % 1440 === 0
  if (sooner >= 0) return late ? undefined : hoursRead(reading, from, end, 0, minutes)
  return late ? smallHours(reading, from, end) : hoursRead(reading, from, end, minutes, 1440)
}

/** "at 9 pm" is the hour that begins then. */
function oneHour(reading: Reading, at: number): Found<Recurs> | undefined {
  const opened = around(reading, at)
  const found = opened < 0 ? undefined : clock(reading, opened)
  if (found === undefined || found.value.bare) return undefined
  const { minutes, open } = found.value
  if (open) return halfAsked(reading, at, found.end, minutes)
  return hoursRead(reading, at, found.end, minutes % 1440, (minutes % 1440) + 60)
}

const halfAsked = (reading: Reading, from: number, end: number, minutes: number): Found<Recurs> => ({
  value: {
    recurring: {},
    assumptions: [],
    doubts: [
      question(from, end, `Is “${said(reading, from, end)}” in the morning or in the evening?`, [
        ['in the morning', said(reading, from, end).replace(/\d+.*$/, `${minutes / 60} am`)],
        ['in the evening', said(reading, from, end).replace(/\d+.*$/, `${minutes / 60} pm`)],
      ]),
    ],
  },
  end,
})

const smallHours = (reading: Reading, from: number, end: number): Found<Recurs> => ({
  value: {
    recurring: {},
    assumptions: [],
    doubts: [
      question(from, end, `Until when does “${said(reading, from, end)}” go on?`, [
        ['until 4 in the morning', 'from 00:00 to 04:00'],
        ['until 6 in the morning', 'from 00:00 to 06:00'],
      ]),
    ],
  },
  end,
})

function hoursRead(reading: Reading, from: number, end: number, start: number, stop: number): Found<Recurs> {
  const hours = { from: clockText(start % 1440), to: clockText(stop > 1440 ? stop - 1440 : stop) }
  return {
    value: { recurring: { hours }, assumptions: [hoursStated(reading, from, end, hours)], doubts: [] },
    end,
  }
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const hoursStated = (reading: Reading, from: number, end: number, { from: start, to: stop }: Hours): string =>
  `“${said(reading, from, end)}” is read as ${start} to ${stop} in the workspace’s time zone, ${reading.situation.zone}.`

const lunch = phrase('lunchtime|lunchtimes|lunch', 'lunch time|hour|break', 'the? lunch hour')
const lateNight = phrase(
  'late night|nights',
  'late at night',
  'late|night owl|owls',
  'the middle of the night',
)
const office = phrase('the? office|business|working|work hours', 'the working day')
const partOfDay = phrase(
  'the? morning|mornings|afternoon|afternoons|evening|evenings|night|nights|nighttime',
  'night time',
  'the? early|late morning|mornings|afternoon|afternoons|evening|evenings',
  'overnight',
  'after|outside office|business|working|work hours',
)
const PARTS: readonly (readonly [RegExp, readonly (readonly [label: string, instead: string])[]])[] = [
  [
    /morning/,
    [
      ['6:00 to 12:00', 'from 06:00 to 12:00'],
      ['5:00 to 9:00', 'from 05:00 to 09:00'],
    ],
  ],
  [
    /afternoon/,
    [
      ['12:00 to 18:00', 'from 12:00 to 18:00'],
      ['12:00 to 17:00', 'from 12:00 to 17:00'],
    ],
  ],
  [
    /evening/,
    [
      ['18:00 to 24:00', 'from 18:00 to 24:00'],
      ['17:00 to 21:00', 'from 17:00 to 21:00'],
    ],
  ],
  [
    /night/,
    [
      ['22:00 to 6:00', 'from 22:00 to 06:00'],
      ['21:00 to 24:00', 'from 21:00 to 24:00'],
    ],
  ],
  [
    /hours/,
    [
      ['17:00 to 9:00', 'from 17:00 to 09:00'],
      ['18:00 to 8:00', 'from 18:00 to 08:00'],
    ],
  ],
]
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/** Parts of the day with a name: those that everybody draws otherwise are asked about. */
export const namedHours: Parser<Recurs> = (reading, at) => {
  const start = skip(reading, at, inside)
  for (const [words, hours] of [
    [lunch, { from: '12:00', to: '14:00' }],
    [lateNight, { from: '22:00', to: '04:00' }],
  ] as const) {
    const end = words(reading, start)
    if (end >= 0 && saysHours(reading, end))
      return { value: { recurring: {}, assumptions: [], doubts: [] }, end }
    if (end >= 0)
      return {
        value: { recurring: { hours }, assumptions: [hoursStated(reading, start, end, hours)], doubts: [] },
        end,
      }
  }
  const worked = office(reading, start)
  if (worked >= 0) {
    const hours = { from: '09:00', to: '17:00' }
    const stated = `${hoursStated(reading, start, worked, hours).slice(0, -1)}, Monday to Friday.`
    return {
      value: { recurring: { hours, weekdays: [...WEEK] }, assumptions: [stated], doubts: [] },
      end: worked,
    }
  }
  const end = partOfDay(reading, start)
  if (end < 0) return undefined
  if (saysHours(reading, end)) return { value: { recurring: {}, assumptions: [], doubts: [] }, end }
  const words = said(reading, start, end)
  const choices = PARTS.find(([part]) => part.test(words.toLowerCase()))?.[1] ?? []
  return {
    value: {
      recurring: {},
      assumptions: [],
      doubts: [question(at, end, `Which hours do you mean by “${words}”?`, choices)],
    },
    end,
  }
}
