import { change, countRows } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'
import { REJECTS } from '../staging/rejects.ts'
import { columnsOfLines, deriveCustomers, deriveProducts } from './derive-things.ts'

const LINES = stagedName('items')
const HEADS = 'temp.import_order_heads'

/** Makes orders, customers and products of staged order lines. */
export function deriveOrders(run: ApplyRun): void {
  readHeads(run)
  if (rejectContradictions(run) > 0) readHeads(run)
  rejectNeverBought(run)
  deriveOrderRows(run)
  deriveCustomers(run)
  deriveProducts(run)
  explain(run)
}

/** One row for each order: where its first line stands, and whether its lines agree. */
function readHeads({ driver }: ApplyRun): void {
  driver.exec(`DROP TABLE IF EXISTS ${HEADS};
    CREATE TABLE ${HEADS} AS
    SELECT order_id, min(place) AS place, min(customer_id) AS customer_id, max(customer_id) AS other_customer,
      coalesce(min(status), '') AS status, coalesce(max(status), '') AS other_status, count(status) AS told,
      count(*) AS lines, min(ordered_at) AS ordered_at, sum(quantity * price) AS total
    FROM ${LINES} GROUP BY order_id`)
}

/** A line that names another customer or status than its order's first line is not taken. */
function rejectContradictions({ staging }: ApplyRun): number {
  return staging.rejects.rejectStaged(
    LINES,
    `SELECT l.place, CASE WHEN l.customer_id <> f.customer_id
         THEN 'another customer than on the first line of the order'
         ELSE 'another status than on the first line of the order' END,
       l.order_id, l.order_id
     FROM ${HEADS} h JOIN ${LINES} f ON f.place = h.place JOIN ${LINES} l ON l.order_id = h.order_id
     WHERE (h.customer_id <> h.other_customer OR h.status <> h.other_status OR h.told NOT IN (0, h.lines))
       AND (l.customer_id <> f.customer_id OR l.status IS NOT f.status)`,
  )
}

/** A customer is a buyer: who only has cancelled orders, here and in the database, is none. */
function rejectNeverBought({ driver, staging, source }: ApplyRun): void {
  const rejected = staging.rejects.rejectStaged(
    LINES,
    `SELECT l.place, 'customer has only cancelled orders', l.customer_id, l.order_id FROM ${LINES} l
     WHERE l.customer_id IN (
       SELECT h.customer_id FROM ${HEADS} h GROUP BY 1 HAVING sum(h.status <> 'cancelled') = 0)
       AND NOT EXISTS (
         SELECT 1 FROM identities i WHERE i.source = '${source}' AND i.external_id = l.customer_id)`,
  )
  if (rejected === 0) return
  driver.exec(`DELETE FROM ${HEADS} WHERE place IN (SELECT place FROM ${REJECTS})`)
}

function deriveOrderRows({ driver, staging }: ApplyRun): void {
  const given = columnsOfLines(staging, ['channel', 'device', 'discount_code'])
  staging.open('orders', ['id', 'customer_id', 'ordered_at', 'status', 'total', ...given])
  const columns = ['place', 'id', 'customer_id', 'ordered_at', 'status', 'total', ...given]
  change(
    driver,
    `INSERT INTO ${stagedName('orders')}(${columns.join(', ')})
     SELECT h.place, h.order_id, h.customer_id, h.ordered_at, nullif(h.status, ''), h.total
       ${given.map((column) => `, f.${column}`).join('')}
     FROM ${HEADS} h JOIN ${LINES} f ON f.place = h.place`,
  )
}

function explain({ driver, notes, staging }: ApplyRun): void {
  const count = (rows: string) => countRows(driver, rows).toLocaleString('en-US')
  notes.push(
    'The total of an order is the sum of its lines, quantity × price; its time is the earliest of them.',
    `Cancelled orders never count: ${count(`${HEADS} WHERE status = 'cancelled'`)}. An order is cancelled when its status says so, or when its id is a C and a number and its quantities are negative.`,
    `Lines that cost nothing are kept, as products that were ordered: ${count(`${LINES} WHERE price = 0`)}.`,
  )
  if (columnsOfLines(staging, ['country']).length > 0) {
    notes.push('A customer’s country is the one that most of the customer’s rows have.')
  }
  if (columnsOfLines(staging, ['title']).length === 0) {
    notes.push('The file tells no product names, so products are called by their ids.')
  }
}
