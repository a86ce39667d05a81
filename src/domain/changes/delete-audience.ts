import { z } from 'zod'
import { countOfEntity } from '../entities/entity.ts'
import { reviseAudience, versionOfAudience } from '../audiences/store.ts'
import { type AudienceOutcome, defineChange } from './define.ts'

/**
 * Takes an audience away. Its versions stay, so that it can be restored. Nothing is counted: an audience whose
 * segment is gone can be deleted all the same.
 */
export const deleteAudience = defineChange({
  schema: z.strictObject({ kind: z.literal('delete_audience'), audienceId: z.string() }),
  async describe({ audienceId }, { audiences }) {
    const { id, name, version, entity, members, countedAt } = audiences.get(audienceId)
    return {
      summary: `Delete the audience “${name}”, which held ${countOfEntity(members, entity)} as of ${countedAt}`,
      target: { id, version },
      preview: null,
      difference: [{ what: 'audience', before: name, after: null }],
    }
  },
  version: ({ audienceId }, reader) => versionOfAudience(reader, audienceId),
  apply({ audienceId }, ctx): AudienceOutcome {
    const { id } = ctx.audiences.get(audienceId)
    return { audienceId: id, version: reviseAudience(ctx.writer, id, { deleted: true }, ctx.by) }
  },
  undo: ({ audienceId, version }: AudienceOutcome, base) => ({
    kind: 'undo_audience',
    audienceId,
    version: base ?? version - 1,
  }),
})
