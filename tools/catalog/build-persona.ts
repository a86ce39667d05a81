import { z } from 'zod'
import { freeCode } from '#domain/profiles/code.ts'
import { openIcp } from '#domain/profiles/icp-of.ts'
import { withFirstPersona } from '#domain/profiles/icp-of-everybody.ts'
import { waitingAt, withPersona } from '#domain/profiles/waiting.ts'
import { assumptionsOf, parametersOf, profileParts } from '../answers/profile.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const buildPersona = defineTool({
  name: 'build_persona',
  title: 'Propose a persona',
  description: 'Proposes a persona inside an ICP, of people there or of customers.',
  input: z.strictObject({
    icp_id: z.string().optional().describe('Or its proposal; left out where there is no ICP'),
    ...profileParts,
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ icp_id, name, parameters, goal = '', assumptions = [] }, ctx) {
    const { actor, signal, message } = ctx
    const made = {
      name,
      goal,
      parameters: parametersOf(parameters, ctx),
      assumptions: assumptionsOf(parameters, assumptions, ctx),
    }
    if (icp_id === undefined) {
      const change = withFirstPersona(ctx.profiles, made)
      return proposalAnswer(await ctx.draft.proposal(change, { actor, signal, message }))
    }
    const waiting = waitingAt(ctx.proposals, icp_id)?.change
    if (waiting?.kind === 'create_icp') {
      const change = withPersona(waiting, made)
      return proposalAnswer(await ctx.draft.proposal(change, { actor, signal, message }))
    }
    const { id: icpId } = openIcp(ctx.profiles, icp_id)
    const change = {
      kind: 'create_persona',
      ...made,
      icpId,
      code: freeCode(ctx.profiles, icpId, name),
    } as const
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal, message }))
  },
})
