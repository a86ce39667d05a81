import { foldText } from '#kernel/text.ts'
import type { CellValue } from '../cells/cell.ts'

/**
 * The id of a variant of a product. Neither orders nor products are exported with Shopify’s own ids: what they have
 * in common is the SKU, and without one the name as order lines have it (`Classic Top - Small / Red`).
 */
export function shopifyProductId(sku: CellValue | undefined, name: CellValue | undefined): string | null {
  if (typeof sku === 'string') return `shopify:sku:${sku}`
  return typeof name === 'string' ? `shopify:name:${foldText(name)}` : null
}
