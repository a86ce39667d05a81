import { told, whereOf, withTotal } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, totalSlot, whereSlots } from '../../language/grammar/buying.ts'
import { allOf, doubtful, type Meaning, missing, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser, Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import type { NthOrderCondition } from './nth-order.ts'

const lead = phrase(
  'both|all|each|every one|none|any of? their|his|her|the',
  'at least one|two of their|his|her|the',
  'one|two|three of their|his|her|the',
  'whose|their|his|her|the|with|had|have|has|placed|made',
)
const first = phrase('very? first|earliest|initial')
const last = phrase('very? last|latest|final|previous', 'most recent')
const orders = phrase('orders|purchases|transactions|baskets')
const were = phrase(
  'were|was|are|is|have|had|been|placed|made|came|both|all|each|used',
  'all|both|each of them|which',
)

/** Behind “first two orders”, “2 most recent orders”, or -1; how many stands first or second. */
function headAt(reading: Reading, at: number): { n: number; end: number; back: boolean } | undefined {
  for (const [which, back] of [
    [first, false],
    [last, true],
  ] as const) {
    const place = which(reading, at)
    const number = place >= 0 ? place : at
    const n = reading.tokens[number]?.number
    const behind = place >= 0 ? number + 1 : which(reading, at + 1)
    const end = n === undefined || behind < 0 ? -1 : orders(reading, behind)
    if (n !== undefined && end >= 0 && Number.isInteger(n) && n >= 2 && n <= MOST) return { n, end, back }
  }
  return undefined
}

const MOST = 10
const COUNTED_BACK =
  'Orders can be counted from the first: “their first two orders were on mobile”. Counted back, only the last one can be asked: “last order on mobile”; so can all of them: “all their orders were on mobile”.'

/** `their first two orders were both on mobile`: each of them was. Back from the last one they can’t be counted. */
const severalOrders: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  let from = start
  for (let i = 0; i < 2; i++) from = skip(reading, from, lead)
  const head = headAt(reading, from)
  if (head === undefined) return undefined
  let rest = head.end
  for (let i = 0; i < 4; i++) rest = skip(reading, rest, were)
  const slots = noSlots()
  const end = collect(reading, rest, slots, [timingSlot, totalSlot, ...whereSlots], between)
  withTotal(reading, slots, at, end)
  const where = whereOf(slots.where)
  const [during] = slots.timing?.windows ?? []
  // “the time between their last two orders” asks for nothing of each.
  if (where === undefined && during === undefined) return undefined
  if (head.back || SOME.test(reading.tokens[start]?.word ?? ''))
    return { value: doubtful(missing(at, end, 'orders counted back from the last', COUNTED_BACK)), end }
  const each = Array.from(
    { length: head.n },
    (_, i): NthOrderCondition => ({
      type: 'nth_order',
      nth: i + 1,
      ...(during && { during }),
      ...(where && { where }),
    }),
  )
  return { value: told(negative ? negated(allOf(each)) : allOf(each), slots), end }
}

/** “one of their first three orders” is not each of them. */
const SOME = /^(?:at|one|two|three|any|none)$/

export const severalOrdersPhrases: readonly Parser<Meaning>[] = [severalOrders]
