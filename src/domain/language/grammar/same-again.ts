import { phrase } from './phrase.ts'
import { type Products, products } from './products.ts'
import type { Slot } from './slots.ts'

const SORT = 'sort|kind|type|flavour|flavor|variety|variant|size|colour|color|version'
const anySort = phrase(
  `,? any|whatever|whichever|all ${SORT}|sorts|kinds|types|sizes|colours|colors of?`,
  `,? no matter which|what ${SORT} of?`,
)

/** "a croissant this quarter, any sort of croissant": the products that were named already, once more. */
export const sameAgainSlot: Slot<{ readonly products?: Products }> = (reading, at, slots) => {
  const opened = slots.products === undefined ? -1 : anySort(reading, at)
  if (opened < 0) return undefined
  const again = products(reading, opened)
  if (again === undefined)
    return reading.tokens[opened - 1]?.word === 'of' ? undefined : { end: opened, fill() {} }
  const same = JSON.stringify(again.value.tree) === JSON.stringify(slots.products?.tree)
  return same ? { end: again.end, fill() {} } : undefined
}
