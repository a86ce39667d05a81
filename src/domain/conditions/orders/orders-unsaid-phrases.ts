import { moneyAsked, ordersAsked, passesZero, told } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot } from '../../language/grammar/buying.ts'
import { comparison, isPlain } from '../../language/grammar/comparison.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { noun } from './order-nouns.ts'

const lead = phrase('with|having|placed|made', 'who have|placed|made')
const CLOSING = /^(?:|[.,;!?)]|and|or|but|who|in|from)$/

/** "women with 2+ orders or men with 4 or more": the orders are said once, for both numbers. */
const ordersUnsaid: Parser<Meaning> = (reading, at) => {
  const start = lead(reading, at)
  const found = start < 0 || !countsOrders(reading, at) ? undefined : comparison(reading, start)
  if (found === undefined || found.value.bare || !CLOSING.test(wordAt(reading, found.end))) return undefined
  if (!isPlain(found.value)) return undefined
  const stated = `“${said(reading, start, found.end)}” is read as orders.`
  const zero = passesZero(found.value) ? [NON_BUYERS] : []
  const slots = noSlots()
  return { value: told(ordersAsked('count', found.value, slots), slots, [stated, ...zero]), end: found.end }
}

/** Whether a number of orders is the last that was counted before. */
function countsOrders(reading: Reading, at: number): boolean {
  for (const i of placesBefore(at)) {
    const number = comparison(reading, i)
    if (number === undefined || number.end > at) continue
    return noun(reading, number.end) >= 0
  }
  return false
}

/** "UK, >$150 last year": an amount in a currency, in notes. */
const moneyUnsaid: Parser<Meaning> = (reading, at) => {
  const found = comparison(reading, at)
  if (found?.value.currency === undefined || found.value.bare) return undefined
  // "Lifetime spend of 300 to 1,000 dollars", "kids gear under $100": what it is an amount of stands before it.
  const noted = /^[<>≤≥]/.test(wordAt(reading, at)) || CLOSING.test(wordAt(reading, at - 1))
  if (at > 0 && !noted) return undefined
  const slots = noSlots()
  const end = collect(reading, found.end, slots, [timingSlot], between)
  if (!CLOSING.test(wordAt(reading, found.end)) && end === found.end) return undefined
  const stated = `“${said(reading, at, found.end)}” is read as what they spent.`
  const asked = moneyAsked(reading, found.value)
  return {
    value: told(ordersAsked('spend', asked.test, slots), slots, [stated, ...asked.assumptions]),
    end,
  }
}

export const orderUnsaidPhrases: readonly Parser<Meaning>[] = [ordersUnsaid, moneyUnsaid]
