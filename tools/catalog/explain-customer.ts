import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import type { Explanation } from '#domain/criteria/evaluate.ts'
import { fence } from '#kernel/untrusted.ts'
import { explainedInput, explainedOf } from '../answers/explained.ts'
import { defineTool } from '../define.ts'

const lineSchema = z.object({
  /** How deep it stands inside groups and segments; 0 is the whole. */
  depth: z.int(),
  holds: z.boolean(),
  words: z.string(),
  /** What there is beside what was asked; null for groups. */
  actual: z.string().nullable(),
  /** How the lines below this one, one deeper, are joined. */
  joined: z.enum(['all', 'any', 'none']).nullable(),
})

export const explainCustomer = defineTool({
  name: 'explain_customer',
  title: 'Explain a customer',
  description:
    'Says why one customer, company or person is or is not in a segment or preview: each condition, and what is there instead. Give preview_id or segment_id.',
  input: explainedInput.extend({
    customer: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe('Id as imported; or e-mail, or a company’s domain or name'),
  }),
  output: z.object({
    entity: z.enum(ENTITIES),
    customer: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    holds: z.boolean(),
    lines: z.array(lineSchema),
  }),
  effect: 'read',
  async handler({ customer: named, ...what }, { explanations, signal }) {
    const { entity, one, explanation } = await explanations.one(named, explainedOf(what), { signal })
    const lines = linesOf(explanation, 0)
    const shown = [one.name, one.email]
      .filter((text) => text !== '')
      .map((text) => fence(text))
      .join(', ')
    const content = [
      `${NAMES[entity]} ${fence(one.id)} (${shown}) ${explanation.holds ? 'is in it' : 'is not in it'}.`,
      ...lines.map(
        ({ depth, holds, words, actual }) =>
          `${'  '.repeat(depth)}- ${holds ? 'yes' : 'no'}: ${fence(words, 300)}${actual === null ? '' : `; in fact: ${fence(actual, 300)}`}`,
      ),
    ].join('\n')
    return { content, details: { entity, customer: one, holds: explanation.holds, lines } }
  },
})

const NAMES = { customer: 'Customer', company: 'Company', person: 'Person' } as const

const linesOf = (part: Explanation, depth: number): z.output<typeof lineSchema>[] => [
  {
    depth,
    holds: part.holds,
    words: part.words,
    actual: part.actual ?? null,
    joined: part.group ?? null,
  },
  ...(part.parts ?? []).flatMap((inner) => linesOf(inner, depth + 1)),
]
