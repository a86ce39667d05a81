import { z } from 'zod'
import { freeCode } from '#domain/profiles/code.ts'
import { openIcp } from '#domain/profiles/icp-of.ts'
import { profileName } from '#domain/profiles/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const clonePersona = defineTool({
  name: 'clone_persona',
  title: 'Propose to clone a persona',
  description: 'Drafts a proposal to copy a persona into ICPs.',
  input: z.strictObject({
    persona_id: z.string(),
    icp_ids: z.array(z.string()).min(1).max(20),
    name: profileName.optional().describe('Its own when left out'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ persona_id, icp_ids, name }, ctx) {
    const persona = ctx.profiles.get(persona_id)
    const called = name ?? persona.name
    const copies = icp_ids.map((idOrName) => {
      const { id: icpId } = openIcp(ctx.profiles, idOrName)
      return { icpId, name: called, code: freeCode(ctx.profiles, icpId, called) }
    })
    const change = { kind: 'clone_persona', profileId: persona.id, copies } as const
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
