import { z } from 'zod'
import { canonicalJson } from '#kernel/hash.ts'
import { countOf } from '#kernel/text.ts'
import { storeMembers } from '../segments/memberships.ts'
import { ofCustomers } from '../segments/of-customers.ts'
import { segmentName } from '../segments/schema.ts'
import { insertSegment, versionOfSegment } from '../segments/store.ts'
import { changed, countedOf, defineChange } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Makes a new segment of another's criteria, or of a preview's that refined them. */
export const cloneSegment = defineChange({
  schema: z.strictObject({
    kind: z.literal('clone_segment'),
    segmentId: z.string(),
    name: segmentName,
    previewId: z.string().optional(),
  }),
  async describe({ segmentId, name, previewId }, { reader, segments, preview, count }) {
    const source = segments.get(segmentId)
    refuseTakenName(reader, 'segment', name, null)
    // The clone of a list is a segment of whoever is in that list.
    const own = source.criteria ?? { type: 'segment', segment: source.id }
    const counted = previewId === undefined ? await count(own, source.id) : ofCustomers(preview(previewId))
    const original = previewId === undefined ? counted : await count(own, source.id)
    return {
      summary: `Clone the segment “${source.name}” as “${name}” with ${countOf(counted.count, 'customer')}`,
      target: { id: source.id, version: source.version },
      preview: counted,
      difference: [
        ...changed('criteria', original.words, counted.words),
        ...changed('members', countOf(original.count, 'customer'), countOf(counted.count, 'customer')),
      ],
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId, name }, ctx) {
    const { criteria, members, asOf } = countedOf(ctx)
    const { description } = ctx.segments.get(segmentId)
    const id = ctx.ids.next('seg')
    insertSegment(
      ctx.writer,
      { id, kind: 'custom', name, description, criteria: canonicalJson(criteria) },
      ctx.by,
    )
    storeMembers(ctx.writer, { segmentId: id, version: 1, asOf, members, cause: 'cloned' })
    return { segmentId: id, version: 1 }
  },
  undo: ({ segmentId }) => ({ kind: 'delete_segment', segmentId }),
})
