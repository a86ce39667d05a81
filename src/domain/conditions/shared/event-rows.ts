import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#kernel/text.ts'
import type { CustomerRecord, EventRecord } from '../../customers/record.ts'
import { within } from '../../time/bounds.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { Window } from '../../time/window.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import type { EventFilter } from './filters.ts'
import { boundsIn } from './order-rows.ts'
import { anyOf } from './value-words.ts'
import { unknownValues } from './problems.ts'
import {
  productFilterProblems,
  productFilterText,
  productFilterWords,
  productPasses,
} from './product-filter.ts'
import { recurs } from './recurring.ts'
import { recurringRaw, recurringText } from './recurring-sql.ts'
import { recurringWords } from './recurring-words.ts'
import { oneOfText, spelledText } from './sql-text.ts'
import { isAmong } from './text-match.ts'

/** Which events: of one of the types, in the window, let through by the filter. */
export interface EventScope {
  readonly event: readonly string[]
  readonly within?: Window | undefined
  readonly where?: EventFilter | undefined
}

/** ` for any product in the category Tea in the campaign Summer Sale` */
export function eventFilterWords(filter: EventFilter | undefined, ctx: ReadingContext): string {
  if (filter === undefined) return ''
  const parts: string[] = []
  if (filter.product !== undefined) parts.push(`for any product ${productFilterWords(filter.product, ctx)}`)
  if (filter.campaign !== undefined) parts.push(`in the campaign ${anyOf(filter.campaign)}`)
  if (filter.channel !== undefined) parts.push(`through the channel ${anyOf(filter.channel)}`)
  if (filter.device !== undefined) parts.push(`on the device ${anyOf(filter.device)}`)
  parts.push(...recurringWords(filter))
  return ` ${parts.join(' ')}`
}

/** Tests of the filter on a row of `events` under an alias. */
export function eventFilterRaw(
  filter: EventFilter | undefined,
  ctx: PlanContext,
  alias = 'e',
): RawBuilder<boolean>[] {
  if (filter === undefined) return []
  const { dialect, dictionary } = ctx
  const tests: RawBuilder<boolean>[] = []
  if (filter.product !== undefined) {
    tests.push(dialect.oneOf(sql.ref(`${alias}.product_id`), dictionary.products(filter.product)))
  }
  if (filter.campaign !== undefined) {
    tests.push(dialect.oneOf(sql.ref(`${alias}.campaign_id`), dictionary.campaigns(filter.campaign)))
  }
  for (const key of ['channel', 'device'] as const) {
    const names = filter[key]
    if (names !== undefined)
      tests.push(dialect.oneOf(sql.ref(`${alias}.${key}`), dictionary.spellings(key, names)))
  }
  tests.push(...recurringRaw(filter, sql.ref(`${alias}.occurred_at`), ctx))
  return tests
}

/** The events in scope over `v_events`, for people to read. */
export function eventRowsText({ event, within: window, where = {} }: EventScope, ctx: PlanContext): string {
  const tests = [
    oneOfText('type_key', event.map(foldText)),
    windowSql('occurred_at', window, ctx.now, ctx.zone),
  ]
  if (where.product !== undefined) tests.push(productFilterText(where.product))
  if (where.campaign !== undefined) tests.push(oneOfText('campaign_key', where.campaign.map(foldText)))
  for (const key of ['channel', 'device'] as const) {
    const names = where[key]
    if (names === undefined) continue
    tests.push(spelledText(key, names, ctx))
  }
  tests.push(...recurringText(where, 'occurred_at', ctx))
  return tests.join(' AND ')
}

/** The same in memory. */
export function eventsIn(
  customer: CustomerRecord,
  { event, within: window, where = {} }: EventScope,
  ctx: ReadingContext,
): readonly EventRecord[] {
  const bounds = boundsIn(window, ctx)
  const { product, campaign, channel, device } = where
  return customer.events.filter(
    (row) =>
      isAmong(row.type, event) &&
      within(bounds, row.at) &&
      (product === undefined || (row.product !== null && productPasses(product, row.product, ctx))) &&
      isAmong(row.campaign, campaign) &&
      isAmong(row.channel, channel) &&
      isAmong(row.device, device) &&
      recurs(where, row.at, ctx.zone),
  )
}

export const eventProblems = ({ event, where }: EventScope, ctx: PlanContext): Problem[] => [
  ...unknownValues(ctx.dictionary, 'event', event, ['event']),
  ...productFilterProblems(where?.product, ctx, ['where', 'product']),
  ...unknownValues(ctx.dictionary, 'campaign', where?.campaign, ['where', 'campaign']),
  ...unknownValues(ctx.dictionary, 'channel', where?.channel, ['where', 'channel']),
  ...unknownValues(ctx.dictionary, 'device', where?.device, ['where', 'device']),
]
