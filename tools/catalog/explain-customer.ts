import { z } from 'zod'
import { nearestWords, nextWords } from '#domain/explanations/next-words.ts'
import { whySchema } from '#domain/explanations/shown.ts'
import { shownWhy } from '#domain/explanations/shown-why.ts'
import { fence } from '#kernel/untrusted.ts'
import { explainedInput, explainedOf } from '../answers/explained.ts'
import { defineTool } from '../define.ts'

export const explainCustomer = defineTool({
  name: 'explain_customer',
  title: 'Explain a customer',
  description:
    'Says why a customer, company or person is or is not in a segment or preview, and by what it misses.',
  input: explainedInput.extend({
    customer: z.string().trim().min(1).max(300).describe('Id as imported, e-mail or name'),
  }),
  output: whySchema,
  effect: 'read',
  async handler({ customer: named, ...what }, { explanations, signal }) {
    const explained = await explanations.one(named, explainedOf(what), { signal })
    const details = shownWhy(explained)
    const { entity, customer, holds, lines } = details
    const shown = [customer.name, customer.email]
      .filter((text) => text !== '')
      .map((text) => fence(text))
      .join(', ')
    const content = [
      `${NAMES[entity]} ${fence(customer.id)} (${shown}) ${holds ? 'is in it' : 'is not in it'}.`,
      ...lines.map(
        ({ depth, holds: one, words, actual, miss }) =>
          `${'  '.repeat(depth)}- ${one ? 'yes' : 'no'}: ${quoted(words)}${actual === null ? '' : `; in fact: ${quoted(actual)}`}${miss === null ? '' : `; to turn it: ${quoted(miss)}`}`,
      ),
      nearestWords(explained, quoted),
      nextWords(explained, quoted),
    ]
      .filter((line) => line !== '')
      .join('\n')
    return { content, details }
  },
})

const quoted = (words: string): string => fence(words, 300)

const NAMES = { customer: 'Customer', company: 'Company', person: 'Person' } as const
