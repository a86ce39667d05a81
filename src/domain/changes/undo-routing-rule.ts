import { z } from 'zod'
import { versionToRestore } from '../references/version-to-restore.ts'
import { destinationWords } from '../routing/destination.ts'
import { countRule, destinationLines, presentLine } from '../routing/describe-rule.ts'
import { refuseTakenRule, reviseRule, versionOfRule } from '../routing/store.ts'
import { changed, countedOf, defineChange, type RoutingOutcome } from './define.ts'

const restoring = (ruleId: string, version: number) => ({ thing: 'routing rule', id: ruleId, version })

/** Makes version N of a routing rule its newest version again, also when it was deleted since; whoever satisfies it by then is not handed on. */
export const undoRoutingRule = defineChange({
  schema: z.strictObject({
    kind: z.literal('undo_routing_rule'),
    ruleId: z.string(),
    version: z.int(),
  }),
  async describe({ ruleId, version }, ctx) {
    const { restored, now } = versionToRestore(ctx.routing.versions(ruleId), restoring(ruleId, version))
    refuseTakenRule(ctx.reader, restored.name, ruleId)
    const { definition } = restored
    const preview = await countRule(definition, ctx)
    return {
      summary: `Restore version ${version} of the routing rule “${restored.name}”`,
      target: { id: ruleId, version: now.version },
      preview,
      difference: [
        ...(now.deleted ? [{ what: 'routing rule', before: null, after: restored.name }] : []),
        ...changed('name', now.name, restored.name),
        ...changed('criteria', ctx.words(now.definition.criteria), ctx.words(definition.criteria)),
        ...changed('to', destinationWords(now.definition.to), destinationWords(definition.to)),
        ...destinationLines(definition.to),
        presentLine(preview, false, definition.to),
      ],
    }
  },
  version: ({ ruleId }, reader) => versionOfRule(reader, ruleId),
  apply({ ruleId, version }, ctx): RoutingOutcome {
    const { restored } = versionToRestore(ctx.routing.versions(ruleId), restoring(ruleId, version))
    const { name, definition } = restored
    const seen = countedOf(ctx).members
    return { ruleId, version: reviseRule(ctx.writer, ruleId, { name, definition, seen }, ctx.by) }
  },
  undo: ({ ruleId, version }: RoutingOutcome, base) => ({
    kind: 'undo_routing_rule',
    ruleId,
    version: base ?? version - 1,
  }),
})
