import { z } from 'zod'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

const text = z.string().trim().min(1)

export const answerUnsupported = defineTool({
  name: 'answer_unsupported',
  title: 'Say what is not possible',
  description: 'Says that a request is out of scope or needs what is missing.',
  input: z.strictObject({
    reason: text.max(1000).describe('For the human: what is not possible, and what is instead'),
    missing: z.array(text.max(200)).max(20).describe('Each that does not exist'),
  }),
  output: z.object({ reason: z.string(), missing: z.array(z.string()) }),
  effect: 'read',
  async handler({ reason, missing }) {
    const content = [
      `Told the human: ${fence(reason, 1000)}`,
      ...missing.map((thing) => `Missing: ${fence(thing, 200)}`),
    ].join('\n')
    return { content, details: { reason, missing } }
  },
})
