import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { CHANNEL_NAMES } from '../audiences/channels.ts'
import { type AudienceDefinition, audienceDefinition } from '../audiences/definition.ts'
import { type Audience, audienceDescription, audienceName } from '../audiences/schema.ts'
import { countOfEntity, ENTITY_WORDS } from '../entities/entity.ts'
import { reviseAudience, versionOfAudience } from '../audiences/store.ts'
import { count } from '../members/bitset.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import { type AudienceOutcome, changed, countedOf, defineChange, notKnown } from './define.ts'

/** Gives an audience another name or description, or another definition, which is then counted. */
export const updateAudience = defineChange({
  schema: z.strictObject({
    kind: z.literal('update_audience'),
    audienceId: z.string(),
    name: audienceName.optional(),
    description: audienceDescription.optional(),
    definition: audienceDefinition.optional(),
  }),
  async describe({ audienceId, name, description, definition }, { reader, audiences, countAudience }) {
    const target = audiences.get(audienceId)
    if (name !== undefined) refuseTakenName(reader, 'audience', name, target.id)
    if (definition !== undefined) refuseOthers(target, definition)
    const ofTarget = (one: typeof target.definition) =>
      countAudience({ definition: one, audienceId: target.id }, [])
    const after = definition === undefined ? null : await ofTarget(definition)
    const before = after === null ? null : await ofTarget(target.definition)
    const difference = [
      ...changed('name', target.name, name),
      ...changed('description', target.description, description),
      ...(definition === undefined || before === null || after === null
        ? []
        : [
            ...changed('channel', CHANNEL_NAMES[target.channel], CHANNEL_NAMES[definition.channel]),
            ...changed('criteria', before.words, after.words),
            ...changed(
              'members',
              countOfEntity(before.count, before.entity),
              countOfEntity(after.count, after.entity),
            ),
          ]),
    ]
    if (difference.length === 0) {
      throw new InputError(`That would leave “${target.name}” as it is`, {
        next: 'Give another name or description, or say what should be different in it.',
      })
    }
    return {
      summary:
        before === null || after === null
          ? `Update the ${difference.map(({ what }) => what).join(' and ')} of the audience “${target.name}”`
          : `Update the audience “${target.name}”: ${countOfEntity(after.count, after.entity)} instead of ${before.count.toLocaleString('en-US')}`,
      target: { id: target.id, version: target.version },
      preview: after,
      difference: [...difference, ...(after === null ? [] : notKnown(after))],
    }
  },
  version: ({ audienceId }, reader) => versionOfAudience(reader, audienceId),
  apply({ audienceId, name, description, definition }, ctx): AudienceOutcome {
    const { id } = ctx.audiences.get(audienceId)
    const counted = definition === undefined ? null : countedOf(ctx)
    const version = reviseAudience(
      ctx.writer,
      id,
      {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(definition === undefined ? {} : { definition }),
        ...(counted === null ? {} : { held: { members: count(counted.members), asOf: counted.asOf } }),
      },
      ctx.by,
    )
    return { audienceId: id, version }
  },
  undo: ({ audienceId, version }: AudienceOutcome, base) => ({
    kind: 'undo_audience',
    audienceId,
    version: base ?? version - 1,
  }),
})

/** Whoever is exported or refreshed by its name is of one kind for good. Throws InputError. */
function refuseOthers({ name, entity }: Audience, definition: AudienceDefinition): void {
  if (definition.entity === entity) return
  throw new InputError(
    `“${name}” is an audience of ${ENTITY_WORDS[entity].many}, and this would make it one of ${ENTITY_WORDS[definition.entity].many}`,
    { next: 'Make a new audience of them.', path: ['from'] },
  )
}
