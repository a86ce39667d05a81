import { whereOf, withTotal } from '../../language/grammar/asked.ts'
import { between, type BuySlots, noSlots } from '../../language/grammar/buying.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { collect, type Slot } from '../../language/grammar/slots.ts'

/** What is said from `start` of an order that was named at `at`; undefined where nothing is. */
export function likeWhat(
  reading: Reading,
  at: number,
  start: number,
  readers: readonly Slot<BuySlots>[],
): Found<BuySlots> | undefined {
  const slots = noSlots()
  const end = collect(reading, start, slots, readers, between)
  withTotal(reading, slots, at, end)
  const saysNothing = slots.timing === undefined && whereOf(slots.where) === undefined
  return end === start || saysNothing ? undefined : { value: slots, end }
}
