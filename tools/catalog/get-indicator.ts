import { z } from 'zod'
import { indicatorVersionSchema } from '#domain/indicators/schema.ts'
import { fence } from '#kernel/untrusted.ts'
import { indicatorLine, indicatorOutput, shownIndicator } from '../answers/indicator.ts'
import { defineTool } from '../define.ts'

export const getIndicator = defineTool({
  name: 'get_indicator',
  title: 'Show an indicator',
  description: 'Shows an indicator: what it is, how it is kept, versions and uses.',
  input: z.strictObject({ indicator_id: z.string().describe('Id or name') }),
  output: z.object({
    indicator: indicatorOutput,
    usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
    versions: z.array(indicatorVersionSchema),
  }),
  effect: 'read',
  async handler({ indicator_id }, ctx) {
    const indicator = shownIndicator(ctx.indicators.get(indicator_id), ctx)
    const usedBy = ctx.indicators.usersOf(indicator.id).map(({ id, name }) => ({ id, name }))
    const versions = [...ctx.indicators.versions(indicator.id)]
    const { description, policyReason, valuesAsOf } = indicator
    const content = [
      indicatorLine(indicator),
      ...(description === '' ? [] : [fence(description, 500)]),
      `Kept so because: ${fence(policyReason, 400)}`,
      ...(valuesAsOf === null ? [] : [`Values stored as of ${valuesAsOf}`]),
      ...usedBy.map(({ name, id }) => `Used by ${fence(name)} (${id})`),
      ...versions
        .slice(-10)
        .map(
          ({ version, name, deleted, at, by }) =>
            `Version ${version}, ${at}, by ${fence(by)}: ${fence(name)}${deleted ? ', deleted' : ''}`,
        ),
    ].join('\n')
    return { content, details: { indicator, usedBy, versions } }
  },
})
