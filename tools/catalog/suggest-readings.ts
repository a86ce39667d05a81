import { z } from 'zod'
import { criteriaSchema } from '#domain/criteria/schema.ts'
import { countOfEntity, ENTITIES } from '#domain/entities/entity.ts'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

const readingSchema = z.object({
  label: z.string(),
  /** What the human says by choosing it. */
  text: z.string(),
  criteria: criteriaSchema.exactOptional(),
  words: z.string().exactOptional(),
  count: z.int().exactOptional(),
  entity: z.enum(ENTITIES).exactOptional(),
})

export const suggestReadings = defineTool({
  name: 'suggest_readings',
  title: 'Ask which reading',
  description:
    'Asks the human to choose a reading of an ambiguous request; without options, openly. End your turn after it.',
  input: z.strictObject({
    question: z.string().trim().min(1).max(1000),
    options: z
      .array(
        z.object({
          label: z.string().trim().min(1).max(300),
          text: z.string().trim().min(1).max(4000).describe('The whole request, said without the ambiguity'),
          preview_id: z.string().optional(),
        }),
      )
      .max(6),
  }),
  output: z.object({ question: z.string(), options: z.array(readingSchema) }),
  effect: 'read',
  async handler({ question, options }, { previews }) {
    const readings = options.map(({ label, text, preview_id }) => {
      if (preview_id === undefined) return { label, text }
      const { criteria, words, count, entity } = previews.get(preview_id)
      return { label, text, criteria, words, count, entity }
    })
    const content = [
      `Asked the human: ${fence(question, 1000)}`,
      ...readings.map(
        (reading) =>
          `- ${fence(reading.label)}${'entity' in reading && reading.entity !== undefined ? `: ${countOfEntity(reading.count, reading.entity)}` : ''}`,
      ),
      'Wait for the answer.',
    ].join('\n')
    return { content, details: { question, options: readings } }
  },
})
