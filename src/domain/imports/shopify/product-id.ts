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

/** What a variant is called, by the options that tell it from the others: `Classic Top - Small / Red`. */
export function shopifyVariantTitle(title: string, options: readonly (CellValue | undefined)[]): string {
  const chosen = options.filter((value) => (value ?? null) !== null && value !== 'Default Title')
  return chosen.length === 0 ? title : `${title} - ${chosen.join(' / ')}`
}
