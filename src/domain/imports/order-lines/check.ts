import { type CheckRow } from '../tables/define.ts'
import { nameRegions } from '../tables/region-names.ts'

const NEGATIVE_QUANTITY = { problem: 'negative quantity on an order that is not cancelled' }
const NO_QUANTITY = { problem: 'quantity is zero' }
const NEGATIVE_PRICE = { problem: 'price is negative' }

/**
 * The rules of a single line. An order is cancelled when its status says so, or when its id is a C and a
 * number and the quantity is negative: so till systems book the return of an order. Cancelled lines lose
 * the sign of their quantity. Lines that cost nothing stay: they are gifts and samples that were ordered.
 */
export function checkOrderLine(columns: readonly string[]): CheckRow {
  const name = nameRegions(columns)
  const [orderId, quantity, price, status] = ['order_id', 'quantity', 'price', 'status'].map((column) =>
    columns.indexOf(column),
  )
  if (orderId === undefined || quantity === undefined || price === undefined || status === undefined) {
    throw new Error('An order line is checked without its columns')
  }
  return (values) => {
    const count = Number(values[quantity])
    if (count === 0) return NO_QUANTITY
    if (Number(values[price]) < 0) return NEGATIVE_PRICE
    if (count < 0) {
      if (values[status] === null && /^C\d/i.test(String(values[orderId]))) values[status] = 'cancelled'
      if (values[status] !== 'cancelled') return NEGATIVE_QUANTITY
      values[quantity] = -count
    }
    return name(values)
  }
}
