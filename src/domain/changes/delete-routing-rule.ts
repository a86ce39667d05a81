import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import { destinationWords } from '../routing/destination.ts'
import { reviseRule, versionOfRule } from '../routing/store.ts'
import { defineChange, type RoutingOutcome } from './define.ts'

/** Takes a routing rule away: nobody is handed on by it any more, and what waits is cancelled. Its versions stay. */
export const deleteRoutingRule = defineChange({
  schema: z.strictObject({ kind: z.literal('delete_routing_rule'), ruleId: z.string() }),
  async describe({ ruleId }, { routing }) {
    const { id, name, version, to } = routing.get(ruleId)
    const { waiting = 0 } = routing.tally(id)
    return {
      summary: `Delete the routing rule “${name}” to ${destinationWords(to)}`,
      target: { id, version },
      preview: null,
      difference: [
        { what: 'routing rule', before: name, after: null },
        ...(waiting === 0
          ? []
          : [{ what: 'waiting', before: countOf(waiting, 'delivery', 'deliveries'), after: 'cancelled' }]),
      ],
    }
  },
  version: ({ ruleId }, reader) => versionOfRule(reader, ruleId),
  apply({ ruleId }, ctx): RoutingOutcome {
    const { id } = ctx.routing.get(ruleId)
    return { ruleId: id, version: reviseRule(ctx.writer, id, { deleted: true }, ctx.by) }
  },
  undo: ({ ruleId, version }: RoutingOutcome, base) => ({
    kind: 'undo_routing_rule',
    ruleId,
    version: base ?? version - 1,
  }),
})
