import { Hono } from 'hono'
import { z } from 'zod'
import { undoingOfProposal } from '#domain/activity/undo-state.ts'
import { changeSchema } from '#domain/changes/index.ts'
import { distributionSchema } from '#domain/indicators/shown-distribution.ts'
import { provenHuman } from '#domain/proposals/human.ts'
import { proposalSchema } from '#domain/proposals/schema.ts'
import { shownProposalSchema } from '#domain/proposals/shown.ts'
import { mayActAs, type SignedIn, type User } from '#domain/users/schema.ts'
import { proposalsAnswer } from '../answers/doings.ts'
import type { ConfirmRequest, RejectRequest } from '../api.ts'
import { readBody, readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { RefusedError } from '../errors.ts'
import { about } from '../openapi/about.ts'

const listSchema = z.object({ state: proposalSchema.shape.state.exactOptional() })
const confirmSchema: z.ZodType<ConfirmRequest> = z.object({
  contentHash: z.string(),
  typedCount: z.int().exactOptional(),
})
const rejectSchema: z.ZodType<RejectRequest> = z.object({ reason: z.string().max(500).exactOptional() })

const draftSchema = z.object({ change: changeSchema })

/** Proposals, and the human's decision about them. The session of a signed-in browser is the credential. */
export const proposalRoutes = ({
  services: { proposals, distributions, draft, reader },
  decisions,
}: HttpDeps) =>
  new Hono<SignedInEnv>()
    .get(
      '/',
      about({
        does: 'Proposals, newest first',
        query: listSchema,
        answer: { ProposalList: proposalsAnswer },
      }),
      (c) => {
        return c.json({ proposals: proposals.list(readQuery(c, listSchema, 'There is no such state')) })
      },
    )
    .post(
      '/',
      about({
        does: 'Propose a change, which then waits for its confirmation',
        body: { DraftRequest: draftSchema },
        answer: { Proposal: shownProposalSchema },
        status: 201,
      }),
      async (c) => {
        const actor = humanAs(c.get('signedIn'), 'editor', 'draft')
        const { change } = await readBody(c, draftSchema)
        return c.json(await draft.proposal(change, { actor, signal: c.req.raw.signal }), 201)
      },
    )
    .get('/:id', about({ does: 'One proposal', answer: { Proposal: shownProposalSchema } }), (c) =>
      c.json(proposals.get(c.req.param('id'))),
    )
    .get(
      '/:id/distribution',
      about({
        does: 'How the indicator that it defines spreads; null where it defines none',
        answer: { ProposedDistribution: distributionSchema.nullable() },
      }),
      async (c) => c.json(await distributions.ofProposal(c.req.param('id'), c.req.raw.signal)),
    )
    .post(
      '/:id/confirm',
      about({
        does: 'Confirm exactly what was shown',
        body: { ConfirmRequest: confirmSchema },
        answer: { Proposal: shownProposalSchema },
      }),
      async (c) => {
        const actor = humanAs(c.get('signedIn'), 'approver', 'confirm')
        const decision = await readBody(c, confirmSchema)
        return c.json(await decisions.confirm({ proposalId: c.req.param('id'), actor, ...decision }))
      },
    )
    .post(
      '/:id/undo',
      about({
        does: 'Propose to take back what it did',
        answer: { Proposal: shownProposalSchema },
        status: 201,
      }),
      async (c) => {
        const actor = humanAs(c.get('signedIn'), 'editor', 'draft')
        const change = undoingOfProposal(reader, c.req.param('id'))
        return c.json(await draft.proposal(change, { actor, signal: c.req.raw.signal }), 201)
      },
    )
    .post(
      '/:id/reject',
      about({
        does: 'Reject it',
        body: { RejectRequest: rejectSchema },
        answer: { Proposal: shownProposalSchema },
      }),
      async (c) => {
        const actor = humanAs(c.get('signedIn'), 'editor', 'reject')
        const decision = await readBody(c, rejectSchema)
        return c.json(await decisions.reject({ proposalId: c.req.param('id'), actor, ...decision }))
      },
    )

function humanAs({ user, session }: SignedIn, role: User['role'], what: string) {
  if (mayActAs(user.role, role)) return provenHuman(user, { surface: 'web', session })
  throw new RefusedError(403, `You may not ${what} proposals`, `Ask someone with the role ${role}.`)
}
