import type { Instant } from '#kernel/clock.ts'
import { add, type Bitset, bitsetFor } from './bitset.ts'
import type { ColumnQueries, RecentEvents, SetQuery } from './plan.ts'
import type { PlannedOn } from './planned-on.ts'
import type { Step, StepResult } from './reader-messages.ts'
import { createSetCache } from './set-cache.ts'
import { columnSteps, statementIn } from './steps.ts'

/** How a set is read from what is new since it was read before. */
export interface RecentReading {
  readonly steps: readonly Step[]
  take(results: readonly StepResult[]): Bitset
}

/** Keeps when everybody’s latest events were, while data streams in: then only what is new is read. */
export interface Recents {
  /** Undefined where reading the set by itself is as short, or nothing that is kept belongs to this state of the data. */
  reading(recent: RecentEvents, on: PlannedOn): RecentReading | undefined
}

interface Kept {
  /** The state of the events that it was read at. */
  readonly version: number
  readonly events: PlannedOn['events']
  /** What is known: the latest event of each customer, by internal id, of those from `from` to `to`. */
  readonly latest: Float64Array
  readonly from: Instant
  readonly to: Instant
  readonly byteLength: number
}

/** At most so many bytes are kept. */
export function createRecents(cacheBytes: number): Recents {
  const kept = createSetCache<Kept>(cacheBytes)
  /** The version at which events of these types were read by themselves the last time. */
  const readAlone = new Map<string, number>()

  return {
    reading({ types, from, to }, on) {
      const key = types.join()
      const version = on.versions.events
      const before = kept.get(key)
      if (before !== undefined && (before.version > version || before.to > to)) return undefined
      const base = before?.events.rewrites === on.events.rewrites ? before : undefined
      if (base === undefined && (before !== undefined || !hasMoved(key, version))) {
        // Of data that stands still, and of what is rewritten again and again, nothing is worth keeping.
        kept.set(key, undefined)
        readAlone.set(key, version)
        return undefined
      }
      return {
        steps: stepsTo({ types, from, to }, base, on),
        take(results) {
          const latest = withRows(base?.latest, results, on.highestIds.customer)
          const known = base === undefined ? from : Math.min(from, base.from)
          const other = kept.get(key)
          if (other === undefined || other.version < version || other.from > known) {
            kept.set(key, {
              version,
              events: on.events,
              latest,
              from: known,
              to,
              byteLength: latest.byteLength,
            })
          }
          return since(latest, from)
        },
      }
    },
  }

  function hasMoved(key: string, version: number): boolean {
    const before = readAlone.get(key)
    return before !== undefined && before !== version
  }
}

/** What is to be read besides what is known: new rows, and times that were not asked for or had not come. */
function stepsTo({ types, from, to }: RecentEvents, base: Kept | undefined, on: PlannedOn): readonly Step[] {
  const between = (first: Instant, last: Instant) =>
    first > last ? [] : columnSteps(timed(types, first, last), on.highestIds)
  if (base === undefined) return between(from, to)
  const earliest = Math.min(from, base.from)
  const added =
    on.events.last === base.events.last
      ? []
      : [
          {
            kind: 'columns' as const,
            statements: addedSince(types, base.events.last).map((query) =>
              statementIn(query, { low: earliest, high: to }),
            ),
          },
        ]
  return [...added, ...between(base.to + 1, to), ...between(from, base.from - 1)]
}

const EVENTS = (column: string, where: string, order: string): string =>
  `SELECT e.${column} FROM events AS e WHERE ${where} ORDER BY ${order}`

function timed(types: readonly number[], from: Instant, to: Instant): ColumnQueries {
  const where = `e.type_id IN (${types.map(() => '?').join(', ')}) AND e.occurred_at BETWEEN ? AND ?`
  const query = (column: string): SetQuery => ({
    sql: EVENTS(column, where, 'e.type_id, e.occurred_at, e.customer_id'),
    parameters: [...types, { range: 'low' }, { range: 'high' }],
    cut: { by: 'time', from, to },
  })
  return [query('customer_id'), query('occurred_at')]
}

/** Rows behind the last that is known; by the plus they are found by their ids alone. */
function addedSince(types: readonly number[], last: number): ColumnQueries {
  const where = `e.id > ? AND +e.type_id IN (${types.map(() => '?').join(', ')}) AND +e.occurred_at BETWEEN ? AND ?`
  const query = (column: string): SetQuery => ({
    sql: EVENTS(column, where, 'e.id'),
    parameters: [last, ...types, { range: 'low' }, { range: 'high' }],
    cut: { by: 'none' },
  })
  return [query('customer_id'), query('occurred_at')]
}

/** A copy with the rows in it: what is at hand may be another request’s. */
function withRows(
  known: Float64Array | undefined,
  results: readonly StepResult[],
  highestId: number,
): Float64Array {
  const pieces = results.flatMap((result) => (result.kind === 'columns' ? [result.columns] : []))
  const rows = pieces.flatMap(([customers, times]) =>
    customers === undefined || times === undefined || customers.length === 0 ? [] : [{ customers, times }],
  )
  const highest = rows.reduce(
    (most, { customers }) => customers.reduce((one, id) => Math.max(one, id), most),
    highestId,
  )
  if (known !== undefined && rows.length === 0 && known.length > highest) return known
  const latest = new Float64Array(Math.max(highest + 1, known?.length ?? 0)).fill(-Infinity)
  if (known !== undefined) latest.set(known)
  for (const { customers, times } of rows) {
    for (let row = 0; row < customers.length; row++) {
      const id = customers[row] ?? 0
      latest[id] = Math.max(latest[id] ?? -Infinity, times[row] ?? -Infinity)
    }
  }
  return latest
}

function since(latest: Float64Array, from: Instant): Bitset {
  const members = bitsetFor(latest.length - 1)
  for (let id = 0; id < latest.length; id++) {
    if ((latest[id] ?? -Infinity) >= from) add(members, id)
  }
  return members
}
