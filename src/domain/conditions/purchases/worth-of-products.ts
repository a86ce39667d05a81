import { moneyAsked, overWindows, told, whereOf } from '../../language/grammar/asked.ts'
import type { BuySlots } from '../../language/grammar/buying.ts'
import { comparison, mayBeMoney, type Test } from '../../language/grammar/comparison.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Bought, productCriteria } from '../../language/grammar/product-criteria.ts'
import type { Products } from '../../language/grammar/products.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import type { Slot } from '../../language/grammar/slots.ts'

const worth = phrase('worth|totalling|totaling', 'for|with a total of', 'to|at a|the total? value of')

export interface WorthSlots extends BuySlots {
  /** What the products came to. */
  worth?: Test
}

/** "bought Coffee worth over 50": that is of the Coffee, and not of the orders that it was in. */
export const worthSlot: Slot<WorthSlots> = (reading, at, slots) => {
  const opened = slots.products === undefined || slots.worth !== undefined ? -1 : worth(reading, at)
  const amount = opened < 0 ? undefined : comparison(reading, opened)
  if (amount === undefined || !mayBeMoney(amount.value)) return undefined
  return { end: amount.end, fill: () => void (slots.worth = amount.value) }
}

/** What was spent on the products. */
export function worthMeaning(
  reading: Reading,
  slots: BuySlots,
  { products, worth: said, negative }: { products: Products; worth: Test; negative: boolean },
): Meaning {
  const { test, assumptions } = moneyAsked(reading, said)
  const spent: Omit<Bought, 'within'> = {
    match: 'any',
    measure: 'spend',
    tests: test.tests,
    where: whereOf(slots.where),
  }
  const criteria = overWindows(slots.timing, (within) => productCriteria(products, { ...spent, within }))
  return told(negative ? negated(criteria) : criteria, slots, assumptions)
}
