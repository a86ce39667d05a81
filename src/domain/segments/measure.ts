import type { Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { breakdownQuery } from '../insights/breakdowns.ts'
import { orderSums } from '../insights/order-sums.ts'
import type { CountOptions, MemberSet, Members } from '../members/members.ts'
import { sameVersions } from '../members/versions.ts'
import type { Measures, RefreshStep } from './figures.ts'

/** How far a refresh is. */
export interface RefreshProgress {
  readonly step: RefreshStep
  /** Of this step, 0 to 1. */
  readonly done: number
}

export interface Measured {
  readonly set: MemberSet
  readonly measures: Measures
}

/** Products of a segment that anybody looks at. */
const PRODUCTS = 10
const ATTEMPTS = 5
/** Milliseconds a step may take: nobody waits for it before a page. */
const LIMIT = 600_000

/**
 * Members of several criteria and what they are worth, in one pass over the data for all of them, in three steps that
 * are held to the same data versions.
 */
export async function measureEach(
  criteria: readonly Criteria[],
  members: Members,
  {
    asOf,
    signal,
    onProgress,
  }: {
    readonly asOf: Instant
    readonly signal?: AbortSignal | undefined
    onProgress?: ((progress: RefreshProgress) => void) | undefined
  },
): Promise<readonly Measured[]> {
  const options = (step: RefreshStep): CountOptions => {
    onProgress?.({ step, done: 0 })
    return {
      asOf,
      limit: LIMIT,
      ...(signal && { signal }),
      onProgress: (done) => onProgress?.({ step, done }),
    }
  }
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const sets = await members.ofEach(criteria, options('customers'))
    const patterns = await members.rfmTables(criteria, options('metrics'))
    const sums = await members.tallyEach(
      criteria,
      (ctx) => [orderSums('spent', ctx), orderSums('orders', ctx)],
      options('metrics'),
    )
    const sold = await members.tallyEach(
      criteria,
      (ctx) => [breakdownQuery('product', ctx)],
      options('products'),
    )
    const states = [...sets, ...sums.map(({ set }) => set), ...sold.map(({ set }) => set)]
    const [first] = states
    if (!states.every(({ versions }) => sameVersions(versions, first?.versions ?? versions))) continue
    return sets.map((set, at) => {
      const [spent, orders] = (sums[at]?.tallies ?? []).map((rows) => rows[0])
      return {
        set,
        measures: {
          buyers: orders?.rows ?? 0,
          orders: orders?.amount ?? 0,
          spent: spent?.amount ?? 0,
          patterns: patterns[at] ?? [],
          products: (sold[at]?.tallies[0] ?? [])
            .flatMap(({ key, rows, amount }) =>
              typeof key === 'number' ? [{ id: key, customers: rows, spent: amount }] : [],
            )
            .slice(0, PRODUCTS),
        },
      }
    })
  }
  throw new ConflictError('The data changed again and again while it was read', {
    next: 'Refresh again when the running import has ended.',
  })
}
