import { campaignRows, campaignsOf } from './campaigns.ts'
import { productRows } from './catalogue.ts'
import { companyRows, drawCompanies } from './companies.ts'
import { customerRows } from './customers.ts'
import { eventRows } from './events.ts'
import { DAY, historyUpTo } from './history.ts'
import { drawIdleVisits } from './idle-visits.ts'
import { listRows } from './lists.ts'
import { drawMailings } from './mailings.ts'
import { drawOrderTrails } from './order-trails.ts'
import { drawOrders, itemRows, orderRows } from './orders.ts'
import { drawPeople, personRows } from './people.ts'
import { phoneBook } from './phones.ts'
import { seeded } from './random.ts'
import { drawReviews } from './reviews.ts'
import type { Row, TableName } from './rows.ts'
import { drawShoppers } from './shoppers.ts'
import { signalRows } from './signals.ts'

export interface DemoWorkspace {
  readonly name: string
  /** IANA */
  readonly timezone: string
  /** ISO 4217 */
  readonly currency: string
}

/** The files of the generic import format, by table, and the workspace that they belong to. */
export type DemoTables = { readonly workspace: DemoWorkspace } & {
  readonly [T in TableName]: readonly Row<T>[]
}

/** The site has been measured for this long; orders and e-mails go back further. */
const SITE_MEASURED = 375 * DAY

/**
 * Fernhollow Coffee, an invented roaster with an online shop and a wholesale business: three years of
 * history up to `now` (epoch seconds). The same hour and seed give the same rows, to the byte. Nothing in
 * it is real: addresses are below example.com and example.org, and the telephone numbers ring nowhere.
 *
 * @example demoCompany({ now: Date.parse('2025-11-20T12:00:00Z') / 1000 }).customers.length // 5000
 */
export function demoCompany({ now, seed = 1 }: { now: number; seed?: number }): DemoTables {
  const history = historyUpTo(now)
  const stream = (name: string) => seeded(seed, name)
  const phones = phoneBook()

  const shoppers = drawShoppers(history, stream('shoppers'))
  const orders = drawOrders(shoppers, history, stream('orders'))
  const campaigns = campaignsOf(history)
  const mailings = drawMailings(campaigns, shoppers, stream('mailings'))
  const site = { since: history.now - SITE_MEASURED, now: history.now }
  const happenings = [
    ...mailings.happenings,
    ...drawOrderTrails(orders, site.since, stream('order trails')),
    ...drawIdleVisits(shoppers, orders, campaigns, site, stream('idle visits')),
    ...drawReviews(orders, stream('reviews')),
  ]
  const companies = drawCompanies(stream('companies'))
  const people = drawPeople(companies, stream('people'))

  return {
    workspace: { name: 'Fernhollow Coffee', timezone: 'America/New_York', currency: 'USD' },
    customers: customerRows(shoppers, orders, phones, stream('customer records')),
    products: productRows(),
    orders: orderRows(orders),
    items: itemRows(orders),
    events: eventRows(happenings, history.now),
    campaigns: campaignRows(campaigns, mailings.recipients),
    companies: companyRows(companies, stream('company records')),
    people: personRows(people, phones, stream('person records')),
    signals: signalRows(companies, people, history, stream('signals')),
    lists: listRows(shoppers, orders, history, stream('lists')),
  }
}
