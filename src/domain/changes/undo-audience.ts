import { z } from 'zod'
import { CHANNEL_NAMES } from '../audiences/channels.ts'
import { countOfEntity } from '../entities/entity.ts'
import { reviseAudience, versionOfAudience } from '../audiences/store.ts'
import { count } from '../members/bitset.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import { type AudienceOutcome, changed, countedOf, defineChange } from './define.ts'
import { versionToRestore } from '../references/version-to-restore.ts'

/** Makes version N of an audience its newest version again, also when it was deleted since. */
export const undoAudience = defineChange({
  schema: z.strictObject({ kind: z.literal('undo_audience'), audienceId: z.string(), version: z.int() }),
  async describe({ audienceId, version }, { reader, audiences, countAudience }) {
    const { restored, now } = versionToRestore(audiences.versions(audienceId), {
      thing: 'audience',
      id: audienceId,
      version,
    })
    refuseTakenName(reader, 'audience', restored.name, audienceId)
    const after = await countAudience({ definition: restored.definition, audienceId }, [])
    const before = now.deleted ? null : await countAudience({ definition: now.definition, audienceId }, [])
    return {
      summary: `Restore version ${version} of the audience “${restored.name}” with ${countOfEntity(after.count, after.entity)}`,
      target: { id: audienceId, version: now.version },
      preview: after,
      difference:
        before === null
          ? [{ what: 'audience', before: null, after: restored.name }]
          : [
              ...changed('name', now.name, restored.name),
              ...changed('description', now.description, restored.description),
              ...changed('channel', CHANNEL_NAMES[now.channel], CHANNEL_NAMES[restored.channel]),
              ...changed('criteria', before.words, after.words),
              ...changed(
                'members',
                countOfEntity(before.count, before.entity),
                countOfEntity(after.count, after.entity),
              ),
            ],
    }
  },
  version: ({ audienceId }, reader) => versionOfAudience(reader, audienceId),
  apply({ audienceId, version }, ctx): AudienceOutcome {
    const { restored } = versionToRestore(ctx.audiences.versions(audienceId), {
      thing: 'audience',
      id: audienceId,
      version,
    })
    const { name, description, definition } = restored
    const { members, asOf } = countedOf(ctx)
    const held = { members: count(members), asOf }
    return {
      audienceId,
      version: reviseAudience(ctx.writer, audienceId, { name, description, definition, held }, ctx.by),
    }
  },
  undo: ({ audienceId, version }: AudienceOutcome, base) => ({
    kind: 'undo_audience',
    audienceId,
    version: base ?? version - 1,
  }),
})
