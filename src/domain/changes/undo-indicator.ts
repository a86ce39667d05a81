import { z } from 'zod'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { refuseOtherKind } from '../indicators/editing.ts'
import type { Indicators } from '../indicators/read.ts'
import { reviseIndicator, versionOfIndicator } from '../indicators/store.ts'
import { refuseCycle } from '../references/references.ts'
import { changed, defineChange, type IndicatorOutcome } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Makes version N of an indicator its newest version again, also when it was deleted since. */
export const undoIndicator = defineChange({
  schema: z.strictObject({ kind: z.literal('undo_indicator'), indicatorId: z.string(), version: z.int() }),
  async describe({ indicatorId, version }, { reader, indicators, measureWords, words }) {
    const { restored, now } = versionsOf(indicators, indicatorId, version)
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
            ...changed('refresh policy', now.policy, restored.policy),
          ],
    }
  },
  version: ({ indicatorId }, reader) => versionOfIndicator(reader, indicatorId),
  apply({ indicatorId, version }, ctx): IndicatorOutcome {
    const { restored } = versionsOf(ctx.indicators, indicatorId, version)
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

/** The version to restore and the present one. Throws for versions that can't be restored. */
function versionsOf(indicators: Indicators, indicatorId: string, version: number) {
  const versions = indicators.versions(indicatorId)
  const now = versions.at(-1)
  if (now === undefined) {
    throw new NotFoundError(`There is no indicator ${indicatorId}`, {
      next: 'List the indicators to see which there are.',
    })
  }
  const restored = versions.find((known) => known.version === version && !known.deleted)
  if (restored === undefined || restored.version === now.version) {
    throw new InputError(`“${now.name}” has no earlier version ${version} to restore`, {
      next: 'Choose one of its versions.',
      choices: versions
        .filter((known) => !known.deleted && known.version !== now.version)
        .map((known) => String(known.version)),
      path: ['version'],
    })
  }
  return { restored, now }
}
