import { z } from 'zod'
import { comparisonSchema } from '#domain/insights/shown-comparison.ts'
import { countOf, percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { explainedInput, explainedOf } from '../answers/explained.ts'
import { defineTool } from '../define.ts'

export const compareSegments = defineTool({
  name: 'compare_segments',
  title: 'Compare two groups',
  description: 'Compares two segments or previews: who is in both or one, how they differ.',
  input: z.strictObject({ first: explainedInput, second: explainedInput }),
  output: z.object({ comparison: comparisonSchema }),
  effect: 'read',
  async handler({ first, second }, { insights, signal }) {
    const groups = [explainedOf(first), explainedOf(second)] as const
    const overlap = await insights.compare(groups, signal)
    const { told } = await insights.differences(groups, { signal })
    const comparison = { ...overlap, told: [...told] }
    const { first: a, second: b, both, either, asOf } = comparison
    const content = [
      `As of ${asOf}:`,
      ...[a, b].map(
        (side) =>
          `${fence(side.name)}: ${countOf(side.count, 'customer')}, ${side.only.toLocaleString('en-US')} only in it (${fence(side.words, 400)})`,
      ),
      ...new Set([a, b].flatMap(({ rules }) => rules)),
      `In both: ${countOf(both, 'customer')}, ${percentOf(both, a.count)} of ${fence(a.name)} and ${percentOf(both, b.count)} of ${fence(b.name)}`,
      `In either: ${either.toLocaleString('en-US')}`,
      'How they differ:',
      ...told.map((line) => `- ${fence(line, 200)}`),
    ].join('\n')
    return { content, details: { comparison } }
  },
})
