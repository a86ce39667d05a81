import { z } from 'zod'
import { freeCode } from '#domain/profiles/code.ts'
import { openIcp } from '#domain/profiles/icp-of.ts'
import { assumptionsOf, parametersOf, profileParts } from '../answers/profile.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const buildPersona = defineTool({
  name: 'build_persona',
  title: 'Propose a persona',
  description:
    'Drafts a proposal for a persona inside an ICP, made of previews: of people there, or of customers.',
  input: z.strictObject({ icp_id: z.string().describe('Id, name or code'), ...profileParts }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ icp_id, name, parameters, goal = '', assumptions = [] }, ctx) {
    const { id: icpId } = openIcp(ctx.profiles, icp_id)
    const change = {
      kind: 'create_persona',
      icpId,
      name,
      code: freeCode(ctx.profiles, icpId, name),
      goal,
      parameters: parametersOf(parameters, ctx),
      assumptions: assumptionsOf(parameters, assumptions, ctx),
    } as const
    const { actor, signal, message } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal, message }))
  },
})
