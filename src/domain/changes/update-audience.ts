import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { CHANNEL_RULES } from '../audiences/channels.ts'
import { audienceDefinition } from '../audiences/definition.ts'
import { audienceDescription, audienceName } from '../audiences/schema.ts'
import { reviseAudience, versionOfAudience } from '../audiences/store.ts'
import { count } from '../members/bitset.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import { type AudienceOutcome, changed, countedOf, defineChange } from './define.ts'

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
            ...changed('channel', CHANNEL_RULES[target.channel].name, CHANNEL_RULES[definition.channel].name),
            ...changed('criteria', before.words, after.words),
            ...changed('members', countOf(before.count, 'customer'), countOf(after.count, 'customer')),
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
          : `Update the audience “${target.name}”: ${countOf(after.count, 'customer')} instead of ${before.count.toLocaleString('en-US')}`,
      target: { id: target.id, version: target.version },
      preview: after,
      difference,
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
