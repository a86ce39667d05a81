import { z } from 'zod'
import { scoredText } from '../../conditions/rfm/rfm.ts'
import { compare } from '../../conditions/shared/comparison.ts'
import type { MeasureDefinition } from './define.ts'

const rfmScoreSchema = z.strictObject({
  measure: z.literal('rfm'),
  of: z.enum(['recency', 'frequency', 'monetary']),
})
type RfmScore = z.infer<typeof rfmScoreSchema>

/** One of the three scores, which compare a customer with all others. */
export const rfmScore: MeasureDefinition<'rfm', RfmScore> = {
  measure: 'rfm',
  schema: rfmScoreSchema,
  unit: () => 'score',
  empty: () => 'unknown',
  sources: () => ['orders'],
  moves: () => false,
  check: () => [],
  words: ({ of }) => `the ${of} score`,
  compared: ({ of }, test) => ({
    type: 'rfm',
    [of]: [1, 2, 3, 4, 5].filter((score) => compare(score, test)),
  }),
  select: ({ of }, ctx) => `SELECT customer_id, ${of} AS value FROM (${scoredText(ctx)})`,
  of: ({ of }, customer, population) => population.rfm(customer)?.[of],
}
