import { z } from 'zod'
import { waitingAt, withoutPersona } from '#domain/profiles/waiting.ts'
import { notThereYet } from '../answers/profile.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const deleteProfile = defineTool({
  name: 'delete_profile',
  title: 'Propose to delete an ICP or persona',
  description: 'Proposes to delete an ICP or persona.',
  input: z.strictObject({
    profile_id: z.string(),
    with_personas: z.boolean().optional().describe('Only when asked for'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ profile_id, with_personas = false }, { profiles, proposals, draft, actor, signal }) {
    const waiting = waitingAt(proposals, profile_id)
    if (waiting !== undefined) {
      const { change: made, persona } = waiting
      if (persona === undefined || made.kind !== 'create_icp') {
        throw notThereYet(made.name, 'Reject the proposal, or leave it to expire: nothing is to be deleted.')
      }
      return proposalAnswer(await draft.proposal(withoutPersona(made, persona), { actor, signal }))
    }
    const profile = profiles.get(profile_id)
    const doomed = [profile, ...(with_personas ? profiles.personasOf(profile.id) : [])]
    const change = {
      kind: 'delete_profile' as const,
      profiles: doomed.map(({ id: profileId, version }) => ({ profileId, version })),
    }
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
