import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { editableSegment } from '../segments/editing.ts'
import { segmentName } from '../segments/schema.ts'
import { reviseSegment, versionOfSegment } from '../segments/store.ts'
import { changed, defineChange } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Gives a segment another name. Criteria refer to ids, so nothing else changes. */
export const renameSegment = defineChange({
  schema: z.strictObject({ kind: z.literal('rename_segment'), segmentId: z.string(), name: segmentName }),
  async describe({ segmentId, name }, { reader, segments }) {
    const target = editableSegment(segments, segmentId)
    refuseTakenName(reader, 'segment', name, target.id)
    const difference = changed('name', target.name, name)
    if (difference.length === 0) {
      throw new InputError(`It is called “${name}” already`, { next: 'Give another name.', path: ['name'] })
    }
    return {
      summary: `Rename the segment “${target.name}” to “${name}”`,
      target: { id: target.id, version: target.version },
      preview: null,
      difference,
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId, name }, { writer, segments, by }) {
    const { id } = editableSegment(segments, segmentId)
    return { segmentId: id, version: reviseSegment(writer, id, { name }, by) }
  },
  undo: ({ segmentId, version }, base) => ({ kind: 'undo', segmentId, version: base ?? version - 1 }),
})
