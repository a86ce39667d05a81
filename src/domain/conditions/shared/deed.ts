import { z } from 'zod'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import { eventVerbs } from '../events/event-words.ts'
import { eventFilterWords, eventProblems, eventsIn } from './event-rows.ts'
import { eventFilterSchema, orderFilterSchema, productFilterSchema, texts } from './filters.ts'
import { normalEventFilter, normalOrderFilter, normalProductFilter } from './normal-filter.ts'
import { orderFilterProblems, orderFilterWords } from './order-filter.ts'
import { ordersIn } from './order-rows.ts'
import { productFilterProblems, productFilterWords, productPasses } from './product-filter.ts'
import { distinct } from './text-match.ts'

const orderedSchema = z.strictObject({
  did: z.literal('ordered'),
  /** Counted orders with such a line. */
  product: productFilterSchema.optional(),
  where: orderFilterSchema.optional(),
})
const eventSchema = z.strictObject({
  did: z.literal('event'),
  event: texts,
  where: eventFilterSchema.optional(),
})

/**
 * Something that a customer did at an instant, any number of times.
 *
 * @example { did: 'ordered', product: { category: ['Tea'] } }
 * @example { did: 'event', event: ['opened_email', 'clicked_email'] }
 */
export const deedSchema = z.discriminatedUnion('did', [orderedSchema, eventSchema])
export type Deed = z.infer<typeof deedSchema>

/** One time that somebody did it. Two deeds at the same time are not the same deed. */
export interface Occasion {
  readonly at: Instant
  /** The same for the same order or event, whatever it was looked for as. */
  readonly key: unknown
}

/** In the past, as it stands in "have never …" too: `bought any product in the category Tea`. */
export function deedWords(deed: Deed, ctx: ReadingContext): string {
  if (deed.did === 'event') return eventVerbs(deed.event) + eventFilterWords(deed.where, ctx)
  const { product, where } = deed
  const orders = where === undefined ? '' : orderFilterWords(where, ctx)
  if (product === undefined) return where === undefined ? 'ordered' : `placed an order ${orders}`
  const bought = `bought any product ${productFilterWords(product, ctx)}`
  return where === undefined ? bought : `${bought} in orders ${orders}`
}

/** Every time that a customer did it, up to now, the earliest first; ties by id. */
export function occasionsOf(customer: CustomerRecord, deed: Deed, ctx: ReadingContext): readonly Occasion[] {
  if (deed.did === 'event') {
    // Events stand in the order of their ids.
    return eventsIn(customer, deed, ctx)
      .map((event) => ({ at: event.at, key: event }))
      .toSorted((a, b) => a.at - b.at)
  }
  const { product, where } = deed
  return ordersIn(customer, { where }, ctx)
    .filter(
      ({ lines }) => product === undefined || lines.some((line) => productPasses(product, line.product, ctx)),
    )
    .toSorted((a, b) => a.at - b.at || a.id - b.id)
    .map((order) => ({ at: order.at, key: order }))
}

/** Each value of its filters once. */
export function normalDeed(deed: Deed): Deed {
  if (deed.did === 'event') {
    return {
      ...deed,
      event: distinct(deed.event),
      ...(deed.where && { where: normalEventFilter(deed.where) }),
    }
  }
  return {
    ...deed,
    ...(deed.product && { product: normalProductFilter(deed.product) }),
    ...(deed.where && { where: normalOrderFilter(deed.where) }),
  }
}

export function deedSources(deed: Deed): readonly Source[] {
  const product = deed.did === 'event' ? deed.where?.product : deed.product
  return [deed.did === 'event' ? 'events' : 'orders', ...(product === undefined ? [] : ['products' as const])]
}

export const deedProblems = (
  deed: Deed,
  ctx: PlanContext,
  path: readonly (string | number)[],
): readonly Problem[] =>
  deed.did === 'event'
    ? eventProblems(deed, ctx).map((problem) => ({ ...problem, path: [...path, ...problem.path] }))
    : [
        ...productFilterProblems(deed.product, ctx, [...path, 'product']),
        ...orderFilterProblems(deed.where, ctx, [...path, 'where']),
      ]
