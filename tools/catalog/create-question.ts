import { z } from 'zod'
import { questionChange } from '#domain/profiles/questions/requested.ts'
import type { Answers } from '#domain/profiles/questions/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const createQuestion = defineTool({
  name: 'create_question',
  title: 'Propose a question about each record',
  description: 'Proposes to have a model answer a question about each record of a profile.',
  input: z.strictObject({
    profile_id: z.string(),
    question: z.string(),
    options: z.array(z.string()).optional().describe('Else a short text'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ profile_id, question, options }, ctx) {
    const { actor, signal } = ctx
    const wanted = { profile: profile_id, text: question, answers: answersOf(options), signal }
    return proposalAnswer(await ctx.draft.proposal(await questionChange(ctx, wanted), { actor, signal }))
  },
})

function answersOf(options: readonly string[] | undefined): Answers {
  if (options === undefined) return { kind: 'text' }
  const both = options.map((option) => option.toLowerCase()).toSorted((a, b) => a.localeCompare(b))
  return both.join() === 'no,yes' ? { kind: 'yes_no' } : { kind: 'choice', options: [...options] }
}
