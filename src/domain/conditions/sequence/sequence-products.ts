import { phrase } from '../../language/grammar/phrase.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { ProductFilter } from '../shared/filters.ts'
import type { Step } from './sequence-steps.ts'

const no = phrase('no|never', 'not a? single?', 'never any|a|no', 'without any?')
const bought = phrase('bought|purchased|ordered', 'was|were bought|purchased|ordered')

/** "bought Coffee and then Tea", "… but no Tea after that": bought as well, or not. */
export function productStep(reading: Reading, at: number, first: Step): Found<Step> | undefined {
  if (first.deed?.did !== 'ordered' || first.deed.product === undefined) return undefined
  const refused = no(reading, at)
  return stepOf(reading, refused >= 0 ? refused : at, refused >= 0)
}

/** "City Sneaker bought within 60 days after …": the product before what was done. */
export function boughtProduct(reading: Reading, at: number): Found<Step> | undefined {
  const found = stepOf(reading, at, false)
  const end = found === undefined ? -1 : bought(reading, found.end)
  return found === undefined || end < 0 ? undefined : { ...found, end }
}

function stepOf(reading: Reading, at: number, negative: boolean): Found<Step> | undefined {
  const found = products(reading, at)
  const product: ProductFilter | undefined = found === undefined ? undefined : filterOf(found.value.tree)
  if (found === undefined || product === undefined) return undefined
  if (found.value.not !== undefined || found.value.except !== undefined) return undefined
  const { assumptions, doubts } = found.value
  return { value: { deed: { did: 'ordered', product }, negative, assumptions, doubts }, end: found.end }
}
