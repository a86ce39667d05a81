import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import type { Destination } from '../routing/destination.ts'
import { countRule, destinationLines, presentLine } from '../routing/describe-rule.ts'
import { routingDefinition, ruleName } from '../routing/schema.ts'
import { refuseTakenRule, reviseRule, versionOfRule } from '../routing/store.ts'
import { changed, countedOf, defineChange, type RoutingOutcome } from './define.ts'

const toWords = (to: Destination): string =>
  to.type === 'owner' ? to.owner : `${to.url}, with ${joinWords(['the id', ...to.fields], 'and')}`

/** Gives a routing rule another name, other criteria or another destination. Nobody is handed on twice. */
export const updateRoutingRule = defineChange({
  schema: z.strictObject({
    kind: z.literal('update_routing_rule'),
    ruleId: z.string(),
    name: ruleName.optional(),
    definition: routingDefinition.optional(),
    /** Those who satisfy it now, and did not before, are handed on too. */
    present: z.boolean(),
  }),
  async describe({ ruleId, name, definition, present }, ctx) {
    const target = ctx.routing.get(ruleId)
    if (name !== undefined) refuseTakenRule(ctx.reader, name, target.id)
    const before = target.definition
    if (definition !== undefined && definition.entity !== before.entity) {
      throw new InputError(
        `“${target.name}” is about ${before.entity === 'person' ? 'people' : 'companies'}`,
        {
          next: 'Make a new rule for the others.',
          path: ['entity'],
        },
      )
    }
    const preview = definition === undefined ? null : await countRule(definition, ctx)
    const changes = [
      ...changed('name', target.name, name),
      ...(definition === undefined
        ? []
        : [
            ...changed('criteria', ctx.words(before.criteria), ctx.words(definition.criteria)),
            ...changed('to', toWords(before.to), toWords(definition.to)),
          ]),
    ]
    if (changes.length === 0) {
      throw new InputError(`That would leave “${target.name}” as it is`, {
        next: 'Say what should be different in it.',
      })
    }
    return {
      summary: `Update the routing rule “${target.name}”`,
      target: { id: target.id, version: target.version },
      preview,
      difference: [
        ...changes,
        ...(definition === undefined || preview === null
          ? []
          : [...destinationLines(definition.to), presentLine(preview, present, definition.to)]),
      ],
    }
  },
  version: ({ ruleId }, reader) => versionOfRule(reader, ruleId),
  apply({ ruleId, name, definition, present }, ctx): RoutingOutcome {
    const { id } = ctx.routing.get(ruleId)
    const seen = definition === undefined || present ? undefined : countedOf(ctx).members
    const next = {
      ...(name === undefined ? {} : { name }),
      ...(definition === undefined ? {} : { definition }),
      ...(seen === undefined ? {} : { seen }),
    }
    return { ruleId: id, version: reviseRule(ctx.writer, id, next, ctx.by) }
  },
  undo: ({ ruleId, version }: RoutingOutcome, base) => ({
    kind: 'undo_routing_rule',
    ruleId,
    version: base ?? version - 1,
  }),
})
