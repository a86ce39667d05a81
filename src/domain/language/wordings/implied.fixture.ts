import { canonicalJson } from '#kernel/hash.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/**
 * Of criteria that all hold those that say something: whoever bought Tea, or ordered twice, has ordered, and whose
 * country is France, that one’s is known.
 */
export function withoutImplied(branches: readonly Criteria[]): readonly Criteria[] {
  const ordered = branches.some(impliesOrder)
  const valued = new Set(branches.flatMap(fieldWithValue))
  return branches.filter((one) => {
    if (isOrdered(one)) return !ordered
    return !(isCondition(one) && one.type === 'attribute' && one.op === 'known' && valued.has(one.field))
  })
}

const ORDERED = canonicalJson({ type: 'orders', measure: 'count', op: '>=', value: 1 })
const isOrdered = (one: Criteria): boolean => canonicalJson(one) === ORDERED

function impliesOrder(one: Criteria): boolean {
  if (!isCondition(one)) return 'any' in one && one.any.every(isBought)
  if (one.type !== 'orders') return isBought(one)
  // Nobody’s orders come to nothing too: a sum, and a count that ends somewhere, imply none.
  return !isOrdered(one) && one.measure !== 'spend' && (one.measure !== 'count' || one.op === '>=')
}

function isBought(one: Criteria): boolean {
  if (!isCondition(one)) return 'any' in one && one.any.every(isBought)
  // “At most twice” is never too.
  const some = one.type === 'purchases' && (one.op === undefined || one.op.startsWith('>'))
  return some && one.match !== 'none'
}

const fieldWithValue = (one: Criteria): readonly string[] =>
  isCondition(one) && one.type === 'attribute' && one.op !== 'known' && one.op !== 'unknown'
    ? [one.field]
    : []
