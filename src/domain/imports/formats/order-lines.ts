import { deriveOrders } from '../order-lines/derive.ts'
import { checkOrderLine } from '../order-lines/check.ts'
import { ORDER_LINE_FIELDS } from '../order-lines/fields.ts'
import { hasHeaders } from '../mapping/header-key.ts'
import { type FileShape, type ImportFormat, sameColumns } from './define.ts'

/** What shops and their systems export: one row for each line of an order. */
export const orderLines: ImportFormat = {
  name: 'order-lines',
  title: 'order lines of any shop, one row a line',
  source: 'default',
  roundsMoney: true,
  // Its names are those that any shop uses, so a format that knows its shop is always closer.
  likeness: (file) => {
    const required = Object.values(SHAPE.fields).filter(({ column }) => column.required)
    return (LIKENESS * required.filter(({ names }) => hasHeaders(file, names)).length) / required.length
  },
  shape: () => SHAPE,
  derive: deriveOrders,
}

const LIKENESS = 0.4

const SHAPE: FileShape = {
  fields: ORDER_LINE_FIELDS,
  // A status is computed where the file has none: the id of a line can tell that it was cancelled.
  computed: { status: { kind: 'shop_status' } },
  check: checkOrderLine,
  parts: [{ table: 'items', columns: sameColumns(ORDER_LINE_FIELDS) }],
  order: 'order_id',
}
