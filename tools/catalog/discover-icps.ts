import { z } from 'zod'
import { countOfEntity } from '#domain/entities/entity.ts'
import { discoveredSchema, discoverySchema } from '#domain/profiles/suggestions/shown.ts'
import { fence } from '#kernel/untrusted.ts'
import {
  APPLIED,
  basisLines,
  heldUpWords,
  nothingFound,
  performanceWords,
  previewed,
  previewedParameters,
  thinLines,
} from '../answers/suggestions.ts'
import { defineTool } from '../define.ts'

export const discoverIcps = defineTool({
  name: 'discover_icps',
  title: 'Discover ICPs in outcomes',
  description: 'Finds ICPs in how companies or customers turned out, for build_icp.',
  input: z.strictObject({ entity: z.enum(['company', 'customer']), outcome: z.string().optional() }),
  output: discoverySchema.extend({
    profiles: z.array(discoveredSchema.extend({ parameters: previewedParameters })),
  }),
  effect: 'read',
  async handler({ entity, outcome }, ctx) {
    const { profiles, basis, thin } = await ctx.suggestions.discover(entity, { outcome, signal: ctx.signal })
    const shown = []
    for (const one of profiles) shown.push({ ...one, parameters: await previewed(one.parameters, ctx) })
    const lines = shown.flatMap(({ name, parts, later, heldUp, records, parameters }, at) => [
      `${at + 1}. ${fence(name, 100)}: would have ${countOfEntity(records, entity)}. Later records: ${performanceWords(later)}. ${heldUpWords(heldUp)}`,
      ...parts.map(
        ({ words, evidence: { lift, low, high } }) =>
          `   - ${fence(words, 300)}: lift ${[lift, low, high].map(rounded).join(', ')}`,
      ),
      `${APPLIED}${JSON.stringify(parameters)}`,
    ])
    return {
      content: [
        ...(thin === null ? basisLines(basis) : thinLines(thin)),
        ...lines,
        ...(thin === null && shown.length === 0 ? [nothingFound(entity)] : []),
      ].join('\n'),
      details: { basis, thin, profiles: shown },
    }
  },
})

const rounded = (value: number): string => value.toFixed(2)
