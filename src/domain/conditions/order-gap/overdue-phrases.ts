import type { Criteria } from '../../criteria/schema.ts'
import { overWindows, told, whereOf, withTotal } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, totalSlot, whereSlots } from '../../language/grammar/buying.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import type { OrderGapCondition } from './order-gap.ts'

type Gap = OrderGapCondition['gap']

const people = phrase('customers|customer|buyers|shoppers|people|ones|clients')
const DUE =
  'a|an|another|their|the? next? order|orders|reorder|reorders|purchase|repurchase|replenishment|refill|restock|buy'
const overdue = phrase(
  'overdue',
  `overdue|late|due for|with|on|in ${DUE}`,
  'overdue|due to reorder|repurchase|replenish|restock|order|buy again?',
  'should|ought to? have already? reordered|ordered|bought|purchased|repurchased|replenished|returned again? by now|already?',
  'were|was due to reorder|order|buy again? by now|already?',
  'past their|the usual|normal|typical|average|expected reorder|repurchase|replenishment|order|purchase|buying? date|point|window|time|cycle|interval|gap|cadence|rhythm',
  'missed|skipped their usual|normal|typical|expected|next reorder|order|purchase date?',
)
const gone = phrase('gone|went|going|waited|been', 'been quiet|silent|away')
const longer = phrase('longer than|for?', 'for longer than', 'for? more than', 'over')
const usual = phrase(
  'usual|normal',
  'they usually|normally do?',
  'is usual|normal for them',
  'it usually|normally takes them',
)
const timesWord = phrase('times|x|time')
const twice = phrase('twice|double')
const NAMES: readonly (readonly [Gap, ReturnType<typeof phrase>])[] = [
  [
    'average',
    phrase(
      'their|the? own? usual|normal|typical|average|mean order|purchase|buying|reorder? gap|interval|cycle|cadence|rhythm|frequency|time|pause|break between? orders?',
    ),
  ],
  [
    'longest',
    phrase('their|the? longest|biggest|maximum order|purchase? gap|interval|pause|break between? orders?'),
  ],
  ['shortest', phrase('their|the? shortest|smallest|minimum order|purchase? gap|interval between? orders?')],
  ['first', phrase('the gap between their first two orders')],
  ['last', phrase('the gap between their last two orders')],
]
const without = phrase(
  'without an|another|any|a|ordering|buying order|purchase?',
  'without ordering|buying again?',
  'since their|the|last last? order|purchase?',
)
const byNow = phrase('by now', 'already', 'now')

/** `overdue`, `should have reordered by now`: longer since the last order than their own usual gap. */
const isOverdue: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = overdue(reading, start)
  if (head < 0) return undefined
  const end = skip(reading, skip(reading, head, byNow), people)
  return finish(reading, at, end, { gap: 'average', overdue: 1, negative })
}

/** `gone longer than 2 times their average gap between orders without an order`, `not ordered for longer than usual` */
const wentLonger: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  // "not ordered for longer than usual" denies the order, and not how long it took.
  const bought = negative ? boughtFor(reading, polar) : -1
  const verb = bought >= 0 ? bought : gone(reading, polar)
  const opened = verb < 0 ? -1 : longer(reading, verb)
  if (opened < 0) return undefined
  const plain = usual(reading, opened)
  const denied = { negative: negative && bought < 0 }
  if (plain >= 0)
    return finish(reading, at, skip(reading, plain, without), { gap: 'average', overdue: 1, ...denied })
  const token = reading.tokens[opened]
  const n = token?.number
  const doubled = twice(reading, opened)
  // "twice" is a number of times by itself.
  const times = n === undefined ? doubled : token?.times ? opened + 1 : timesWord(reading, opened + 1)
  const factor = times < 0 ? 1 : (n ?? 2)
  for (const [gap, words] of NAMES) {
    const named = words(reading, Math.max(times, opened))
    if (named < 0) continue
    return finish(reading, at, skip(reading, named, without), { gap, overdue: factor, ...denied })
  }
  return undefined
}

const boughtFor = phrase(
  'ordered|bought|purchased|shopped|order|buy|purchase for|in?',
  'been back|seen for|in?',
)

function finish(
  reading: Reading,
  from: number,
  at: number,
  { negative, ...asked }: { gap: Gap; overdue: number; negative: boolean },
): Found<Meaning> {
  const slots = noSlots()
  const end = collect(reading, at, slots, [timingSlot, totalSlot, ...whereSlots], between)
  withTotal(reading, slots, from, end)
  const where = whereOf(slots.where)
  const criteria = overWindows(
    slots.timing,
    (within): Criteria => ({
      type: 'order_gap',
      ...asked,
      ...(within === undefined ? {} : { within }),
      ...(where === undefined ? {} : { where }),
    }),
  )
  const longerThan = asked.gap === 'average' ? 'the average time between their own orders' : 'that'
  const stated = [
    `“${said(reading, from, at)}” is read as: the last order is longer ago than ${longerThan}. Only customers with at least two orders have such a time.`,
  ]
  return {
    value: told(negative ? negated(criteria) : criteria, slots, asked.gap === 'average' ? stated : []),
    end,
  }
}

export const overduePhrases: readonly Parser<Meaning>[] = [isOverdue, wentLonger]
