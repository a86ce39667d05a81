import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { Operation } from '../writer/operation.ts'
import type { Preview } from './schema.ts'

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
      created_at: clock.now(),
      actor: JSON.stringify(actor),
    }),
  )
  return null
}
