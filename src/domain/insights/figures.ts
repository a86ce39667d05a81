import type { Reader } from '#db/run.ts'
import { toIso, toMinute } from '#kernel/clock.ts'
import { fromMinor } from '#kernel/money.ts'
import type { PlanContext } from '../conditions/define.ts'
import { type Bounds, boundsOf } from '../time/bounds.ts'
import { describe } from '../criteria/describe.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count } from '../members/bitset.ts'
import type { TallyRow } from '../members/reader-messages.ts'
import { BREAKDOWN_KINDS, breakdownQuery } from './breakdowns.ts'
import type { InsightsDeps } from './insights.ts'
import { orderSums } from './order-sums.ts'
import type { Breakdown, BreakdownBy, Figures, OrderedDays } from './schema.ts'

export interface FiguresOptions {
  readonly signal?: AbortSignal
  readonly by?: readonly BreakdownBy[]
  /** Of the orders of these days alone, both included. */
  readonly ordered?: OrderedDays
}

/** Rows of a breakdown that anybody looks at. */
const SHOWN = 10

/** What members bought, and how they spread: read anew each time, as of now. */
export async function figuresOf(
  criteria: Criteria,
  { signal, by = [], ordered }: FiguresOptions,
  { reader, clock, members, context }: InsightsDeps,
): Promise<Figures> {
  const asOf = toMinute(clock.now())
  const { set, tallies } = await members.tally(
    criteria,
    (ctx) => [
      ...MEASURES.map((measure) => orderSums(measure, ctx, boundsIn(ctx, ordered))),
      ...by.map((one) => breakdownQuery(one, ctx, boundsIn(ctx, ordered))),
    ],
    { asOf, ...(signal && { signal }) },
  )
  const ctx = context(asOf)
  const money = (minor: number) => fromMinor(minor, ctx.currency)
  const [totals, refunds, counts] = tallies.map((rows) => rows[0])
  const customers = count(set.bits)
  const orders = counts?.amount ?? 0
  const spent = totals?.amount ?? 0
  const per = (amount: number, all: number) => (all === 0 ? null : money(Math.round(amount / all)))
  return {
    words: describe(criteria, ctx),
    asOf: toIso(asOf),
    ...(ordered && { ordered }),
    currency: ctx.currency.code,
    customers,
    buyers: totals?.rows ?? 0,
    orders,
    spent: money(spent),
    netSpent: money(spent - (refunds?.amount ?? 0)),
    averageOrder: per(spent, orders),
    spentPerCustomer: per(spent, customers),
    ordersPerCustomer: customers === 0 ? null : Math.round((100 * orders) / customers) / 100,
    breakdowns: by.map((one, at) =>
      breakdownOf(one, tallies[MEASURES.length + at] ?? [], { customers, reader, money }),
    ),
  }
}

const boundsIn = (
  { now, zone }: Pick<PlanContext, 'now' | 'zone'>,
  ordered: OrderedDays | undefined,
): Bounds => (ordered === undefined ? { to: now } : boundsOf({ kind: 'dates', ...ordered }, now, zone))

const MEASURES = ['spent', 'refunded', 'orders'] as const

function breakdownOf(
  by: BreakdownBy,
  tally: readonly TallyRow[],
  { customers, reader, money }: { customers: number; reader: Reader; money(minor: number): number },
): Breakdown {
  const { label, spent, name } = BREAKDOWN_KINDS[by]
  const known = tally.flatMap(({ key, ...row }) => (key === null || key === '' ? [] : [{ key, ...row }]))
  const unknown = tally
    .filter(({ key }) => key === null || key === '')
    .reduce((sum, { rows }) => sum + rows, 0)
  return {
    by,
    label,
    rows: known.slice(0, SHOWN).map(({ key, rows, amount }) => ({
      label: name(key, reader),
      customers: rows,
      share: customers === 0 ? 0 : rows / customers,
      spent: spent ? money(amount) : null,
    })),
    more: Math.max(0, known.length - SHOWN),
    unknown,
  }
}
