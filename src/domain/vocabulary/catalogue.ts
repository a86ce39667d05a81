import { query, type Reader } from '#db/run.ts'
import type { Currency } from '#kernel/money.ts'
import { foldText } from '#kernel/text.ts'
import { compare, inMinor } from '../conditions/shared/comparison.ts'
import type { ProductFilter } from '../conditions/shared/filters.ts'
import type { Listing } from './kept.ts'

/** Every product with the keys that filters test. */
export type Catalogue = readonly CatalogueEntry[]
interface CatalogueEntry {
  readonly id: number
  readonly title: string
  readonly category: string | null
  readonly brand: string | null
  readonly sku: string | null
  /** Minor units. */
  readonly price: number | null
  readonly tags: ReadonlySet<string>
}

export const catalogue: Listing<Catalogue> = {
  sources: ['products'],
  make(reader) {
    const tags = tagsOf(reader)
    return reader
      .all(
        query
          .selectFrom('products')
          .leftJoin('categories', 'categories.id', 'category_id')
          .leftJoin('brands', 'brands.id', 'brand_id')
          .select([
            'products.id',
            'title_key as title',
            'categories.key as category',
            'brands.key as brand',
            'sku_key as sku',
            'price',
          ]),
      )
      .map((product) => ({ ...product, tags: tags.get(product.id) ?? NO_TAGS }))
  },
}

const NO_TAGS: ReadonlySet<string> = new Set()

function tagsOf(reader: Reader): ReadonlyMap<number, ReadonlySet<string>> {
  const tags = new Map<number, Set<string>>()
  for (const { key, product_id } of reader.all(
    query.selectFrom('product_tags').select(['key', 'product_id']),
  )) {
    tags.set(product_id, (tags.get(product_id) ?? new Set()).add(key))
  }
  return tags
}

/** Ids of the products for which every given key holds. */
export function productsIn(
  products: Catalogue,
  filter: ProductFilter,
  currency: Currency,
): readonly number[] {
  const titles = filter.product?.map(foldText)
  const tags = filter.tag?.map(foldText)
  const [category, brand, sku] = [keys(filter.category), keys(filter.brand), keys(filter.sku)]
  const price = filter.price === undefined ? undefined : inMinor(filter.price, currency)
  return products
    .filter(
      (product) =>
        (titles?.some((title) => product.title.includes(title)) ?? true) &&
        isIn(category, product.category) &&
        isIn(brand, product.brand) &&
        isIn(sku, product.sku) &&
        (tags?.some((tag) => product.tags.has(tag)) ?? true) &&
        (price === undefined || (product.price !== null && compare(product.price, price))),
    )
    .map(({ id }) => id)
}

const keys = (names: readonly string[] | undefined) => names && new Set(names.map(foldText))
const isIn = (wanted: ReadonlySet<string> | undefined, key: string | null) =>
  wanted === undefined || (key !== null && wanted.has(key))
