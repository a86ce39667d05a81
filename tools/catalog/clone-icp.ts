import { z } from 'zod'
import type { Change } from '#domain/changes/index.ts'
import { freeCode } from '#domain/profiles/code.ts'
import { profileName } from '#domain/profiles/schema.ts'
import { waitingAt } from '#domain/profiles/waiting.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const cloneIcp = defineTool({
  name: 'clone_icp',
  title: 'Propose to clone an ICP',
  description: 'Proposes to copy an ICP with its personas.',
  input: z.strictObject({ icp_id: z.string(), name: profileName }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ icp_id, name }, ctx) {
    const code = freeCode(ctx.profiles, null, name)
    const waiting = waitingAt(ctx.proposals, icp_id)?.change
    const change: Change =
      waiting?.kind === 'create_icp'
        ? { ...waiting, name, code }
        : { kind: 'clone_icp', profileId: ctx.profiles.get(icp_id).id, name, code }
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
