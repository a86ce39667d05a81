import { change, isEmpty, prepared } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'
import { DIFFERING, selectNew, upsert, type Upsert } from '../apply/upsert.ts'
import { lookUpBuyers } from './buyers.ts'
import type { ImportTable } from './define.ts'

/** Which of the database's columns each of the file's columns fills. */
const FILLS: Readonly<Record<string, readonly string[]>> = {
  customer_id: ['customer_id'],
  ordered_at: ['ordered_at'],
  status: ['status', 'counted'],
  total: ['total'],
  discount_total: ['discount_total'],
  refunded_total: ['refunded_total'],
  discount_code: ['discount_code', 'discount_key'],
  channel: ['channel'],
  device: ['device'],
}

const STAGED = stagedName('orders')
const STATUS = `coalesce(s.status, 'paid')`

export const orders: ImportTable = {
  columns: {
    id: { kind: 'id', required: true },
    customer_id: { kind: 'id', required: true },
    ordered_at: { kind: 'instant', required: true },
    status: { kind: 'order_status' },
    total: { kind: 'charge', required: true },
    discount_total: { kind: 'charge' },
    refunded_total: { kind: 'charge' },
    discount_code: { kind: 'id' },
    currency: { kind: 'currency' },
    channel: { kind: 'text' },
    device: { kind: 'text' },
  },
  key: 'id',
  apply(run) {
    const { driver, source, touched } = run
    const present = run.staging.present('orders') ?? new Set()
    const fresh = isEmpty(driver, 'orders')
    const buyers = lookUpBuyers(run)
    const rejectLost = () =>
      run.staging.rejects.rejectStaged(
        STAGED,
        `SELECT s.place, 'unknown customer', s.customer_id, s.id FROM ${STAGED} s
         WHERE ${buyers.named('s')} AND NOT EXISTS (SELECT 1 FROM ${buyers.table} i WHERE ${buyers.is('i', 's')})`,
      )
    if (!fresh) rejectLost()
    const rows: Upsert = {
      from: 'orders',
      into: 'orders',
      joins: `JOIN ${buyers.table} i ON ${buyers.is('i', 's')}`,
      key: { external_id: 's.id', source: `'${source}'` },
      values: {
        customer_id: 'i.customer_id',
        ordered_at: 's.ordered_at',
        status: STATUS,
        counted: `${STATUS} <> 'cancelled'`,
        total: 's.total',
        discount_total: 'coalesce(s.discount_total, 0)',
        // A refunded order whose file tells no amount was refunded as a whole.
        refunded_total: `coalesce(s.refunded_total, CASE WHEN ${STATUS} = 'refunded' THEN s.total ELSE 0 END)`,
        discount_code: 's.discount_code',
        discount_key: 'CASE WHEN s.discount_code IS NOT NULL THEN fold_text(s.discount_code) END',
        channel: 's.channel',
        device: 's.device',
      },
      updates: Object.entries(FILLS).flatMap(([column, filled]) => (present.has(column) ? filled : [])),
    }
    touched.add(selectNew(rows, 'i.customer_id'))
    const counts = upsert(driver, rows, touched)
    // Looking for each order’s customer once more is worth it only where some have none.
    const lost = fresh && counts.unchanged > 0 ? rejectLost() : 0
    explain(run)
    if (counts.updated > 0) {
      change(
        driver,
        `UPDATE items SET customer_id = o.customer_id, ordered_at = o.ordered_at, counted = o.counted
         FROM orders o WHERE o.id = items.order_id AND items.order_id IN (SELECT id FROM ${DIFFERING})`,
      )
    }
    if (counts.added + counts.updated > 0) run.changed('orders')
    return { ...counts, unchanged: counts.unchanged - lost }
  },
}

/** What is taken for granted about orders that do not tell: how many there are is found in one look at all. */
function explain({ driver, notes }: ApplyRun): void {
  const counts = ASSUMED.map(({ of }) => `count(*) FILTER (WHERE ${of}) `).join(', ')
  const found = prepared<[], number[]>(driver, `SELECT ${counts} FROM ${STAGED}`).raw().get() ?? []
  for (const [nth, { what }] of ASSUMED.entries()) {
    const orders = found[nth] ?? 0
    if (orders > 0) notes.push(`${what}: ${orders.toLocaleString('en-US')}.`)
  }
}

const ASSUMED = [
  { of: 'status IS NULL', what: 'Orders without a status count as paid' },
  {
    of: `status = 'refunded' AND refunded_total IS NULL`,
    what: 'Refunded orders without an amount count as refunded in full',
  },
  {
    of: `status = 'partially_refunded' AND refunded_total IS NULL`,
    what: 'Partially refunded orders without an amount lose nothing in net spend',
  },
] as const
