import type { Criteria } from '../../criteria/schema.ts'
import { overWindows, told, whereOf, withTotal } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, totalSlot, whereSlots } from '../../language/grammar/buying.ts'
import { allOf, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { nthOfOrders } from '../../language/grammar/nth.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { type Span, span, unitAt } from '../../language/grammar/span.ts'
import { collect } from '../../language/grammar/slots.ts'
import { bareDays, type Days, daysOf, lengthAt } from './order-gap-length.ts'
import type { OrderGapCondition } from './order-gap.ts'

type Gap = OrderGapCondition['gap']
const lead = phrase('with|have|has|having|had|whose|where|their|the|a|an')
const NAMES: readonly (readonly [Gap, ReturnType<typeof phrase>])[] = [
  ['average', phrase('average|mean|avg|typical', 'average|mean|avg|typical purchase|order?')],
  ['longest', phrase('longest|largest|biggest|maximum|max')],
  ['shortest', phrase('shortest|smallest|minimum|min')],
]
const gapNoun = phrase(
  'gap|gaps|interval|intervals|time|days|break',
  'number of days',
  'order|purchase gap|interval|frequency',
)
const betweenOrders = phrase(
  'between|among their? orders|purchases|two? consecutive? orders?',
  'between orders|purchases|two? orders',
  'between two consecutive? orders|purchases',
  'between one order and the next',
  'between two? orders|purchases in a row',
  'between two? successive|subsequent|neighbouring|adjacent orders|purchases',
)
const betweenFirst = phrase(
  'between the? first and the? second order|purchase|orders|purchases?',
  'between their first and their? second order|purchase|orders|purchases?',
  'between the first order|purchase and the second order|purchase?',
  'between their|the? first two orders|purchases',
)
const betweenLast = phrase(
  'between the|their? last|latest|final|previous two|2 orders|purchases',
  'between the|their? two|2 last|latest|previous orders|purchases',
  'between the|their? two|2? most recent two|2? orders|purchases',
  'between their|the last|latest and second|next to last|latest orders|order|purchase|purchases?',
  'between their|the last order|purchase and the one before it|that?',
  'between their|the last and the one before it|that?',
)
const isWord = phrase('is|was|are|of|:|=|being', 'has been')

/** `average gap between orders under 30 days`, `have a longest gap of more than 90 days between orders`. */
const gapIs: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  let start = polar
  for (let i = 0; i < 3; i++) start = skip(reading, start, lead)
  let gap: Gap | undefined
  for (const [name, words] of NAMES) {
    const end = words(reading, start)
    if (end >= 0) [gap, start] = [name, end]
  }
  const noun = gapNoun(reading, start)
  if (noun < 0) return undefined
  const early = placeAt(reading, noun)
  const from = skip(reading, early?.end ?? noun, isWord)
  const inDays = reading.tokens[noun - 1]?.word === 'days'
  const length = lengthAt(reading, from) ?? (inDays ? bareDays(reading, from) : undefined)
  if (length === undefined) return undefined
  const late = early === undefined ? placeAt(reading, length.end) : undefined
  const place = early ?? late
  if (place === undefined) return undefined
  const asked = place.two ?? gap
  const end = late?.end ?? length.end
  if (asked === undefined) {
    const doubt = question(at, end, 'The average time between their orders, or the longest?', [
      ['the average', 'average gap between orders under 30 days'],
      ['the longest', 'longest gap between orders over 90 days'],
    ])
    return { value: { assumptions: [], doubts: [doubt] }, end }
  }
  return finish(reading, at, end, asked, length.value, negative)
}

function placeAt(reading: Reading, at: number): { two?: 'first' | 'last'; end: number } | undefined {
  const [first, last] = [betweenFirst(reading, at), betweenLast(reading, at)]
  const any = betweenOrders(reading, at)
  const end = Math.max(first, last, any)
  if (end < 0) return undefined
  return end === first ? { two: 'first', end } : end === last ? { two: 'last', end } : { end }
}

function finish(
  reading: Reading,
  from: number,
  at: number,
  gap: Gap,
  { test, assumptions }: Days,
  negative: boolean,
): Found<Meaning> {
  const slots = noSlots()
  const end = collect(reading, at, slots, [timingSlot, totalSlot, ...whereSlots], between)
  withTotal(reading, slots, from, end)
  const where = whereOf(slots.where)
  const criteria = overWindows(slots.timing, (within) =>
    allOf(
      test.tests.map(
        ({ op, value }): Criteria => ({
          type: 'order_gap',
          gap,
          op,
          value,
          ...(within === undefined ? {} : { within }),
          ...(where === undefined ? {} : { where }),
        }),
      ),
    ),
  )
  const stated = [...assumptions, 'Only customers with at least two orders have a time between them.']
  return { value: told(negative ? negated(criteria) : criteria, slots, stated), end }
}

const buys = phrase('ordered|order|orders|bought|buy|buys|purchased|purchase|purchases|shopped|shop|shops')
const went = phrase('went|gone|go|goes|waited|wait|took|left|let')
const once = phrase('once')
const every = phrase('every', 'at least|about? every', 'at least once every|a|in', 'once every|a')
const onAverage = phrase('on average', 'in|on the average', 'on the whole')

/** `orders at least every 2 weeks on average` */
const orderedEvery: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = buys(reading, start)
  const opened = verb < 0 ? -1 : every(reading, verb)
  const length = opened < 0 ? undefined : (span(reading, opened) ?? bareUnit(reading, opened))
  const end = length === undefined ? -1 : onAverage(reading, length.end)
  if (length === undefined || end < 0) return undefined
  const days = lengthOf(length)
  return finish(reading, at, end, 'average', days.value, negative)
}

function bareUnit(reading: Reading, at: number): Found<Pick<Span, 'n' | 'unit'>> | undefined {
  const unit = unitAt(reading, at)
  return unit && { value: { n: unit.times, unit: unit.unit }, end: unit.end }
}

const passed = phrase('passed|lay|elapsed|went|passing|pass', 'went by')

/** `went more than 90 days between two orders`, `at least 90 days passed between their last two orders` */
const wentBetween: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = went(reading, skip(reading, start, once))
  // "more than 6 months between two orders" needs no verb.
  const length = lengthAt(reading, verb < 0 ? start : verb)
  const place = length === undefined ? undefined : placeAt(reading, skip(reading, length.end, passed))
  if (length === undefined || place === undefined) return undefined
  // One such gap is there when the longest is; short ones are asked of the shortest.
  const long = length.value.test.tests.every(({ op }) => op.startsWith('>'))
  return finish(reading, at, place.end, place.two ?? (long ? 'longest' : 'shortest'), length.value, negative)
}

const link = phrase(
  'was|were|is|came|come|comes|landed|arrived|happened|fell|took|followed|got|placed|made|in|only|just',
  'was|got placed|made',
  'took place',
  'came in?',
)
const within = phrase('within|in|inside', 'in under', 'no|not later than', 'at most')
const later = phrase('later|afterwards|after|apart')
const ofFirst = phrase(
  'of|after|from|following|since their|the|his|her? very? first|1st|initial order|purchase|one?',
  'of|after|from|following that|it',
  'later than their|the? first|1st order|purchase|one?',
)

/** `second order came within 30 days of the first`, `second order more than 90 days after the first`. */
const secondAfterFirst: Parser<Meaning> = (reading, at) => {
  const { negative: before, end: start } = polarity(reading, at)
  const head = nthOfOrders(reading, start)
  if (head === undefined || head.value.nth !== 2 || head.value.onward === true) return undefined
  const { negative, end: polar } = polarity(reading, head.end)
  let from = polar
  for (let i = 0; i < 3; i++) from = skip(reading, from, link)
  const opened = within(reading, from)
  const days = opened < 0 ? undefined : span(reading, opened)
  const length = days === undefined || days.value.bare ? lengthAt(reading, from) : lengthOf(days)
  const placed =
    length === undefined ? -1 : Math.max(ofFirst(reading, length.end), later(reading, length.end))
  if (length === undefined || placed < 0) return undefined
  const end = skip(reading, placed, ofFirst)
  // "didn’t come within 30 days of the first" speaks of a second order that is there.
  const asked = negative ? opposite(length.value) : length.value
  return asked && finish(reading, at, end, 'first', asked, before)
}

const OPPOSITES = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const

/** Undefined for what has no single opposite: exactly so many days, or between two numbers of them. */
function opposite({ test, assumptions }: Days): Days | undefined {
  const [only, more] = test.tests
  if (only === undefined || more !== undefined || only.op === '=' || only.op === 'between') return undefined
  return { test: { tests: [{ ...only, op: OPPOSITES[only.op] }], bare: false }, assumptions }
}

const toPlace = phrase(
  'to|before|until|till place|make|placing|making|buy|do|doing|get|getting|reach|placed|made|for|to?',
  'to|before|until|till they? placed|made',
  'to come|get back? for|with',
  'to return for|with',
)
const afterFirst = phrase('after the|their first|initial one|order|purchase?')

/** `took more than 60 days to place their second order` */
const tookUntilSecond: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = needed(reading, start)
  const length = verb < 0 ? undefined : lengthAt(reading, verb)
  const opened = length === undefined ? -1 : toPlace(reading, length.end)
  const head = opened < 0 ? undefined : nthOfOrders(reading, opened)
  if (length === undefined || head?.value.nth !== 2 || head.value.onward === true) return undefined
  return finish(reading, at, skip(reading, head.end, afterFirst), 'first', length.value, negative)
}

const needed = phrase('took|take|takes|needed|need|needs|waited|wait|let|went')

const lengthOf = ({ value: { n, unit }, end }: Found<Pick<Span, 'n' | 'unit'>>): Found<Days> => ({
  value: daysOf({ tests: [{ op: '<=', value: n }], bare: false }, { unit, times: 1 }),
  end,
})

const twoOrders = phrase(
  'the|their? last|first|latest two|2 orders|purchases',
  'the|their? two|2 most recent|latest|first orders|purchases',
)
const apart = phrase('apart', 'from each other')

/** `last two orders more than 3 months apart` */
const twoApart: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = twoOrders(reading, skip(reading, start, lead))
  if (head < 0) return undefined
  const from = skip(reading, skip(reading, head, link), isWord)
  const length = lengthAt(reading, from)
  const end = length === undefined ? -1 : apart(reading, length.end)
  if (length === undefined || end < 0) return undefined
  const first = reading.tokens.slice(start, head).some(({ word }) => word === 'first')
  return finish(reading, at, end, first ? 'first' : 'last', length.value, negative)
}

export const orderGapPhrases: readonly Parser<Meaning>[] = [
  gapIs,
  orderedEvery,
  wentBetween,
  secondAfterFirst,
  tookUntilSecond,
  twoApart,
]
