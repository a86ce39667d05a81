import { z } from 'zod'
import { canonicalJson } from '#kernel/hash.ts'
import { refuseOtherKind } from '../indicators/editing.ts'
import { reviseIndicator, versionOfIndicator } from '../indicators/store.ts'
import { refuseCycle } from '../references/references.ts'
import { POLICY_WORDS } from '../indicators/policy.ts'
import { changed, defineChange, type IndicatorOutcome } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import { versionToRestore } from '../references/version-to-restore.ts'

/** Makes version N of an indicator its newest version again, also when it was deleted since. */
export const undoIndicator = defineChange({
  schema: z.strictObject({ kind: z.literal('undo_indicator'), indicatorId: z.string(), version: z.int() }),
  async describe({ indicatorId, version }, { reader, indicators, measureWords, words }) {
    const { restored, now } = versionToRestore(indicators.versions(indicatorId), {
      thing: 'indicator',
      id: indicatorId,
      version,
    })
    refuseTakenName(reader, 'indicator', restored.name, indicatorId)
    const { definition } = restored
    if (!now.deleted) refuseOtherKind(indicators, indicators.get(indicatorId), definition)
    if (definition.kind === 'status') {
      refuseCycle(reader, { type: 'indicator', id: indicatorId, name: restored.name }, definition.criteria)
    }
    const said = (one: typeof definition): string =>
      one.kind === 'number' ? measureWords(one.measure) : words(one.criteria)
    return {
      summary: `Restore version ${version} of the indicator “${restored.name}”`,
      target: { id: indicatorId, version: now.version },
      preview: null,
      difference: now.deleted
        ? [{ what: 'indicator', before: null, after: restored.name }]
        : [
            ...changed('name', now.name, restored.name),
            ...changed('description', now.description, restored.description),
            ...changed('definition', said(now.definition), said(definition)),
            ...changed('values', POLICY_WORDS[now.policy], POLICY_WORDS[restored.policy]),
          ],
    }
  },
  version: ({ indicatorId }, reader) => versionOfIndicator(reader, indicatorId),
  apply({ indicatorId, version }, ctx): IndicatorOutcome {
    const { restored } = versionToRestore(ctx.indicators.versions(indicatorId), {
      thing: 'indicator',
      id: indicatorId,
      version,
    })
    refuseTakenName(ctx.writer, 'indicator', restored.name, indicatorId)
    const { name, description, definition, policy, policyReason } = restored
    if (definition.kind === 'status') {
      refuseCycle(ctx.writer, { type: 'indicator', id: indicatorId, name }, definition.criteria)
    }
    const content = { name, description, definition: canonicalJson(definition), policy, policyReason }
    return { indicatorId, version: reviseIndicator(ctx.writer, indicatorId, content, ctx.by) }
  },
  undo: ({ indicatorId, version }: IndicatorOutcome, base) => ({
    kind: 'undo_indicator',
    indicatorId,
    version: base ?? version - 1,
  }),
})
