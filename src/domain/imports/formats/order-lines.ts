import { deriveOrders } from '../order-lines/derive.ts'
import { checkOrderLine } from '../order-lines/check.ts'
import { ORDER_LINE_FIELDS, type OrderLineField } from '../order-lines/fields.ts'
import { findColumns } from '../reading/find-columns.ts'
import type { ImportFormat, PlannedColumn } from './define.ts'

const FIELDS: readonly [string, OrderLineField][] = Object.entries(ORDER_LINE_FIELDS)

/** What shops and their systems export: one row for each line of an order. */
export const orderLines: ImportFormat = {
  name: 'order-lines',
  title: 'Order lines of any shop, one row a line',
  fields: FIELDS.map(([name]) => name),
  roundsMoney: true,
  plan(file, { map }) {
    const { at, ignored } = findColumns(file, new Map(FIELDS.map(([name, { names }]) => [name, names])), map)
    const missing = FIELDS.filter(([name, { column }]) => column.required && !at.has(name))
    if (missing.length > 0) {
      return { mismatch: `it lacks a column for ${missing.map(([name]) => name).join(', ')}` }
    }
    const columns = FIELDS.flatMap(([name, { column, missing: reason }]): PlannedColumn[] => {
      const place = at.get(name)
      if (place === undefined) return []
      return [{ name, column, at: place, ...(reason === undefined ? {} : { missing: reason }) }]
    })
    const computed = at.has('status') ? [] : ['status']
    return {
      table: 'items',
      columns,
      computed,
      ignored,
      check: checkOrderLine([...columns.map(({ name }) => name), ...computed]),
      order: 'order_id',
    }
  },
  derive: deriveOrders,
}
