import { Hono } from 'hono'
import { z } from 'zod'
import { inputErrorOf } from '#domain/criteria/parse.ts'
import type { Explained } from '#domain/explanations/explanations.ts'
import { comparisonSchema } from '#domain/insights/shown-comparison.ts'
import { differencesAnswer } from '../answers/definitions.ts'
import type { GroupComparison, GroupDifferences } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const askedSchema = z.object({
  a: z.string().min(1),
  b: z.string().min(1),
  of: z.literal('only').exactOptional(),
})

/** Two groups of customers beside each other; how they differ takes longer than how many are in both. */
export const compareRoutes = ({ services: { insights } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>()
    .get(
      '/',
      about({
        does: 'How many are in two groups, in both and in either',
        query: askedSchema,
        answer: { GroupComparison: comparisonSchema },
      }),
      async (c) => {
        const { a, b } = askedIn(c.req.query())
        return c.json(
          (await insights.compare([sideOf(a), sideOf(b)], c.req.raw.signal)) satisfies GroupComparison,
        )
      },
    )
    .get(
      '/differences',
      about({
        does: 'How two groups differ',
        query: askedSchema,
        answer: { GroupDifferences: differencesAnswer },
      }),
      async (c) => {
        const { a, b, of } = askedIn(c.req.query())
        const options = { only: of === 'only', signal: c.req.raw.signal }
        return c.json(
          (await insights.differences([sideOf(a), sideOf(b)], options)) satisfies GroupDifferences,
        )
      },
    )

function askedIn(query: Record<string, string>): z.output<typeof askedSchema> {
  const asked = askedSchema.safeParse(query)
  if (asked.success) return asked.data
  throw inputErrorOf(asked.error, 'Two segments are compared')
}

const sideOf = (ref: string): Explained => (/^prev_\w+$/.test(ref) ? { previewId: ref } : { segment: ref })
