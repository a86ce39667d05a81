import { nameAnew } from '../apply/names.ts'
import { upsert, type Upsert } from '../apply/upsert.ts'
import { findMoved, moveItems } from '../products/move-items.ts'
import { countRetagged, writeTags } from '../products/tags.ts'
import type { ImportTable } from './define.ts'

/** Which of the database's columns each of the file's columns fills. */
const FILLS: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'title_key'],
  category: ['category_id'],
  brand: ['brand_id'],
  price: ['price'],
  sku: ['sku', 'sku_key'],
}

export const products: ImportTable = {
  columns: {
    id: { kind: 'id', required: true },
    title: { kind: 'text', required: true },
    category: { kind: 'text' },
    brand: { kind: 'text' },
    price: { kind: 'charge' },
    sku: { kind: 'id' },
    tags: { kind: 'list' },
  },
  key: 'id',
  apply(run) {
    const present = run.staging.present('products') ?? new Set()
    nameAnew(run.driver, 'categories', 'products', 'category')
    nameAnew(run.driver, 'brands', 'products', 'brand')
    const rows: Upsert = {
      from: 'products',
      into: 'products',
      key: { external_id: 's.id' },
      values: {
        title: 's.title',
        title_key: 'fold_text(s.title)',
        category_id: '(SELECT g.id FROM categories g WHERE g.key = fold_text(s.category))',
        brand_id: '(SELECT b.id FROM brands b WHERE b.key = fold_text(s.brand))',
        price: 's.price',
        sku: 's.sku',
        sku_key: 'fold_text(s.sku)',
      },
      updates: Object.entries(FILLS).flatMap(([column, filled]) => (present.has(column) ? filled : [])),
    }
    const retagged = present.has('tags') ? countRetagged(run.driver, rows) : 0
    const moved = present.has('category') ? findMoved(run.driver, rows) : 0
    const { added, updated, unchanged } = upsert(run.driver, rows)
    if (present.has('tags') && added + updated + retagged > 0) writeTags(run.driver)
    if (moved > 0) moveItems(run)
    if (added + updated + retagged > 0) run.changed('products')
    return { added, updated: updated + retagged, unchanged: unchanged - retagged }
  },
}
