import { z } from 'zod'
import { activePeriods } from './active-periods.ts'
import { daysSince } from './days-since.ts'
import type { MeasureDefinition } from './define.ts'
import { eventCount } from './event-count.ts'
import { orderInterval } from './order-interval.ts'
import { orderTotals } from './order-totals.ts'
import { purchaseTotals } from './purchase-totals.ts'
import { rfmScore } from './rfm-score.ts'
import { shareOfOrders } from './share-of-orders.ts'
import { shareOfSpend } from './share-of-spend.ts'

/** Every kind of measure. */
const measures = [
  orderTotals,
  purchaseTotals,
  eventCount,
  rfmScore,
  daysSince,
  orderInterval,
  shareOfOrders,
  shareOfSpend,
  activePeriods,
] as const

type Definition = (typeof measures)[number]
/** A number that customers have, as plain data. */
export type Measure = z.infer<Definition['schema']>
export type MeasureKind = Definition['measure']

const [first, ...others] = measures
export const measureSchema = z.discriminatedUnion('measure', [
  first.schema,
  ...others.map((definition) => definition.schema),
])

/** How a measure is read. The definition found by a measure's kind is given that measure. */
export function measureOf(measure: Measure): MeasureDefinition<MeasureKind, Measure> {
  const found = byKind.get(measure.measure)
  if (found === undefined) throw new Error(`There is no measure ${measure.measure}`)
  return found
}

const byKind = new Map<string, MeasureDefinition<MeasureKind, Measure>>(
  measures.map((definition) => [definition.measure, definition]),
)
