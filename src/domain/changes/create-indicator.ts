import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { countOf } from '#kernel/text.ts'
import { measureSchema } from '../indicators/measures/index.ts'
import { POLICY_WORDS, proposePolicy } from '../indicators/policy.ts'
import { indicatorDescription, indicatorName, indicatorPolicy } from '../indicators/schema.ts'
import { insertIndicator } from '../indicators/store.ts'
import { countedOf, defineChange, type IndicatorOutcome } from './define.ts'
import { givenDefinition, policyOf } from '../indicators/editing.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Names a status (the criteria of a preview) or a number (a measure) of customers. */
export const createIndicator = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_indicator'),
    name: indicatorName,
    description: indicatorDescription,
    previewId: z.string().optional(),
    measure: measureSchema.optional(),
    policy: indicatorPolicy.optional(),
  }),
  async describe({ name, previewId, measure, policy }, { reader, now, preview, measureWords }) {
    refuseTakenName(reader, 'indicator', name, null)
    const counted = previewId === undefined ? null : preview(previewId)
    const definition = givenDefinition(counted?.criteria, measure)
    if (definition === undefined) {
      throw new InputError('An indicator is a status or a number', {
        next: 'Give the preview_id of criteria that hold or not, or a measure.',
      })
    }
    if (counted !== null && counted.entity !== 'customer') {
      throw new InputError('Indicators are facts of customers', { next: 'Give criteria over customers.' })
    }
    const proposed = policyOf(policy, proposePolicy(reader, definition, now()))
    const words = definition.kind === 'number' ? measureWords(definition.measure) : (counted?.words ?? '')
    return {
      summary:
        counted === null
          ? `Create the indicator “${name}”: ${words}`
          : `Create the indicator “${name}”: whoever ${words}; ${countOf(counted.count, 'customer')} now`,
      target: null,
      preview: counted,
      difference: [
        { what: 'definition', before: null, after: words },
        { what: 'values', before: null, after: `${POLICY_WORDS[proposed.policy]}. ${proposed.reason}` },
      ],
    }
  },
  version: () => null,
  apply({ name, description, previewId, measure, policy }, ctx): IndicatorOutcome {
    const criteria = previewId === undefined ? undefined : countedOf(ctx).criteria
    const definition = givenDefinition(criteria, measure)
    if (definition === undefined) throw new Error('An indicator was confirmed without a definition')
    const { policy: kept, reason } = policyOf(policy, proposePolicy(ctx.writer, definition, ctx.by.at))
    const indicatorId = ctx.ids.next('ind')
    refuseTakenName(ctx.writer, 'indicator', name, null)
    insertIndicator(
      ctx.writer,
      {
        id: indicatorId,
        kind: 'custom',
        name,
        description,
        definition: canonicalJson(definition),
        policy: kept,
        policyReason: reason,
      },
      ctx.by,
    )
    return { indicatorId, version: 1 }
  },
  undo: ({ indicatorId }: IndicatorOutcome) => ({ kind: 'delete_indicator', indicatorId }),
})
