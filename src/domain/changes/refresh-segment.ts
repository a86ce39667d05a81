import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { storeMembers } from '../segments/memberships.ts'
import { versionOfSegment } from '../segments/store.ts'
import { changed, countedOf, defineChange } from './define.ts'

/** Counts a segment anew and keeps who came and who went. Its definition stays as it is. */
export const refreshSegment = defineChange({
  schema: z.strictObject({ kind: z.literal('refresh_segment'), segmentId: z.string() }),
  async describe({ segmentId }, { segments, count }) {
    const { id, name, criteria, version, members, refreshedAt } = segments.get(segmentId)
    if (criteria === null) {
      throw new ConflictError(`“${name}” is a list whose members come from elsewhere`, {
        next: 'Import the list again to change who is in it.',
      })
    }
    const now = await count(criteria, id)
    const after = countOf(now.count, 'customer')
    return {
      summary:
        members === null || refreshedAt === null
          ? `Refresh the segment “${name}”: ${after}, its first count`
          : `Refresh the segment “${name}”: ${after} instead of ${members.toLocaleString('en-US')} as of ${refreshedAt}`,
      target: { id, version },
      preview: now,
      difference: members === null ? [] : changed('members', countOf(members, 'customer'), after),
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId }, ctx) {
    const { id, version } = ctx.segments.get(segmentId)
    const { members, asOf } = countedOf(ctx)
    storeMembers(ctx.writer, { segmentId: id, version, asOf, members, cause: 'refreshed' })
    return { segmentId: id, version }
  },
})
