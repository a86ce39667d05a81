import type { CellValue, Problem } from '../cells/cell.ts'
import type { Notice } from '../formats/define.ts'
import type { CheckRow } from '../tables/define.ts'
import { shopifyProductId, shopifyVariantTitle } from './product-id.ts'

const NO_TITLE: Problem = { problem: 'title is missing' }
const PICTURES = 'Rows that only hold another picture of a product are left out'

/** What stands on the first row of a product, and is of all of its variants. */
const SHARED = ['title', 'brand', 'category', 'taxonomy', 'tags'] as const
/** What a variant has. */
const OWN = ['option1', 'sku', 'price'] as const

/** The rules of a row of Shopify’s products: what is of the product is carried on to its other variants. */
export function checkShopifyVariant(columns: readonly string[], notice: Notice): CheckRow {
  const at = (name: string) => columns.indexOf(name)
  const shared = SHARED.map(at).filter((place) => place >= 0)
  const own = OWN.map(at).filter((place) => place >= 0)
  const options = ['option1', 'option2', 'option3'].map(at).filter((place) => place >= 0)
  const [handle = -1, id = -1, title = -1] = ['handle', 'id', 'title'].map(at)
  const [sku = -1, category = -1, taxonomy = -1] = ['sku', 'category', 'taxonomy'].map(at)
  let last: { handle: CellValue; values: readonly CellValue[] } | undefined
  return (values) => {
    const product = values[handle] ?? null
    if (last?.handle === product) {
      for (const [nth, place] of shared.entries()) values[place] ??= last.values[nth] ?? null
    }
    last = { handle: product, values: shared.map((place) => values[place] ?? null) }
    if (own.every((place) => (values[place] ?? null) === null)) {
      notice(PICTURES)
      return undefined
    }
    const called = values[title] ?? null
    if (called === null) return NO_TITLE
    values[category] ??= values[taxonomy] ?? null
    values[title] = shopifyVariantTitle(
      String(called),
      options.map((place) => values[place]),
    )
    values[id] = shopifyProductId(values[sku], values[title])
    return undefined
  }
}
