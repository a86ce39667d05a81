import type { Source } from '#db/schema.ts'
import type { PlannedOn } from '../members/planned-on.ts'
import type { ColumnsStep, Step, StepResult } from '../members/reader-messages.ts'
import { createSetCache, type SetCache } from '../members/set-cache.ts'
import { statementIn } from '../members/steps.ts'
import { versionKey } from '../members/versions.ts'
import { type LineColumns, type OrderColumns, PIECE } from './columns.ts'
import { type ColumnQueries, lineQueries, orderQueries, PURCHASE_SOURCES, purchasesKey } from './queries.ts'

/** What is to be read for columns at one state of the data, and how the results make them whole. */
export interface ColumnsReading<P> {
  readonly sources: readonly Source[]
  /** None where all pieces are at hand. */
  readonly steps: readonly Step[]
  /** All pieces, by ascending ids. */
  take(results: readonly StepResult[]): readonly P[]
}

/** Columns of what all customers bought, kept from request to request: only who changed is read anew. */
export interface Purchases {
  orders(on: PlannedOn): ColumnsReading<OrderColumns>
  lines(on: PlannedOn): ColumnsReading<LineColumns>
}

/** At most so many bytes of each of the two are kept. */
export function createPurchases(cacheBytes: number): Purchases {
  const orders = createSetCache<Kept<OrderColumns>>(cacheBytes)
  const lines = createSetCache<Kept<LineColumns>>(cacheBytes)
  return {
    orders: (on) =>
      readingOf(orders, on, {
        queries: orderQueries(on.ctx),
        step: (columns) => ({ kind: 'orders', columns }),
        pieceIn: (result) => (result?.kind === 'orders' ? result.piece : undefined),
      }),
    lines: (on) =>
      readingOf(lines, on, {
        queries: lineQueries(on.ctx),
        step: (columns) => ({ kind: 'lines', columns }),
        pieceIn: (result) => (result?.kind === 'lines' ? result.piece : undefined),
      }),
  }
}

interface Kept<P> {
  /** The versions of everything that it was read from. */
  readonly state: string
  /** That of the orders: who changed later has a higher revision. */
  readonly version: number
  readonly piece: P
  readonly byteLength: number
}

function readingOf<P extends { readonly byteLength: number }>(
  cache: SetCache<Kept<P>>,
  { ctx, versions, highestIds }: PlannedOn,
  as: {
    readonly queries: ColumnQueries
    step(columns: ColumnsStep<P>): Step
    pieceIn(result: StepResult | undefined): P | undefined
  },
): ColumnsReading<P> {
  const state = versionKey(versions, PURCHASE_SOURCES)
  const { whole, some } = as.queries
  const pieces = Array.from({ length: Math.floor(highestIds.customer / PIECE) + 1 }, (_, nth) => {
    const low = nth * PIECE
    const key = `${purchasesKey(ctx)} from ${low}`
    return { low, key, kept: cache.get(key) }
  })
  const stale = pieces.filter(({ kept }) => kept?.state !== state)
  return {
    sources: PURCHASE_SOURCES,
    steps: stale.map(({ low, kept }) =>
      as.step({
        low,
        whole: statementIn(whole, { low, high: low + PIECE - 1 }),
        before:
          kept === undefined || some === null ? undefined : { piece: kept.piece, since: kept.version, some },
      }),
    ),
    take(results) {
      const read = new Map(stale.map(({ low }, i) => [low, as.pieceIn(results[i])]))
      return pieces.map(({ low, key, kept }) => {
        const fresh = read.get(low)
        const piece = fresh ?? (kept?.state === state ? kept.piece : undefined)
        if (piece === undefined) throw new Error(`Taken before it was read: columns from ${low}`)
        if (fresh !== undefined) {
          cache.set(key, { state, version: versions.orders, piece, byteLength: piece.byteLength })
        }
        return piece
      })
    },
  }
}
