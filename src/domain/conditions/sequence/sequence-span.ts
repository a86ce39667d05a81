import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { span, unitAt } from '../../language/grammar/span.ts'
import type { Unit } from '../../time/window.ts'
import type { Apart } from './sequence-apart.ts'
import { namesProduct } from '../../language/linking/links.ts'

/** How long after the first deed the second may come. */
export interface SaidApart {
  readonly apart: Apart
  readonly assumptions: readonly string[]
  /** Behind it stands what it counts from: "of signing up". Answers where that begins. */
  readonly from?: number
  /** It points back to what was said before: "of that", "of the click". */
  readonly pointed?: true
}

const withinWord = phrase(
  'within|inside the?',
  'within|inside of?',
  'in|within less|fewer than',
  'in|within under',
  'less|fewer than',
  'no|not later|more|longer than',
  'within|in|over|during the next|following|first',
  'within a period of',
  'within|in|over|during the',
)
/** Without one of these "in 3 days" and "in the first week" may be meant in another way. */
const loose = phrase(
  'in|over|during the first',
  'within|in|over|during the',
  'less|fewer|no|not than|more|longer|later than?',
  'in',
)
const ofIt = phrase(
  'of|after|from|following that|it|this|them|which|doing|so so?',
  'of|after doing|so so?',
  'of|after|from the|that|this|their|its click|open|visit|view|order|purchase|signup|event|email|message|sms|ad|add',
  'afterwards|afterward|after|later|thereafter|following',
  'after that|it|this',
)
const over = phrase(',? which|that is|are|has|have over|passed', ',? and that time is over|up')
const counted = phrase('of|after|from|since|following|upon', 'counting? from')

const PARTS: Readonly<Record<Unit, readonly [number, Apart['unit']]>> = {
  hour: [1, 'hour'],
  day: [1, 'day'],
  week: [1, 'week'],
  month: [30, 'day'],
  quarter: [91, 'day'],
  year: [365, 'day'],
}

/** `within 3 days`, `within 2 days of that`, `in less than a week after`, `within 7 days of …`. */
const apartAt: Parser<SaidApart> = (reading, at) => {
  const opened = withinWord(reading, at)
  const length = opened < 0 ? undefined : (span(reading, opened) ?? oneUnit(reading, opened))
  if (length === undefined || length.value.bare || length.value.plus) return undefined
  const { n, unit, assumption } = length.value
  const [times, smaller] = PARTS[unit]
  if (n * times > 5000) return undefined
  const apart = { n: n * times, unit: smaller }
  const stated =
    times === 1
      ? []
      : [`“${n} ${unit}${n === 1 ? '' : 's'}” between two deeds is counted as ${n * times} days.`]
  const assumptions = [...(assumption === undefined ? [] : [assumption]), ...stated]
  const behind = counted(reading, length.end)
  // "within 3 days after opening an e-mail", and not "within 3 days after".
  const named = behind >= 0 && (startsDeed(reading, behind) || aProduct(reading, behind))
  const tail = named ? -1 : ofIt(reading, length.end)
  const end = skip(reading, Math.max(tail, length.end), over)
  const begins = tail >= 0 ? -1 : behind
  if (tail < 0 && begins < 0 && loose(reading, at) >= opened) return undefined
  const value = {
    apart,
    assumptions,
    ...(begins < 0 ? {} : { from: begins }),
    ...(tail < 0 ? {} : { pointed: true as const }),
  }
  return { value, end }
}

const doing = /^\p{L}{3,}ing$/u
const theirFirst = phrase('the|their|a first|initial', 'sign up|signup')

const article = phrase('a|an|the|any|their')
/** "within 60 days after a Running Shoe" */
const aProduct = (reading: Reading, at: number): boolean =>
  reading.links.at(skip(reading, at, article)).some(namesProduct)

const startsDeed = (reading: Reading, at: number): boolean =>
  doing.test(reading.tokens[at]?.word ?? '') || theirFirst(reading, at) >= 0

/** "in the month following …": one of it. */
function oneUnit(reading: Reading, at: number): ReturnType<typeof span> {
  const found = reading.tokens[at - 1]?.word === 'the' ? unitAt(reading, at) : undefined
  return found && { value: { n: found.times, unit: found.unit, plus: false, bare: false }, end: found.end }
}

/** How far behind a deed the time may stand, in tokens. */
const FARTHEST = 30

/** The time that stands next behind a token, and where. */
export function apartBehind(
  reading: Reading,
  at: number,
): (Found<SaidApart> & { readonly at: number }) | undefined {
  for (let i = at; i < Math.min(reading.tokens.length, at + FARTHEST); i++) {
    const found = apartAt(reading, i)
    if (found !== undefined) return { ...found, at: i }
  }
  return undefined
}
