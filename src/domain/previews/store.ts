import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { Operation } from '../writer/operation.ts'
import type { Preview } from './schema.ts'

/** A preview from which nothing was proposed is of no use after this long, and can be large. */
export const PREVIEWS_KEPT_SECONDS = 30 * 24 * 3600

/** Keeps a preview with the members that were counted. One of the two things that tools can store. */
export const storePreview: Operation<
  {
    readonly preview: Preview
    readonly asOf: Instant
    /** As `encodeMembers` makes them. */
    readonly members: Uint8Array
    readonly actor: Actor
  },
  null
> = ({ writer, clock }, { preview, asOf, members, actor }) => {
  const now = clock.now()
  writer.run(
    query
      .deleteFrom('previews')
      .where('created_at', '<', now - PREVIEWS_KEPT_SECONDS)
      .where(
        'id',
        'not in',
        query.selectFrom('proposals').select('preview_id').where('preview_id', 'is not', null),
      ),
  )
  writer.run(
    query.insertInto('previews').values({
      id: preview.id,
      entity: preview.entity,
      criteria: canonicalJson(preview.criteria),
      as_of: asOf,
      count: preview.count,
      total: preview.total,
      members,
      members_hash: preview.membersHash,
      body: JSON.stringify(preview),
      created_at: now,
      actor: JSON.stringify(actor),
    }),
  )
  return null
}
