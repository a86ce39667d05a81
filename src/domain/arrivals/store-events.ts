import { once } from '#kernel/once.ts'
import { foldText } from '#kernel/text.ts'
import { prepared } from '../imports/apply/change.ts'
import { VERIFYING } from '../joins/verifying.ts'
import type { EventRow } from './event-row.ts'
import type { Applying } from './store.ts'

/** Tells customers of a source by its ids; each is looked up once. */
export function customersOf({ driver, source }: Pick<Applying, 'driver' | 'source'>) {
  const find = prepared(
    driver,
    'SELECT customer_id FROM identities WHERE source = ? AND external_id = ?',
  ).pluck()
  return once((id: string) => numberOrNull(find.get(source, id)))
}

/**
 * Stores events of customers who are there, without the detour of those that wait. Types and campaigns that nobody
 * knows are made, as an import makes them. `customer` tells who they are now. The caller holds the transaction.
 */
export function storeEvents(
  run: Applying,
  events: readonly EventRow[],
  customer: (id: string) => number | null,
): void {
  if (events.length === 0) return
  const { driver, source, touched, changed } = run
  const { typeOf, campaignOf, productOf } = thingsIn(driver)
  const insert = prepared(
    driver,
    `INSERT INTO events(source, external_id, customer_id, type_id, occurred_at, product_id, campaign_id, channel,
       device, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  let added = 0
  for (const { id, type, customerId, at, productId, campaign, channel, device, value } of events) {
    const customerIs = customer(customerId)
    if (customerIs === null) throw new Error('An event is stored of somebody who is not there')
    const { id: typeId, key } = typeOf(type)
    const product = productId === null ? null : productOf(productId)
    const campaignIs = campaign === null ? null : campaignOf(campaign)
    const { changes } = insert.run(
      source,
      id,
      customerIs,
      typeId,
      at,
      product,
      campaignIs,
      channel,
      device,
      value,
    )
    added += changes
    // Whether an address can be reached is in the facts; and some events show that an address is somebody’s.
    const bounced = key === 'bounced_email'
    if (bounced) changed('consents')
    if (bounced || VERIFYING.includes(key)) touched.add('VALUES (?)', customerIs)
  }
  if (added > 0) changed('events')
}

/** What events name, by the ids of the database. */
function thingsIn(driver: Applying['driver']) {
  const types = prepared(driver, 'SELECT id FROM event_types WHERE key = ?').pluck()
  const addType = prepared(driver, 'INSERT INTO event_types(name, key) VALUES (?, ?)')
  const products = prepared(driver, 'SELECT id FROM products WHERE external_id = ?').pluck()
  const campaigns = prepared(
    driver,
    `SELECT coalesce((SELECT id FROM campaigns WHERE external_id = ?), (SELECT min(id) FROM campaigns WHERE key = ?))`,
  ).pluck()
  const addCampaign = prepared(driver, 'INSERT INTO campaigns(name, key) VALUES (?, ?)')
  return {
    typeOf: once((name: string) => {
      const key = foldText(name)
      const known = numberOrNull(types.get(key))
      return { key, id: known ?? Number(addType.run(name, key).lastInsertRowid) }
    }),
    productOf: once((id: string) => numberOrNull(products.get(id))),
    campaignOf: once((name: string) => {
      const key = foldText(name)
      const known = numberOrNull(campaigns.get(name, key))
      return known ?? Number(addCampaign.run(name, key).lastInsertRowid)
    }),
  }
}

const numberOrNull = (found: unknown): number | null => (typeof found === 'number' ? found : null)
