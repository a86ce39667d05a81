import { z } from 'zod'
import { editableIndicator } from '../indicators/editing.ts'
import { reviseIndicator, versionOfIndicator } from '../indicators/store.ts'
import { refuseInUse } from '../references/references.ts'
import { defineChange, type IndicatorOutcome } from './define.ts'

/** Takes an indicator away. Its versions stay, so that it can be restored. */
export const deleteIndicator = defineChange({
  schema: z.strictObject({ kind: z.literal('delete_indicator'), indicatorId: z.string() }),
  async describe({ indicatorId }, { reader, indicators }) {
    const target = editableIndicator(indicators, indicatorId)
    refuseInUse(reader, { type: 'indicator', ...target })
    return {
      summary: `Delete the indicator “${target.name}”`,
      target: { id: target.id, version: target.version },
      preview: null,
      difference: [{ what: 'indicator', before: target.name, after: null }],
    }
  },
  version: ({ indicatorId }, reader) => versionOfIndicator(reader, indicatorId),
  apply({ indicatorId }, ctx): IndicatorOutcome {
    const target = editableIndicator(ctx.indicators, indicatorId)
    refuseInUse(ctx.writer, { type: 'indicator', ...target })
    return {
      indicatorId: target.id,
      version: reviseIndicator(ctx.writer, target.id, { deleted: true }, ctx.by),
    }
  },
  undo: ({ indicatorId, version }: IndicatorOutcome, base) => ({
    kind: 'undo_indicator',
    indicatorId,
    version: base ?? version - 1,
  }),
})
