import { query, type Writer } from '#db/run.ts'
import type { SourceKind } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { TableName } from '../imports/tables/define.ts'
import { broughtFrom, type Brought } from './brought.ts'

/** Something came from a source of data. */
export interface Arrival {
  readonly kind: SourceKind
  /** What tells it from others of its kind: the id of a write key, a webhook's shop. */
  readonly key: string
  /** Of a file: its format; of others what people call it. */
  readonly name: string
  /** Under which name its ids are known. */
  readonly source: string
  readonly at: Instant
  /** Of each table that came: how many rows were new or changed something. None is an arrival, too. */
  readonly rows: Readonly<Partial<Record<TableName, number>>>
}

/** A stream is as many arrivals as hours, and files of the same hour are one. */
const ONE_ARRIVAL = 3600
/** The record of a source: months of a daily file, more than a week of a stream. */
const KEPT = 200

/** Notes an arrival, in the transaction that stores what came. */
export function recordArrival(writer: Writer, { kind, key, name, source, at, rows }: Arrival): void {
  const id = sourceId(kind, key)
  const before = writer.get(query.selectFrom('sources').select('brought').where('id', '=', id))
  const brought = JSON.stringify(added(before === undefined ? {} : broughtFrom(before.brought), rows, at))
  writer.run(
    query
      .insertInto('sources')
      .values({ id, kind, name, source, first_at: at, last_at: at, brought })
      .onConflict((clash) => clash.column('id').doUpdateSet({ name, source, last_at: at, brought })),
  )
  const arrivals = query.selectFrom('source_arrivals').select('began_at').where('source_id', '=', id)
  const last = writer.get(arrivals.orderBy('began_at', 'desc').limit(1))
  if (last !== undefined && at < last.began_at + ONE_ARRIVAL) return
  writer.run(query.insertInto('source_arrivals').values({ source_id: id, began_at: at }))
  const oldest = writer.get(arrivals.orderBy('began_at', 'desc').limit(1).offset(KEPT))
  if (oldest === undefined) return
  writer.run(
    query.deleteFrom('source_arrivals').where('source_id', '=', id).where('began_at', '<=', oldest.began_at),
  )
}

/** `file:order-lines:shopify`, `write_key:wrk_…`, `demo` */
export const sourceId = (kind: SourceKind, key: string): string => (kind === 'demo' ? kind : `${kind}:${key}`)

function added(before: Brought, rows: Arrival['rows'], at: Instant): Brought {
  const came = Object.entries(rows).map(([table, count]) => {
    const sum = { rows: (before[table]?.rows ?? 0) + count, at }
    return [table, sum] as const
  })
  return { ...before, ...Object.fromEntries(came) }
}
