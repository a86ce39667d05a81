import { z } from 'zod'
import { freeCode } from '#domain/profiles/code.ts'
import { openIcp } from '#domain/profiles/icp-of.ts'
import { profileName } from '#domain/profiles/schema.ts'
import { entityOfIcp } from '#domain/profiles/check-parameters.ts'
import { refuseIcpInside, refuseStrangerInside } from '#domain/profiles/inside.ts'
import { waitingAt, waitingProfiles, waitingUnder, withPersona } from '#domain/profiles/waiting.ts'
import { ConflictError } from '#kernel/errors.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const clonePersona = defineTool({
  name: 'clone_persona',
  title: 'Propose to clone a persona',
  description: 'Proposes to copy a persona into ICPs.',
  input: z.strictObject({
    persona_id: z.string(),
    icp_ids: z.array(z.string()).min(1).max(20),
    name: profileName.optional().describe('Its own when left out'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ persona_id, icp_ids, name }, ctx) {
    const { actor, signal } = ctx
    const source = waitingAt(ctx.proposals, persona_id)
    const [home = ''] = icp_ids
    const into = waitingAt(ctx.proposals, home)?.change
    const copied =
      waitingProfiles(ctx.proposals, waitingUnder(persona_id)?.proposalId ?? '').find(
        ({ id }) => id === persona_id,
      ) ?? ctx.profiles.get(persona_id)
    refuseIcpInside(copied)
    if (into?.kind === 'create_icp' && icp_ids.length === 1) {
      const { parameters } = copied
      const { goal } = source === undefined ? ctx.profiles.get(persona_id) : (source.persona ?? source.change)
      refuseStrangerInside({ name: into.name, entity: entityOfIcp(into.parameters) }, copied)
      const change = withPersona(into, { name: name ?? copied.name, goal, parameters, assumptions: [] })
      return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
    }
    if (source !== undefined || icp_ids.some((id) => waitingAt(ctx.proposals, id) !== undefined)) {
      throw new ConflictError('What waits to be confirmed can’t be copied from or into several ICPs yet', {
        next: 'Confirm it first, or copy into one ICP at a time.',
        path: ['icp_ids'],
      })
    }
    const persona = ctx.profiles.get(persona_id)
    const called = name ?? persona.name
    const copies = icp_ids.map((idOrName) => {
      const { id: icpId } = openIcp(ctx.profiles, idOrName)
      return { icpId, name: called, code: freeCode(ctx.profiles, icpId, called) }
    })
    const change = { kind: 'clone_persona', profileId: persona.id, copies } as const
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
