import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { CHANNEL_NAMES } from '../audiences/channels.ts'
import { audienceDefinition } from '../audiences/definition.ts'
import { audienceDescription, audienceName } from '../audiences/schema.ts'
import { countOfEntity } from '../entities/entity.ts'
import { insertAudience, versionOfAudience } from '../audiences/store.ts'
import { count } from '../members/bitset.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import { type AudienceOutcome, countedOf, defineChange, notKnown } from './define.ts'

/** Saves a selection of customers, companies or people for one channel. */
export const createAudience = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_audience'),
    /** Chosen with the proposal: who is held out depends on it, and must be who was counted. */
    audienceId: z.string().regex(/^aud_\w+$/),
    name: audienceName,
    description: audienceDescription,
    definition: audienceDefinition,
    /** How the request was read where it could have meant something else. */
    assumptions: z.array(z.string().max(500)).max(20),
  }),
  async describe({ audienceId, name, definition, assumptions }, { reader, countAudience }) {
    refuseTakenName(reader, 'audience', name, null)
    const counted = await countAudience({ definition, audienceId }, assumptions)
    return {
      summary: `Create the ${CHANNEL_NAMES[definition.channel]} audience “${name}” with ${countOfEntity(counted.count, definition.entity)}`,
      target: null,
      preview: counted,
      difference: notKnown(counted),
    }
  },
  version: () => null,
  apply({ audienceId, name, description, definition }, ctx): AudienceOutcome {
    if (versionOfAudience(ctx.writer, audienceId) !== null) {
      throw new ConflictError('This audience exists already', { next: 'Draft the change again.' })
    }
    const { members, asOf } = countedOf(ctx)
    insertAudience(
      ctx.writer,
      { id: audienceId, name, description, definition },
      { members: count(members), asOf },
      ctx.by,
    )
    return { audienceId, version: 1 }
  },
  undo: ({ audienceId }: AudienceOutcome) => ({ kind: 'delete_audience', audienceId }),
})
