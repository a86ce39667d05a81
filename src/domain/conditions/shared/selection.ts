import { type RawBuilder, sql } from 'kysely'
import type { ProductRecord } from '../../customers/record.ts'
import type { PlanContext, ReadingContext } from '../define.ts'
import type { ProductFilter } from './filters.ts'
import { productFilterText, productPasses } from './product-filter.ts'

/** Which products: those that match `of` and not `except`. */
export interface Selection {
  readonly of: ProductFilter
  readonly except?: ProductFilter | undefined
}

/** A selection as the ids that lines carry. Whole categories stay categories: they are the shorter list. */
export type SelectedIds = { readonly by: 'category' | 'product'; readonly ids: readonly number[] }

export function selectedIds({ of, except }: Selection, { dictionary }: PlanContext): SelectedIds {
  const { category, ...others } = of
  if (category !== undefined && Object.keys(others).length === 0 && except === undefined) {
    return { by: 'category', ids: dictionary.categories(category) }
  }
  const left = new Set(except === undefined ? [] : dictionary.products(except))
  return { by: 'product', ids: dictionary.products(of).filter((id) => !left.has(id)) }
}

/** A test on a row of `items` under an alias. */
export const isSelected = (
  { by, ids }: SelectedIds,
  { dialect }: PlanContext,
  alias = 'i',
): RawBuilder<boolean> =>
  dialect.oneOf(sql.ref(`${alias}.${by === 'category' ? 'category_id' : 'product_id'}`), ids)

/** The same over `v_items`. */
export const selectionText = ({ of, except }: Selection): string =>
  except === undefined
    ? productFilterText(of)
    : `${productFilterText(of)} AND (${productFilterText(except)}) IS NOT TRUE`

/** The same in memory. */
export const isAmongSelected = (
  product: ProductRecord,
  { of, except }: Selection,
  ctx: ReadingContext,
): boolean =>
  productPasses(of, product, ctx) && (except === undefined || !productPasses(except, product, ctx))
