import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { countOf } from '#kernel/text.ts'
import { refuseCycle } from '../references/references.ts'
import { editableSegment } from '../segments/editing.ts'
import { storeMembers } from '../segments/memberships.ts'
import { ofCustomers } from '../segments/of-customers.ts'
import { segmentDescription, segmentName } from '../segments/schema.ts'
import { reviseSegment, versionOfSegment } from '../segments/store.ts'
import { changed, countedOf, defineChange } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Gives a segment other criteria (those of a preview), another description, or both; and a name, if asked. */
export const updateSegment = defineChange({
  schema: z.strictObject({
    kind: z.literal('update_segment'),
    segmentId: z.string(),
    previewId: z.string().optional(),
    name: segmentName.optional(),
    description: segmentDescription.optional(),
  }),
  async describe({ segmentId, previewId, name, description }, { reader, segments, preview, count }) {
    const target = editableSegment(segments, segmentId)
    if (name !== undefined) refuseTakenName(reader, 'segment', name, target.id)
    const after = previewId === undefined ? null : ofCustomers(preview(previewId))
    if (after !== null) refuseCycle(reader, { type: 'segment', ...target }, after.criteria)
    const before = after === null ? null : await count(target.criteria, target.id)
    const difference = [
      ...changed('name', target.name, name),
      ...changed('description', target.description, description),
      ...(before === null || after === null
        ? []
        : [
            ...changed('criteria', before.words, after.words),
            ...changed('members', countOf(before.count, 'customer'), countOf(after.count, 'customer')),
          ]),
    ]
    if (difference.length === 0) {
      throw new InputError(`That would leave “${target.name}” as it is`, {
        next: 'Give other criteria (a preview_id), another name or another description.',
      })
    }
    return {
      summary:
        before === null || after === null
          ? `Update the ${difference.map(({ what }) => what).join(' and ')} of the segment “${target.name}”`
          : `Update the segment “${target.name}”: ${countOf(after.count, 'customer')} instead of ${before.count.toLocaleString('en-US')}`,
      target: { id: target.id, version: target.version },
      preview: after,
      difference,
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId, previewId, name, description }, ctx) {
    const target = editableSegment(ctx.segments, segmentId)
    const counted = previewId === undefined ? null : countedOf(ctx)
    if (counted !== null) refuseCycle(ctx.writer, { type: 'segment', ...target }, counted.criteria)
    const version = reviseSegment(
      ctx.writer,
      target.id,
      {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(counted === null ? {} : { criteria: canonicalJson(counted.criteria) }),
      },
      ctx.by,
    )
    if (counted !== null) {
      const { members, asOf } = counted
      storeMembers(ctx.writer, { segmentId: target.id, version, asOf, members, cause: 'updated' })
    }
    return { segmentId: target.id, version }
  },
  undo: ({ segmentId, version }, base) => ({ kind: 'undo', segmentId, version: base ?? version - 1 }),
})
