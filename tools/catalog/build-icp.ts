import { z } from 'zod'
import { freeCode } from '#domain/profiles/code.ts'
import { assumptionsOf, parametersOf, profileParts } from '../answers/profile.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const buildIcp = defineTool({
  name: 'build_icp',
  title: 'Propose an ICP',
  description: 'Proposes an ideal customer profile of companies or customers.',
  input: z.strictObject(profileParts),
  output: proposalOutput,
  effect: 'propose',
  async handler({ name, parameters, goal = '', assumptions = [] }, ctx) {
    const change = {
      kind: 'create_icp',
      name,
      code: freeCode(ctx.profiles, null, name),
      goal,
      parameters: parametersOf(parameters, ctx),
      assumptions: assumptionsOf(parameters, assumptions, ctx),
    } as const
    const { actor, signal, message } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal, message }))
  },
})
