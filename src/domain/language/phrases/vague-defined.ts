import type { OrdersCondition } from '../../conditions/orders/orders.ts'
import { moneyAsked, ordersAsked, overWindows, told, withTotal } from '../grammar/asked.ts'
import { between, noSlots, timingSlot, whereSlots } from '../grammar/buying.ts'
import { comparison } from '../grammar/comparison.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { longestIn, phrase, skip } from '../grammar/phrase.ts'
import { type Parser, said, wordAt } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'
import { THAT_IS } from '../grammar/that-is.ts'

const BIG = 'big|large|high|heavy|small|low|little|tiny|huge|expensive|pricey|cheap'
const WHO = 'customer|customers|buyer|buyers|shopper|shoppers|clients|people|ones|spenders|spender'

type Of = 'order' | 'first order' | Extract<OrdersCondition['measure'], 'spend' | 'average'>

/** Vague words for an amount of money, with what the amount is of. */
const VAGUE: readonly (readonly [Of, ReturnType<typeof phrase>])[] = [
  [
    'spend',
    phrase(
      'whale|whales',
      'high|big rollers|roller',
      'big|high|heavy|top|low|small spender|spenders',
      `high|low|big spending|value|worth ${WHO}`,
      `good|best|great|valuable|important|premium ${WHO}`,
      'spend|spent|spends a lot|little',
      'high|low ltv|clv|spend',
      'high|low lifetime value|spend',
    ),
  ],
  ['average', phrase('high|low|big|small aov|baskets|average', 'high|low average order|basket value?')],
  ['order', phrase(`a? ${BIG} order|orders|purchase|purchases|basket`)],
  [
    'first order',
    phrase(
      `a? ${BIG} first|1st|initial|opening order|purchase`,
      `first|1st|initial ${BIG} order|purchase`,
      `first|1st|initial order|purchase was|is|were? quite|very|really|pretty|a? ${BIG} one?`,
    ),
  ],
]

const thatIs = phrase(
  ...THAT_IS,
  '(|:|=',
  ',|-|(? let us say ,?',
  ',|-|(? let us? call it ,?',
  ',|-|(? say|so ,?',
)
const pause = phrase(',|-')
const ofIt = phrase('worth|above|spent|spending')
/** Behind a number they say that it counts something else. */
const COUNTED =
  /^(?:orders?|purchases?|times?|x|items?|units?|pieces|visits?|days?|weeks?|months?|years?|hours?|%|percent|products?|categories|opens?|clicks?|emails?)$/

/** "our whales, let’s say 1.5k and up", "big first order (150 or up)": vague words, and behind them the amount they mean. */
export const vagueDefined: Parser<Meaning> = (reading, at) => {
  const named = longestIn(reading, at, VAGUE)
  if (named === undefined) return undefined
  const spelt = thatIs(reading, named.end)
  // "big first order, over 150"; of people a number behind a comma may be their age.
  const ofOrders = named.value === 'order' || named.value === 'first order'
  const opened = spelt < 0 && ofOrders ? skip(reading, named.end, pause) : spelt
  const amount = opened < 0 ? undefined : comparison(reading, skip(reading, opened, ofIt))
  if (amount === undefined || (spelt < 0 && amount.value.bare)) return undefined
  const { times, percent } = amount.value
  if (times || percent || COUNTED.test(wordAt(reading, amount.end))) return undefined
  // "large orders: at least 3" may be how many.
  const { tests, currency } = amount.value
  if (currency === undefined && tests.some(({ value }) => [value].flat().some((n) => n < FEWEST)))
    return undefined
  const slots = noSlots()
  const readers = [timingSlot, ...whereSlots]
  let end = collect(reading, skip(reading, amount.end, spent), slots, readers, between)
  end = collect(reading, skip(reading, end, inAll), slots, readers, between)
  if (wordAt(reading, opened - 1) === '(' || reading.tokens.slice(named.end, opened).some(isOpening))
    end = skip(reading, end, closing)
  const { test, assumptions } = moneyAsked(reading, amount.value)
  const stated = `“${said(reading, at, named.end)}” is read as what is said behind it.`
  if (named.value === 'spend' || named.value === 'average')
    return { value: told(ordersAsked(named.value, test, slots), slots, [...assumptions, stated]), end }
  slots.total = test
  const time = slots.timing
  withTotal(reading, slots, at, end)
  const one = { tests: [{ op: '>=' as const, value: 1 }], bare: false }
  const criteria =
    named.value === 'order'
      ? ordersAsked('count', one, slots)
      : overWindows(time, (during) => ({
          type: 'nth_order',
          nth: 1,
          ...(during === undefined ? {} : { during }),
          where: slots.where,
        }))
  return { value: told(criteria, slots, [stated]), end }
}

const FEWEST = 10
const spent = phrase('spent|spend|spending', 'of? spend|spending|revenue', 'each|apiece', 'per order')
const inAll = phrase('in total|all', 'altogether|overall|lifetime', 'all time', 'in? lifetime spend')
const closing = phrase(')')
const isOpening = ({ word }: { readonly word: string }): boolean => word === '('
