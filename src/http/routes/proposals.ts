import { Hono } from 'hono'
import { z } from 'zod'
import { undoingOfProposal } from '#domain/activity/undo-state.ts'
import { changeSchema } from '#domain/changes/index.ts'
import { inputErrorOf } from '#domain/criteria/parse.ts'
import { provenHuman } from '#domain/proposals/human.ts'
import { proposalSchema } from '#domain/proposals/schema.ts'
import { mayActAs, type SignedIn, type User } from '#domain/users/schema.ts'
import type { ConfirmRequest, RejectRequest } from '../api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { RefusedError } from '../errors.ts'

const state = proposalSchema.shape.state.optional()
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
    .get('/', (c) => {
      const wanted = state.safeParse(c.req.query('state'))
      if (!wanted.success) throw inputErrorOf(wanted.error, 'There is no such state')
      return c.json({ proposals: proposals.list(wanted.data === undefined ? {} : { state: wanted.data }) })
    })
    .post('/', async (c) => {
      const actor = humanAs(c.get('signedIn'), 'editor', 'draft')
      const { change } = await readBody(c, draftSchema)
      return c.json(await draft.proposal(change, { actor, signal: c.req.raw.signal }), 201)
    })
    .get('/:id', (c) => c.json(proposals.get(c.req.param('id'))))
    .get('/:id/distribution', async (c) =>
      c.json(await distributions.ofProposal(c.req.param('id'), c.req.raw.signal)),
    )
    .post('/:id/confirm', async (c) => {
      const actor = humanAs(c.get('signedIn'), 'approver', 'confirm')
      const decision = await readBody(c, confirmSchema)
      return c.json(await decisions.confirm({ proposalId: c.req.param('id'), actor, ...decision }))
    })
    .post('/:id/undo', async (c) => {
      const actor = humanAs(c.get('signedIn'), 'editor', 'draft')
      const change = undoingOfProposal(reader, c.req.param('id'))
      return c.json(await draft.proposal(change, { actor, signal: c.req.raw.signal }), 201)
    })
    .post('/:id/reject', async (c) => {
      const actor = humanAs(c.get('signedIn'), 'editor', 'reject')
      const decision = await readBody(c, rejectSchema)
      return c.json(await decisions.reject({ proposalId: c.req.param('id'), actor, ...decision }))
    })

function humanAs({ user, session }: SignedIn, role: User['role'], what: string) {
  if (mayActAs(user.role, role)) return provenHuman(user, { surface: 'web', session })
  throw new RefusedError(403, `You may not ${what} proposals`, `Ask someone with the role ${role}.`)
}
