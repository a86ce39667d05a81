import { z } from 'zod'
import { proposalSchema } from '#domain/proposals/schema.ts'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

const listed = proposalSchema.omit({ preview: true, difference: true })

export const listProposals = defineTool({
  name: 'list_proposals',
  title: 'List proposals',
  description: 'Lists proposed changes, newest first.',
  input: z.strictObject({ state: proposalSchema.shape.state.optional().describe('Default: draft') }),
  output: z.object({ proposals: z.array(listed) }),
  effect: 'read',
  async handler({ state = 'draft' }, { proposals }) {
    const found = proposals
      .list({ state })
      .map(({ preview: _preview, difference: _difference, ...proposal }) => proposal)
    const content = [
      found.length === 0 ? `No proposal is in the state ${state}` : `${found.length} in the state ${state}:`,
      ...found.map(
        ({ id, summary, createdAt, createdBy, decidedAt, decidedBy }) =>
          `- ${id}: ${fence(summary, 300)}, drafted ${createdAt} by ${fence(createdBy)}${
            decidedAt === null ? '' : `, decided ${decidedAt} by ${fence(decidedBy ?? '')}`
          }`,
      ),
    ].join('\n')
    return { content, details: { proposals: found } }
  },
})
