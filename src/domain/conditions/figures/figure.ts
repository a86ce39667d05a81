import { z } from 'zod'
import type { Source } from '#db/schema.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import { windowSchema } from '../../time/window.ts'
import { CHANGE_MEASURES } from '../change/change.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import { eventVerbs } from '../events/event-words.ts'
import { AGGREGATE_NAMES, AGGREGATES } from '../orders/order-aggregates.ts'
import { linesIn } from '../purchases/purchase-rows.ts'
import { eventFilterWords, eventProblems, eventsIn } from '../shared/event-rows.ts'
import { eventFilterSchema, orderFilterSchema, productFilterSchema, texts } from '../shared/filters.ts'
import { normalEventFilter, normalOrderFilter, normalProductFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems, orderFilterWords, orderSources } from '../shared/order-filter.ts'
import { ordersIn, withinWords } from '../shared/order-rows.ts'
import { productFilterProblems, productFilterWords, productPasses } from '../shared/product-filter.ts'
import { distinct } from '../shared/text-match.ts'

/** What is counted, summed or picked out of the orders; `first` and `last` are what that order came to. */
export const ORDER_FIGURES = [...AGGREGATE_NAMES, 'units', 'first', 'last'] as const
export type OrderFigureMeasure = (typeof ORDER_FIGURES)[number]

const orderFigureSchema = z.strictObject({
  from: z.literal('orders'),
  measure: z.enum(ORDER_FIGURES),
  /** Of these products alone: orders that hold one, pieces, or what was spent on them. */
  of: productFilterSchema.optional(),
  where: orderFilterSchema.optional(),
  within: windowSchema.optional(),
})
const eventFigureSchema = z.strictObject({
  from: z.literal('events'),
  event: texts,
  where: eventFilterSchema.optional(),
  within: windowSchema.optional(),
})

/**
 * A number that each customer has, out of their orders, order lines or events. Counts and sums over nothing are 0;
 * averages, the largest, smallest, first and last order are unknown without an order.
 *
 * @example { from: 'orders', measure: 'spend', of: { category: ['Tea'] }, within: { kind: 'calendar', unit: 'year', offset: 0 } }
 * @example { from: 'events', event: ['opened_email'] }
 */
export const figureSchema = z.discriminatedUnion('from', [orderFigureSchema, eventFigureSchema])
export type Figure = z.infer<typeof figureSchema>
export type OrderFigure = z.infer<typeof orderFigureSchema>

/** Whether order lines tell it: pieces, or whatever is of some products. */
export const byLines = ({ measure, of }: OrderFigure): boolean => measure === 'units' || of !== undefined
export const isOfProducts = (measure: OrderFigureMeasure): boolean =>
  measure === 'count' || measure === 'spend' || measure === 'units'
/** Money is compared with money, and a number of things with a number of things. */
export const isMoney = (figure: Figure): boolean => figure.from === 'orders' && isAmount(figure.measure)
export const isAmount = (measure: OrderFigureMeasure): boolean => measure !== 'count' && measure !== 'units'
/** Whether somebody without an order has none of it, rather than 0. */
export const isUnknownOfNone = (figure: Figure): boolean => {
  if (figure.from === 'events' || figure.measure === 'units') return false
  const { measure } = figure
  return measure === 'first' || measure === 'last' || AGGREGATES[measure].empty === 'unknown'
}

/** Whether they differ in nothing but their time, which `change` says. */
export function isChange(left: Figure, right: Figure): boolean {
  const { within, ...one } = left
  const { within: against, ...other } = right
  return (
    within !== undefined &&
    against !== undefined &&
    left.from === 'orders' &&
    CHANGE_MEASURES.some((measure) => measure === left.measure) &&
    JSON.stringify(one) === JSON.stringify(other)
  )
}

/** What a customer's is, in minor units where it is money; undefined where it is unknown. */
export function figureOf(figure: Figure, customer: CustomerRecord, ctx: ReadingContext): number | undefined {
  if (figure.from === 'events') return eventsIn(customer, figure, ctx).length
  if (byLines(figure)) {
    const { measure, of } = figure
    const lines = linesIn(customer, figure, ctx).filter(
      ({ product }) => of === undefined || productPasses(of, product, ctx),
    )
    if (measure === 'count') return new Set(lines.map(({ orderId }) => orderId)).size
    return lines.reduce((sum, line) => sum + line.quantity * (measure === 'spend' ? line.price : 1), 0)
  }
  const orders = ordersIn(customer, figure, ctx)
  const { measure } = figure
  if (orders.length === 0 && isUnknownOfNone(figure)) return undefined
  if (measure === 'first' || measure === 'last') {
    const inTime = orders.toSorted((a, b) => a.at - b.at || a.id - b.id)
    return inTime.at(measure === 'first' ? 0 : -1)?.total
  }
  if (measure === 'units') return undefined
  const sum = AGGREGATES[measure].of(orders)
  return AGGREGATES[measure].perOrder ? sum / orders.length : sum
}

const NOUNS: Readonly<Record<OrderFigureMeasure, string>> = {
  count: 'number of orders',
  spend: 'total spend',
  net_spend: 'net spend',
  average: 'average order value',
  largest: 'largest order',
  smallest: 'smallest order',
  discount: 'total discount',
  units: 'number of units',
  first: 'first order',
  last: 'last order',
}

/** `number of orders on the device mobile this year`, `number of times they opened an e-mail` */
export function figureWords(figure: Figure, ctx: ReadingContext, beside?: Figure): string {
  // Beside a figure with a time it could be heard of that time as well.
  const always = figure.within === undefined && beside?.within !== undefined
  const time = always ? ' of all time' : withinWords(figure.within, 'whole')
  if (figure.from === 'events')
    return `number of times they ${eventVerbs(figure.event)}${eventFilterWords(figure.where, ctx)}${time}`
  const { measure, of, where } = figure
  const on = measure === 'spend' ? 'on' : 'of'
  const products = of === undefined ? '' : ` ${on} any product ${productFilterWords(of, ctx)}`
  const over = measure === 'count' && of === undefined ? '' : ' over orders'
  const orders = where === undefined ? '' : `${over} ${orderFilterWords(where, ctx)}`
  return `${NOUNS[measure]}${products}${orders}${time}`
}

export function normalFigure(figure: Figure): Figure {
  if (figure.from === 'events') {
    const { where } = figure
    return {
      ...figure,
      event: distinct(figure.event),
      ...(where && { where: normalEventFilter(where) }),
    }
  }
  const { of, where } = figure
  return {
    ...figure,
    ...(of && { of: normalProductFilter(of) }),
    ...(where && { where: normalOrderFilter(where) }),
  }
}

export function figureSources(figure: Figure): readonly Source[] {
  if (figure.from === 'events')
    return figure.where?.product === undefined ? ['events'] : ['events', 'products']
  return figure.of === undefined ? orderSources(figure.where) : ['orders', 'products']
}

export function figureProblems(figure: Figure, side: string, ctx: PlanContext): readonly Problem[] {
  const found =
    figure.from === 'events'
      ? eventProblems(figure, ctx)
      : [
          ...productFilterProblems(figure.of, ctx, ['of']),
          ...orderFilterProblems(figure.where, ctx, ['where']),
        ]
  return found.map((problem) => ({ ...problem, path: [side, ...problem.path] }))
}
