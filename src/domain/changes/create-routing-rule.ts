import { z } from 'zod'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { bitsetFor } from '../members/bitset.ts'
import { destinationWords } from '../routing/destination.ts'
import { countRule, destinationLines, presentLine } from '../routing/describe-rule.ts'
import { routingDefinition, ruleName } from '../routing/schema.ts'
import { insertRule, refuseTakenRule } from '../routing/store.ts'
import { countedOf, defineChange, type RoutingOutcome } from './define.ts'

/** Hands companies or people on as they first satisfy criteria: to an owner, or to a webhook. */
export const createRoutingRule = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_routing_rule'),
    name: ruleName,
    definition: routingDefinition,
    /** Those who satisfy it when it is confirmed are handed on too. */
    present: z.boolean(),
  }),
  async describe({ name, definition, present }, ctx) {
    refuseTakenRule(ctx.reader, name, null)
    const preview = await countRule(definition, ctx)
    const { entity, to } = definition
    return {
      summary: `Route ${ENTITY_WORDS[entity].many} by the rule “${name}” to ${destinationWords(to)}`,
      target: null,
      preview,
      difference: [...destinationLines(to), presentLine(preview, present, to)],
    }
  },
  version: () => null,
  apply({ name, definition, present }, ctx): RoutingOutcome {
    const ruleId = ctx.ids.next('rule')
    const seen = present ? bitsetFor(0) : countedOf(ctx).members
    insertRule(ctx.writer, { id: ruleId, name, definition }, seen, ctx.by)
    return { ruleId, version: 1 }
  },
  undo: ({ ruleId }: RoutingOutcome) => ({ kind: 'delete_routing_rule', ruleId }),
})
