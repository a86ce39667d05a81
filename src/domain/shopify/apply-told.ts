import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { applyEntities, applyLines, mergeEntities } from '../arrivals/entities.ts'
import { knownIn } from '../arrivals/known-things.ts'
import { type EntityRow, type LineRows, problemOf } from '../arrivals/rows.ts'
import { type Applying, arrivingReaders, tally } from '../arrivals/store.ts'
import { settleEvents } from '../arrivals/settle-events.ts'
import { NOBODY, touchedBy } from '../arrivals/touched.ts'
import { waitFor } from '../arrivals/wait.ts'
import { defineFunctions } from '../facts/functions.ts'
import { refreshFacts } from '../facts/refresh.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { readInstant } from '../imports/cells/instant.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { joinSame } from '../joins/join-same.ts'
import { suppressedIn } from '../privacy/suppressed.ts'
import { recordArrival } from '../sources/record.ts'
import type { WriteContext } from '../writer/operation.ts'
import { STORE } from './erase-told.ts'
import { forgetCustomer, forgetOrder } from './forget.ts'
import { keepRequest } from './data-requests.ts'
import { type LatestWords, latestWords } from './latest-words.ts'
import { createRefunds } from './refunds.ts'
import { SHOPIFY } from './source.ts'
import type { StoredWebhook, Webhook } from './store-webhook.ts'
import type { Told } from './told.ts'

/** What is said and is no erasure: those have transactions of their own. */
export type AppliedTold = Exclude<Told, { readonly kind: 'redact' | 'redact_shop' }>

/**
 * Applies what a webhook says: rows as an import applies them, then refunds, deletions and events. What an earlier
 * webhook overtook changes nothing. The caller holds the transaction.
 */
export function applyTold(
  ctx: WriteContext,
  now: Instant,
  {
    told,
    shop,
    databasePath,
  }: Pick<Webhook, 'shop' | 'databasePath'> & { readonly told: readonly AppliedTold[] },
): StoredWebhook | { readonly problem: string } {
  const { writer } = ctx
  const { driver } = writer
  defineFunctions(driver)
  const changed = new Set<Source>()
  const touched = touchedCustomers(driver)
  const run: Applying = {
    writer,
    driver,
    touched,
    source: SHOPIFY,
    addressIds: true,
    now,
    changed: (one) => void changed.add(one),
  }
  const readers = arrivingReaders(writer)
  const suppressed = suppressedIn(writer)
  const keptOut = told.some(
    (one) => one.kind === 'customer' && suppressed.has({ takes: 'customers', source: SHOPIFY, id: one.id }),
  )
  if (keptOut) return skipped('it is about somebody who was erased on request')

  const said = rowsOf(told)
  const problem = [{ entities: said.entities }, ...said.lines.map((lines) => ({ entities: [], lines }))]
    .map((rows) => problemOf(rows, readers))
    .find((one) => one !== undefined)
  if (problem !== undefined) return problem
  const words = latestWords(writer, SHOPIFY)
  const current = told.filter((one) => isCurrent(one, words, now))
  const { entities, lines } = rowsOf(current)
  // Of a buyer whom a later word told of only the id is needed.
  const buyers = told.flatMap((one): EntityRow[] =>
    one.kind === 'customer' && !words.isDeleted('customer', one.id)
      ? [{ table: 'customers', id: one.id, cells: {}, onlyNew: true }]
      : [],
  )
  const rows = mergeEntities([...buyers, ...entities], knownIn(driver, SHOPIFY))
  applyEntities(run, rows, readers)
  applyLines(run, lines, readers)

  const refunds = createRefunds(run, readers)
  const events = current.flatMap((one) => (one.kind === 'event' ? [one.event] : []))
  for (const one of current) {
    if (one.kind === 'order') refunds.keepAll(one.id, one.refunds)
    else if (one.kind === 'refunds') for (const refund of one.refunds) refunds.add(one.orderId, refund)
    else if (one.kind === 'deleted') {
      if (one.what === 'order') forgetOrder(run, one.id)
      else forgetCustomer(run, one.id, { ctx, databasePath })
      words.noteDeleted(one.what, one.id, now)
    } else if (one.kind === 'data_request') keepRequest(writer, one, now)
  }
  waitFor(writer, { signals: [], events, source: SHOPIFY, now })
  settleEvents(run, { source: SHOPIFY, ids: events.map(({ id }) => id) })
  if (changed.size > 0) {
    joinSame({ ...run, actor: STORE }, 'touched')
    refreshFacts(driver, touched)
  }
  raiseVersions(writer, changed)
  const came = [...rows.map(({ table }) => table), ...events.map(() => 'events' as const)]
  recordArrival(writer, {
    kind: 'webhook',
    key: shop,
    name: shop,
    source: SHOPIFY,
    at: now,
    rows: tally(came),
  })
  if (current.length === 0 && told.length > 0) return skipped('something newer was told of it before')
  return {
    outcome: { kind: 'stored' },
    touched: touchedBy(writer, { rows, signals: [], events, source: SHOPIFY, before: [] }),
  }
}

const skipped = (why: string): StoredWebhook => ({ outcome: { kind: 'skipped', why }, touched: NOBODY })

/** The rows of what is told, as arriving messages have them. */
function rowsOf(told: readonly AppliedTold[]): {
  readonly entities: readonly EntityRow[]
  readonly lines: readonly LineRows[]
} {
  const entities = told.flatMap((one): readonly EntityRow[] => {
    switch (one.kind) {
      case 'customer':
        return [{ table: 'customers', id: one.id, cells: one.cells }]
      case 'product':
        return [{ table: 'products', id: one.id, cells: one.cells }]
      case 'order':
        // Amounts that were given back come with the refunds: the staged order says none.
        return [...one.products, { table: 'orders', id: one.id, cells: { ...one.cells, refunded_total: '' } }]
      case 'refunds':
      case 'event':
      case 'deleted':
      case 'data_request':
        return []
    }
  })
  const lines = told.flatMap((one): readonly LineRows[] =>
    one.kind === 'order' && one.lines.length > 0 ? [{ orderId: one.id, lines: one.lines }] : [],
  )
  return { entities, lines }
}

/** Is it the latest word about its thing? Notes so. Whatever belongs to something deleted is not. */
function isCurrent(one: AppliedTold, words: LatestWords, now: Instant): boolean {
  switch (one.kind) {
    case 'customer':
    case 'product':
      return words.isLatest(one.kind, one.id, timeOf(one.updatedAt, now))
    case 'order':
      return (
        !words.isDeleted('customer', one.cells['customer_id'] ?? '') &&
        words.isLatest('order', one.id, timeOf(one.updatedAt, now))
      )
    case 'refunds':
      return !words.isDeleted('order', one.orderId)
    case 'event':
      return !words.isDeleted('customer', one.event.customerId)
    case 'deleted':
    case 'data_request':
      return true
  }
}

const timeOf = (text: string | null, now: Instant): Instant => {
  const at = text === null ? null : readInstant(text)
  return typeof at === 'number' ? at : now
}
