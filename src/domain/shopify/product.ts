import type { EntityRow } from '../arrivals/rows.ts'
import { commaList } from '../imports/cells/mended.ts'
import { shopifyProductId, shopifyVariantTitle } from '../imports/shopify/product-id.ts'
import { type Body, bodiesIn, textIn, toldCells } from './body.ts'
import type { ToldThing } from './told.ts'

/**
 * A product of the Admin API (https://shopify.dev/docs/api/admin-rest/latest/resources/product): each of its variants
 * is a product here, by its SKU or else its name, as in Shopify’s files. None for a body without a title.
 */
export function readProducts(body: Body): readonly ToldThing[] {
  const title = textIn(body, 'title')
  if (title === null) return []
  return bodiesIn(body, 'variants').flatMap((variant): readonly ToldThing[] => {
    const options = ['option1', 'option2', 'option3'].map((name) => textIn(variant, name))
    const name = shopifyVariantTitle(title, options)
    const sku = textIn(variant, 'sku')
    const id = shopifyProductId(sku, name)
    if (id === null) return []
    const cells = {
      title: name,
      category: textIn(body, 'product_type') ?? '',
      brand: textIn(body, 'vendor') ?? '',
      price: textIn(variant, 'price') ?? '',
      sku: sku ?? '',
      tags: commaList(textIn(body, 'tags') ?? ''),
    }
    return [{ kind: 'product', id, updatedAt: textIn(body, 'updated_at'), cells }]
  })
}

/** The product that a line of an order is of, for a catalogue that does not have it yet; undefined for none. */
export function lineProduct(line: Body): (EntityRow & { readonly id: string }) | undefined {
  const sku = textIn(line, 'sku')
  const name = nameOf(line)
  const id = shopifyProductId(sku, name)
  if (id === null) return undefined
  const told = { title: name ?? sku, brand: textIn(line, 'vendor'), sku, price: textIn(line, 'price') }
  return {
    table: 'products',
    id,
    cells: toldCells(told),
    onlyNew: true,
  }
}

/** `Classic Top - Small / Red` */
function nameOf(line: Body): string | null {
  const [title, variant] = [textIn(line, 'title'), textIn(line, 'variant_title')]
  return textIn(line, 'name') ?? (title === null || variant === null ? title : `${title} - ${variant}`)
}
