import type { Comparison } from '../../conditions/shared/comparison.ts'
import type { OrderFilter, ProductFilter } from '../../conditions/shared/filters.ts'
import type { PurchasesCondition } from '../../conditions/purchases/purchases.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import { mapConditions } from '../../criteria/walk.ts'
import { allOf, anyOf, negated } from './meaning.ts'
import type { ProductTree } from './product-item.ts'
import type { Products } from './products.ts'

/** How the products were bought. */
export interface Bought {
  readonly match: 'any' | 'only' | 'none'
  readonly measure?: PurchasesCondition['measure']
  readonly tests?: readonly Comparison[]
  readonly within?: Window | undefined
  readonly where?: OrderFilter | undefined
}

/** Conditions for a product expression: "and" and "or" become groups, one kind with several values one test. */
export function productCriteria(products: Products, bought: Bought): Criteria {
  const except = products.except === undefined ? undefined : filterOf(products.except)
  const parts = [ofTree(products.tree, bought, except)]
  if (products.not !== undefined) parts.push(ofTree(products.not, { match: 'none', within: bought.within }))
  return allOf(parts)
}

function ofTree(tree: ProductTree, bought: Bought, except?: ProductFilter): Criteria {
  // "only Tea and Coffee" is nothing outside of the two.
  const of = bought.match === 'only' ? unionOf(tree) : filterOf(tree)
  if (of !== undefined) return ofFilter(of, bought, except)
  if (tree.kind === 'one') return ofEach(tree.of, bought, except)
  const parts = tree.of.map((one) => ofTree(one, bought, except))
  // "never bought X or Y" is neither of them.
  const each = tree.kind === 'all' || bought.match === 'none'
  return each ? allOf(parts) : anyOf(parts)
}

/** "Bought something from each of the categories Tea and Coffee"; whoever never did so lacks one of them. */
function ofEach(of: ProductFilter, bought: Bought, except?: ProductFilter): Criteria {
  const each = ofFilter(of, { ...bought, match: 'any' }, except)
  const all = mapConditions(each, (one) => (one.type === 'purchases' ? { ...one, match: 'all' } : one))
  return bought.match === 'none' ? negated(all) : all
}

/** Alternatives of one kind are one filter with several values. */
export function filterOf(tree: ProductTree): ProductFilter | undefined {
  if (tree.kind === 'one') return tree.each === true ? undefined : tree.of
  if (tree.kind === 'all') return undefined
  const [first] = tree.of
  if (
    first?.kind !== 'one' ||
    tree.of.some((one) => one.kind !== 'one' || one.key !== first.key || Object.keys(one.of).length !== 1)
  )
    return undefined
  const values = tree.of.flatMap((one) => (one.kind === 'one' ? (one.of[one.key] ?? []) : []))
  return { [first.key]: values }
}

/** Products of one sort, whether "and" or "or" joins them: what is counted among them. */
export function unionOf(tree: ProductTree): ProductFilter | undefined {
  if (tree.kind === 'one') return tree.of
  const leaves = (one: ProductTree): ProductTree[] => (one.kind === 'one' ? [one] : one.of.flatMap(leaves))
  return filterOf({ kind: 'any', of: leaves(tree) })
}

function ofFilter(
  of: ProductFilter,
  { match, measure, tests, within, where }: Bought,
  except?: ProductFilter,
): Criteria {
  const base = {
    type: 'purchases' as const,
    match,
    of,
    ...(except === undefined ? {} : { except }),
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
  }
  if (match !== 'any' || tests === undefined || measure === undefined) return base
  return allOf(tests.map(({ op, value }) => ({ ...base, measure, op, value })))
}
