import { z } from 'zod'
import { segmentSchema, segmentVersionSchema } from '#domain/segments/schema.ts'
import { fence } from '#kernel/untrusted.ts'
import { segmentLine } from '../answers/segment.ts'
import { defineTool } from '../define.ts'

/** Of a long history the newest versions say what changed. */
const VERSIONS_SHOWN = 10

export const getSegment = defineTool({
  name: 'get_segment',
  title: 'Show a segment',
  description: 'Shows a segment: its criteria, size, purpose, versions, and what uses it.',
  input: z.strictObject({ segment_id: z.string().describe('Id or name') }),
  output: z.object({
    segment: segmentSchema,
    /** Completes "Customers who …"; null for lists. */
    words: z.string().nullable(),
    usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
    versions: z.array(segmentVersionSchema),
  }),
  effect: 'read',
  async handler({ segment_id }, { segments, explanations }) {
    const segment = segments.get(segment_id)
    const { criteria, description, objective, campaignType } = segment
    const words = criteria === null ? null : explanations.words(criteria)
    const usedBy = segments.usersOf(segment.id).map(({ id, name }) => ({ id, name }))
    const versions = [...segments.versions(segment.id)]
    const content = [
      segmentLine(segment),
      ...(description === '' ? [] : [fence(description, 500)]),
      ...(objective === null ? [] : [`Objective: ${objective}. Campaign type: ${campaignType}`]),
      words === null
        ? 'A list: its members come from elsewhere'
        : `Customers who ${fence(words, 1500)}\nCriteria: ${fence(JSON.stringify(criteria), 4000)}`,
      ...segment.rules.map((rule) => `Rule: ${fence(rule)}`),
      ...segment.broken.map((rule) => `Broken: ${fence(rule)}`),
      ...usedBy.map(({ name, id }) => `Used by ${fence(name)} (${id})`),
      ...versions
        .slice(-VERSIONS_SHOWN)
        .map(
          ({ version, name, deleted, at, by }) =>
            `Version ${version}, ${at}, by ${fence(by)}: ${fence(name)}${deleted ? ', deleted' : ''}`,
        ),
    ].join('\n')
    return { content, details: { segment, words, usedBy, versions } }
  },
})
