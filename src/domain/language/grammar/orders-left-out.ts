import type { Comparison } from '../../conditions/shared/comparison.ts'
import { countedStatus, type OrderFilter } from '../../conditions/shared/filters.ts'
import { code, coded } from './code-words.ts'
import { comparison, mayBeMoney } from './comparison.ts'
import { type Doubt, question } from './meaning.ts'
import { channel, device, discounted, status } from './order-words.ts'
import { type Phrase, phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import type { Slot } from './slots.ts'

interface Slots {
  where: OrderFilter
  assumptions: string[]
  doubts: Doubt[]
}

const opened = phrase(
  ',|(? not|without counting|including|considering',
  ',|(? excluding|excl|exclude|ignoring|ignore|omitting|discounting|disregarding|minus',
  ',|(|-? but|and? leaving|setting|putting|taking|leave|set|put|take aside|out',
  ',|(? except|besides for?',
  ',|(? apart|aside|other from|than',
)
/** "leave refunded orders out" */
const around = phrase(',|(|-? but|and? leaving|setting|putting|taking|leave|set|put|take')
const aside = phrase('aside|out')
const article = phrase('any|all|the|their|our', 'all of the|their')
const noun = phrase('orders|order|purchases|purchase|transactions|sales')
const nounOrOnes = phrase('orders|order|purchases|purchase|transactions|ones|sales')
const worth = phrase('that|which? were|was|are worth?', 'worth|of|totalling|for')
const joint = phrase('and|or|nor', ',', ', and|or')
const cancelled = phrase('cancelled|canceled', 'that were|are cancelled|canceled')
const behind = phrase(
  'are|is|being? not counted|included|considered',
  'are|is|being? excluded|omitted|ignored|disregarded',
  'are|is|being? left out|aside',
  'do|does not count',
)
const comma = phrase(',', '(', ', with')
const closing = phrase(')')

/** What orders are left out by, each turned into what those that stay have. */
type Kept = Pick<OrderFilter, 'status' | 'channel' | 'device' | 'code' | 'coded' | 'discounted' | 'total'>

/**
 * "spent over 500, not counting refunded orders", "3+ orders excluding those under 20": which orders are left out of
 * what is counted. It says nothing of who placed such an order beside others.
 */
export const leftOutSlot: Slot<Slots> = (reading, at, slots) => {
  const found =
    ordersLeftOut(reading, opened(reading, at)) ??
    leftOutBetween(reading, at, [around, aside]) ??
    leftOutBetween(reading, at, [comma, behind])
  if (found === undefined) return undefined
  const { kept } = found.value
  if (Object.keys(kept).some((key) => key in slots.where)) return undefined
  return {
    end: found.end,
    fill() {
      Object.assign(slots.where, kept)
      slots.assumptions.push(LEFT_OUT)
      if (found.value.doubt !== undefined) slots.doubts.push(question(at, found.end, found.value.doubt))
    },
  }
}

const LEFT_OUT =
  'Such orders are left out of what is counted; who placed one is in by their other orders. To leave out those people, say “but not those who placed …”.'

interface LeftOut {
  readonly kept: Kept
  /** Why nothing can be counted so, as a question. */
  readonly doubt?: string
}

const NOTHING_LEFT = 'Without these orders none would be left to count: which ones should count?'
const OF_ONE_CODE =
  'Orders with one code can’t be left out of a count yet. Those with any code can, “not counting orders with a discount code”, and so can the people: “but not those who used VIP15”.'

/** Values that stay, in a field of the filter. */
const keeps = (kept: Kept, rest: readonly unknown[]): LeftOut =>
  rest.length > 0 ? { kept } : { kept, doubt: NOTHING_LEFT }

/** "leave refunded orders out", ", refunded orders not counted": between words that say so. */
function leftOutBetween(
  reading: Reading,
  at: number,
  [before, after]: readonly [before: Phrase, after: Phrase],
): Found<LeftOut> | undefined {
  const found = ordersLeftOut(reading, before(reading, at))
  const end = found === undefined ? -1 : after(reading, found.end)
  return found === undefined || end < 0 ? undefined : { ...found, end: skip(reading, end, closing) }
}

/** One kind of order or several: `refunded orders`, `cancelled and in-store purchases`, `orders under $20`. */
function ordersLeftOut(reading: Reading, at: number): Found<LeftOut> | undefined {
  if (at < 0) return undefined
  let all: LeftOut = { kept: {} }
  let next = skip(reading, at, article)
  for (;;) {
    const kind = kindAt(reading, next)
    const end = kind === undefined ? cancelled(reading, next) : kind.end
    if (end < 0) break
    if (kind !== undefined && Object.keys(kind.value.kept).some((key) => key in all.kept)) return undefined
    all = { ...all, ...kind?.value, kept: { ...all.kept, ...kind?.value.kept } }
    const last = nounOrOnes(reading, end)
    if (last >= 0) return Object.keys(all.kept).length > 0 ? { value: all, end: last } : undefined
    const more = joint(reading, end)
    if (more < 0) return undefined
    next = more
  }
  const head = noun(reading, next)
  if (head < 0) return undefined
  const kind = kindAt(reading, head) ?? pricedAt(reading, head)
  return kind && { value: kind.value, end: kind.end }
}

function kindAt(reading: Reading, at: number): Found<LeftOut> | undefined {
  const { vocabulary } = reading.situation
  const states = status(reading, at)
  if (states !== undefined) {
    const rest = countedStatus.options.filter((one) => !states.value.includes(one))
    return { value: keeps({ status: rest }, rest), end: states.end }
  }
  for (const [field, parser] of [['channel', channel] as const, ['device', device] as const]) {
    const found = parser(reading, at)
    if (found === undefined || found.value.doubts.length > 0) continue
    const { values } = found.value
    const rest = vocabulary.values(field).flatMap(({ value }) => (values.includes(value) ? [] : [value]))
    return { value: keeps(field === 'channel' ? { channel: rest } : { device: rest }, rest), end: found.end }
  }
  return withCodeOrDiscount(reading, at)
}

function withCodeOrDiscount(reading: Reading, at: number): Found<LeftOut> | undefined {
  const any = coded(reading, at)
  const one = code(reading, at)
  if (one !== undefined && one.end > (any?.end ?? 0))
    return { value: { kept: { code: one.value.values }, doubt: OF_ONE_CODE }, end: one.end }
  const reduced = discounted(reading, at)
  if (any !== undefined && any.end >= (reduced?.end ?? 0))
    return { value: { kept: { coded: !any.value } }, end: any.end }
  return reduced && { value: { kept: { discounted: !reduced.value } }, end: reduced.end }
}

const OPPOSITES = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const

/** "under $20": those that stay came to at least that. */
function pricedAt(reading: Reading, at: number): Found<LeftOut> | undefined {
  const found = comparison(reading, skip(reading, at, worth))
  const [test, more] = found?.value.tests ?? []
  if (found === undefined || test === undefined || more !== undefined || found.value.bare) return undefined
  if (!mayBeMoney(found.value)) return undefined
  if (test.op === '=' || test.op === 'between') return undefined
  const total: Comparison = { ...test, op: OPPOSITES[test.op] }
  return { value: { kept: { total } }, end: found.end }
}
