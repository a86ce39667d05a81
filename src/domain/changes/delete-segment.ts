import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import { bitsetFor } from '../members/bitset.ts'
import { refuseInUse } from '../references/references.ts'
import { editableSegment } from '../segments/editing.ts'
import { storeMembers } from '../segments/memberships.ts'
import { reviseSegment, versionOfSegment } from '../segments/store.ts'
import { countedOf, defineChange } from './define.ts'

/** Takes a segment away. Its versions and its history stay, so that it can be restored. */
export const deleteSegment = defineChange({
  schema: z.strictObject({ kind: z.literal('delete_segment'), segmentId: z.string() }),
  async describe({ segmentId }, { reader, segments, count }) {
    const target = editableSegment(segments, segmentId)
    refuseInUse(reader, { type: 'segment', ...target })
    const preview = await count(target.criteria, target.id)
    return {
      summary: `Delete the segment “${target.name}” with ${countOf(preview.count, 'customer')}`,
      target: { id: target.id, version: target.version },
      preview,
      difference: [{ what: 'segment', before: target.name, after: null }],
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId }, ctx) {
    const { id, name } = editableSegment(ctx.segments, segmentId)
    refuseInUse(ctx.writer, { type: 'segment', id, name })
    const version = reviseSegment(ctx.writer, id, { deleted: true }, ctx.by)
    const { asOf } = countedOf(ctx)
    storeMembers(ctx.writer, { segmentId: id, version, asOf, members: bitsetFor(0), cause: 'deleted' })
    return { segmentId: id, version }
  },
  undo: ({ segmentId, version }, base) => ({ kind: 'undo', segmentId, version: base ?? version - 1 }),
})
