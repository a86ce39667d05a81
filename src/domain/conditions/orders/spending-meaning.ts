import {
  askMerged,
  moneyAsked,
  ordersAsked,
  overWindows,
  passesZero,
  told,
  whereOf,
} from '../../language/grammar/asked.ts'
import { type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { NO_SPENDING } from '../../language/grammar/non-buyers.ts'
import { inNth, type NthSlots } from '../../language/grammar/nth.ts'
import { productCriteria } from '../../language/grammar/product-criteria.ts'
import { withDiscount } from '../../language/grammar/discount-amount.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import type { Spending } from './order-money-phrases.ts'

const ofOneOrder = (reading: Reading) =>
  question(
    0,
    reading.tokens.length,
    'What products came to within one order, on average or after refunds can’t be asked yet. What was spent on them over all orders can, and so can an order that holds them and comes to so much as a whole: “an order over $100 containing Coffee”.',
  )

const NET_SPEND =
  'The refunded amount of each order is taken off. A refunded order without an amount counts as nothing; a partly refunded one without an amount counts in full.'

/** The meaning of spending on orders, or on products where some were said. */
export function spendingMeaning(reading: Reading, { measure, negative, test, slots }: Spending): Meaning {
  if (slots.nth !== undefined) return moneyInNth(reading, { measure, negative, test, slots })
  const asked = moneyAsked(reading, test)
  const { products } = slots
  // Of products their sum is known, whichever orders they came in.
  if (products !== undefined && measure !== 'spend')
    return told(undefined, { ...slots, doubts: [...slots.doubts, ofOneOrder(reading)] })
  const merged = measure === 'largest' || measure === 'smallest' ? [] : askMerged(slots.timing)
  const criteria =
    products === undefined
      ? ordersAsked(measure, asked.test, slots)
      : overWindows(slots.timing, (within) =>
          productCriteria(products, {
            match: 'any',
            tests: asked.test.tests,
            measure: 'spend',
            within,
            where: whereOf(slots.where),
          }),
        )
  const sums = measure === 'spend' || measure === 'net_spend' || measure === 'discount'
  const zero = sums && passesZero(asked.test) !== negative ? [NO_SPENDING] : []
  return told(negative ? negated(criteria) : criteria, { ...slots, doubts: [...slots.doubts, ...merged] }, [
    ...asked.assumptions,
    ...(measure === 'net_spend' ? [NET_SPEND] : []),
    ...zero,
  ])
}

/** "spent over 200 on their first order": that order came to more. */
function moneyInNth(reading: Reading, { measure, negative, test, slots }: Spending): Meaning {
  // The slots are remembered with the reading, and stay as they are.
  const own: NthSlots = {
    ...slots,
    where: { ...slots.where },
    assumptions: [...slots.assumptions],
    doubts: [...slots.doubts],
    ...(measure === 'discount' ? {} : { total: test }),
  }
  const end = reading.tokens.length
  if (measure === 'discount') withDiscount(reading, own, test, 0, end)
  if ((measure !== 'spend' && measure !== 'discount') || slots.products !== undefined)
    own.doubts.push(
      question(0, end, 'Of one order, its total can be asked, what it holds and its discount code.'),
    )
  return inNth(reading, own, negative, 0, end) ?? told(undefined, own)
}
