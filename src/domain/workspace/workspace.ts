import { query, type Reader, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { currencyOf } from '#kernel/money.ts'
import type { Workspace } from '../services.ts'
import type { Operation } from '../writer/operation.ts'

/** What a database is called, and counts in, before anybody has said otherwise. */
export const NEW_WORKSPACE = {
  name: 'My company',
  timezone: 'UTC',
  currency: 'USD',
  demo: 0,
  join_rule: 'email',
} as const

export const readWorkspaceRow = (reader: Reader) =>
  reader.get(query.selectFrom('workspace').selectAll().where('id', '=', 1))

/** The workspace as tools see it. */
export function readWorkspace(reader: Reader): Workspace {
  const { name, timezone, currency, demo } = readWorkspaceRow(reader) ?? NEW_WORKSPACE
  return { name, zone: timezone, currency: currencyOf(currency), demo: demo === 1 }
}

/** Makes the workspace's row when it is missing; the caller holds the transaction. */
export function makeWorkspace(writer: Writer, now: Instant): boolean {
  if (readWorkspaceRow(writer) !== undefined) return false
  writer.run(query.insertInto('workspace').values({ id: 1, ...NEW_WORKSPACE, created_at: now }))
  return true
}

/** Makes the workspace's row when it is missing: run at every start, changes nothing the second time. */
export const ensureWorkspace: Operation<null, { readonly made: boolean }> = ({ writer, clock }) =>
  writer.transaction(() => ({ made: makeWorkspace(writer, clock.now()) }))

/** Is there money in the database? Then its currency and time zone are settled. */
export const holdsMoney = (reader: Reader): boolean =>
  [
    query.selectFrom('orders').select('id').limit(1),
    query.selectFrom('products').select('id').where('price', 'is not', null).limit(1),
    query.selectFrom('campaigns').select('id').where('cost', 'is not', null).limit(1),
  ].some((rows) => reader.get(rows) !== undefined)
