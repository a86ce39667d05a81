import type { Criteria } from '../criteria/schema.ts'
import { readClauses } from './grammar/clauses.ts'
import { productCriteria } from './grammar/product-criteria.ts'
import { products } from './grammar/products.ts'
import { build } from './grammar/tree.ts'
import type { Message } from './read-message.ts'
import { unit } from './unit.ts'

/** Criteria in a stretch of the message, when every word of it is understood and certain. */
export function certainPart({ reading }: Message, from: number, to: number): Criteria | undefined {
  if (from >= to) return undefined
  const { node, leftovers, doubts } = readClauses(reading, unit, from, to, 0)
  if (node === undefined || leftovers.length > 0 || doubts.length > 0) return undefined
  const built = build(node)
  return built.impossible === undefined ? built.criteria : undefined
}

/** In a change a product by itself is one to be bought: "Tea instead of Coffee". */
export function productPart({ reading }: Message, from: number, to: number): Criteria | undefined {
  const found = products(reading, from)
  if (found?.end !== to || found.value.doubts.length > 0) return undefined
  return productCriteria(found.value, { match: 'any' })
}
