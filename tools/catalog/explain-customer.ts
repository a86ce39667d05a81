import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { nearestWords, nextWords } from '#domain/explanations/next-words.ts'
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
  /** The smallest change of it that would turn this: `1 more order`. */
  miss: z.string().nullable(),
  /** How the lines below this one, one deeper, are joined. */
  joined: z.enum(['all', 'any', 'none']).nullable(),
})

const flippedSchema = z.object({
  words: z.string(),
  /** Before it turns. */
  holds: z.boolean(),
  miss: z.string().nullable(),
})

export const explainCustomer = defineTool({
  name: 'explain_customer',
  title: 'Explain a customer',
  description:
    'Says why one customer, company or person is or is not in a segment or preview: what there is instead, the nearest miss, and the date on which time alone lets them in or out. Give preview_id or segment_id.',
  input: explainedInput.extend({
    customer: z.string().trim().min(1).max(300).describe('Id as imported, e-mail or name'),
  }),
  output: z.object({
    entity: z.enum(ENTITIES),
    customer: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    holds: z.boolean(),
    lines: z.array(lineSchema),
    /** The least that would have to turn for the whole to turn. */
    nearest: z.array(flippedSchema),
    /** When time alone turns it: an instant in the workspace's zone, or null for none within so many days. */
    next: z.object({
      at: z.string().nullable(),
      days: z.int(),
      because: z.array(flippedSchema),
      /** Ranks, RFM scores and stored values were taken to stay as they are. */
      heldStill: z.boolean(),
    }),
  }),
  effect: 'read',
  async handler({ customer: named, ...what }, { explanations, signal }) {
    const explained = await explanations.one(named, explainedOf(what), { signal })
    const { entity, one, explanation, next } = explained
    const lines = linesOf(explanation, 0)
    const shown = [one.name, one.email]
      .filter((text) => text !== '')
      .map((text) => fence(text))
      .join(', ')
    const content = [
      `${NAMES[entity]} ${fence(one.id)} (${shown}) ${explanation.holds ? 'is in it' : 'is not in it'}.`,
      ...lines.map(
        ({ depth, holds, words, actual, miss }) =>
          `${'  '.repeat(depth)}- ${holds ? 'yes' : 'no'}: ${quoted(words)}${actual === null ? '' : `; in fact: ${quoted(actual)}`}${miss === null ? '' : `; to turn it: ${quoted(miss)}`}`,
      ),
      nearestWords(explained, quoted),
      nextWords(explained, quoted),
    ]
      .filter((line) => line !== '')
      .join('\n')
    const { holds } = explanation
    const nearest = [...explained.nearest]
    return {
      content,
      details: {
        entity,
        customer: one,
        holds,
        lines,
        nearest,
        next: { ...next, because: [...next.because] },
      },
    }
  },
})

const quoted = (words: string): string => fence(words, 300)

const NAMES = { customer: 'Customer', company: 'Company', person: 'Person' } as const

const linesOf = (part: Explanation, depth: number): z.output<typeof lineSchema>[] => [
  {
    depth,
    holds: part.holds,
    words: part.words,
    actual: part.actual ?? null,
    miss: part.miss ?? null,
    joined: part.group ?? null,
  },
  ...(part.parts ?? []).flatMap((inner) => linesOf(inner, depth + 1)),
]
