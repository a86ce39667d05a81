import { z } from 'zod'
import type { Change } from '#domain/changes/index.ts'
import { profileCode } from '#domain/profiles/schema.ts'
import { PROFILE_STATUSES } from '#domain/profiles/shown.ts'
import { revised, waitingAt } from '#domain/profiles/waiting.ts'
import { InputError } from '#kernel/errors.ts'
import { assumptionsOf, notThereYet, parametersOf, profileParts } from '../answers/profile.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

const { name, parameters, goal, assumptions } = profileParts

export const updateProfile = defineTool({
  name: 'update_profile',
  title: 'Propose to change an ICP or persona',
  description: 'Proposes to change what is given of an ICP or persona; its status by itself.',
  input: z.strictObject({
    profile_id: z.string(),
    name: name.optional(),
    code: profileCode.optional(),
    goal,
    parameters: parameters.optional().describe('All of them'),
    assumptions,
    status: z.enum(PROFILE_STATUSES).optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ profile_id, status, parameters: given, assumptions: stated, ...rest }, ctx) {
    const { actor, signal } = ctx
    const next = { ...rest, parameters: given && parametersOf(given, ctx) }
    if (status !== undefined && Object.values(next).some((value) => value !== undefined)) {
      throw new InputError('A status is proposed by itself', {
        next: 'Propose the other changes first, then the status.',
        path: ['status'],
      })
    }
    const made = given && { assumptions: assumptionsOf(given, stated ?? [], ctx) }
    const waiting = waitingAt(ctx.proposals, profile_id)
    if (waiting !== undefined) {
      if (status !== undefined) {
        throw notThereYet(waiting.change.name, 'Once a human has confirmed it, its status can be proposed.')
      }
      const change = revised(waiting, { ...next, ...made }, ctx.profiles)
      return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
    }
    const { id: profileId } = ctx.profiles.get(profile_id)
    const change: Change =
      status === undefined
        ? { kind: 'update_profile', profileId, ...next, ...made }
        : { kind: 'set_profile_status', profileId, status }
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
