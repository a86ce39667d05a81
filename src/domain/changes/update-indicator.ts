import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { editableIndicator, givenDefinition, policyOf, refuseOtherKind } from '../indicators/editing.ts'
import { measureSchema } from '../indicators/measures/index.ts'
import { POLICY_WORDS, proposePolicy } from '../indicators/policy.ts'
import { indicatorDescription, indicatorName, indicatorPolicy } from '../indicators/schema.ts'
import { reviseIndicator, versionOfIndicator } from '../indicators/store.ts'
import { refuseCycle } from '../references/references.ts'
import { changed, countedOf, defineChange, type IndicatorOutcome } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Gives an indicator another name, description, definition or refresh policy. */
export const updateIndicator = defineChange({
  schema: z.strictObject({
    kind: z.literal('update_indicator'),
    indicatorId: z.string(),
    name: indicatorName.optional(),
    description: indicatorDescription.optional(),
    previewId: z.string().optional(),
    measure: measureSchema.optional(),
    policy: indicatorPolicy.optional(),
  }),
  async describe(change, { reader, indicators, now, preview, measureWords, words }) {
    const { indicatorId, name, description, previewId, measure, policy } = change
    const onlyPolicy =
      policy !== undefined && [name, description, previewId, measure].every((one) => one === undefined)
    const target = onlyPolicy ? indicators.get(indicatorId) : editableIndicator(indicators, indicatorId)
    if (name !== undefined) refuseTakenName(reader, 'indicator', name, target.id)
    const counted = previewId === undefined ? null : preview(previewId)
    const definition = givenDefinition(counted?.criteria, measure)
    if (definition !== undefined) refuseOtherKind(indicators, target, definition)
    if (definition?.kind === 'status') {
      refuseCycle(reader, { type: 'indicator', ...target }, definition.criteria)
    }
    const said = (one: typeof target.definition): string =>
      one.kind === 'number' ? measureWords(one.measure) : words(one.criteria)
    const kept = policyOf(policy, proposePolicy(reader, definition ?? target.definition, now()))
    const difference = [
      ...changed('name', target.name, name),
      ...changed('description', target.description, description),
      ...changed('definition', said(target.definition), definition && said(definition)),
      ...(policy === undefined
        ? []
        : changed('values', POLICY_WORDS[target.policy], POLICY_WORDS[kept.policy])),
    ]
    if (difference.length === 0) {
      throw new InputError(`That would leave “${target.name}” as it is`, {
        next: 'Give another name, description, definition or policy.',
      })
    }
    const reason = policy === undefined ? '' : `. ${kept.reason}`
    return {
      summary: `Update the indicator “${target.name}”: ${difference.map(({ what, after }) => `${what} ${after}`).join('; ')}${reason}`,
      target: { id: target.id, version: target.version },
      preview: counted,
      difference,
    }
  },
  version: ({ indicatorId }, reader) => versionOfIndicator(reader, indicatorId),
  apply({ indicatorId, name, description, previewId, measure, policy }, ctx): IndicatorOutcome {
    const target = ctx.indicators.get(indicatorId)
    const criteria = previewId === undefined ? undefined : countedOf(ctx).criteria
    const definition = givenDefinition(criteria, measure)
    if (definition?.kind === 'status') {
      refuseCycle(ctx.writer, { type: 'indicator', ...target }, definition.criteria)
    }
    if (name !== undefined) refuseTakenName(ctx.writer, 'indicator', name, target.id)
    const kept =
      policy === undefined
        ? undefined
        : policyOf(policy, proposePolicy(ctx.writer, definition ?? target.definition, ctx.by.at))
    const version = reviseIndicator(
      ctx.writer,
      target.id,
      {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(definition === undefined ? {} : { definition: canonicalJson(definition) }),
        ...(kept === undefined ? {} : { policy: kept.policy, policyReason: kept.reason }),
      },
      ctx.by,
    )
    return { indicatorId: target.id, version }
  },
  undo: ({ indicatorId, version }: IndicatorOutcome, base) => ({
    kind: 'undo_indicator',
    indicatorId,
    version: base ?? version - 1,
  }),
})
