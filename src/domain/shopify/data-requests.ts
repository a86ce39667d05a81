import { query, type Reader, type Writer } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import type { Operation } from '../writer/operation.ts'
import { SHOPIFY } from './source.ts'
import type { Told } from './told.ts'

/** A person who asked the store for their data. The data itself is read when it is given. */
export interface DataRequest {
  readonly id: string
  /** As the store calls them; null where it named an address alone. */
  readonly customerId: string | null
  /** Epoch seconds. A store has 30 days to answer. */
  readonly requestedAt: Instant
}

/** Those that nobody has answered, the oldest first. */
export const openRequests = (reader: Reader): readonly DataRequest[] =>
  reader
    .all(
      query
        .selectFrom('data_requests')
        .selectAll()
        .where('given_at', 'is', null)
        .orderBy('requested_at')
        .orderBy('id'),
    )
    .map(({ id, customer_id: customerId, requested_at: requestedAt }) => ({ id, customerId, requestedAt }))

export function keepRequest(
  writer: Writer,
  { id, customerId }: Extract<Told, { readonly kind: 'data_request' }>,
  now: Instant,
): void {
  writer.run(
    query
      .insertInto('data_requests')
      .values({ source: SHOPIFY, id, customer_id: customerId, requested_at: now, given_at: null })
      .onConflict((clash) => clash.doNothing()),
  )
}

/** Notes that a person was given their data. Throws NotFoundError for a request that is not open. */
export const closeDataRequest: Operation<{ readonly id: string; readonly actor: Actor }, null> = (
  { writer, clock },
  { id, actor },
) => {
  const at = clock.now()
  writer.transaction(() => {
    const closed = writer.run(
      query
        .updateTable('data_requests')
        .set({ given_at: at })
        .where('id', '=', id)
        .where('given_at', 'is', null),
    )
    if (closed === 0) {
      throw new NotFoundError(`There is no open request ${id}`, { next: 'List them: `muster shopify`.' })
    }
    appendLog(writer, { at, actor, action: 'give_data', subject: `data_request:${id}` })
  })
  return null
}
