import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openWriter } from '#db/open.ts'
import { query } from '#db/run.ts'
import { provenHuman } from '#domain/proposals/human.ts'
import { listUsers } from '#domain/users/read.ts'
import { CANADIANS } from '../company.fixture.ts'
import { rawClient } from '../raw.fixture.ts'
import { openServer } from '../server.fixture.ts'

let server: Awaited<ReturnType<typeof openServer>>
let names = 0
beforeAll(async () => {
  server = await openServer()
}, 180_000)
afterAll(() => server?.close())

const everywhere = new Set(['web', 'terminal', 'mcp'] as const)
const counted = z.object({
  result: z.object({ structuredContent: z.object({ preview: z.object({ id: z.string() }) }) }),
})
const round = z.object({ result: z.object({ requestState: z.string() }) })
const stateOf = (answer: unknown): string | undefined =>
  z
    .object({
      result: z.object({ structuredContent: z.object({ confirmation: z.object({ state: z.string() }) }) }),
    })
    .safeParse(answer).data?.result.structuredContent.confirmation.state
const refused = { error: { code: -32602, data: { reason: 'invalid_request_state' } } }

const connected = () => rawClient(server.serve({ surfaces: everywhere }))

/** A segment that was drafted over MCP, and the answer that would confirm it. */
async function asked(send = connected()) {
  const { result } = counted.parse(
    await send({ name: 'validate_criteria', arguments: { criteria: CANADIANS } }),
  )
  const name = `Segment ${++names}`
  const call = {
    name: 'create_segment',
    arguments: { preview_id: result.structuredContent.preview.id, name },
  }
  const { requestState } = round.parse(await send(call)).result
  const proposal = server.app.services.proposals.list().find(({ summary }) => summary.includes(`“${name}”`))
  if (proposal === undefined) throw new Error('Nothing was drafted')
  const accept = { decision: { action: 'accept', content: { confirm: true } } }
  return { send, name, proposal, answer: { ...call, requestState, inputResponses: accept } }
}

const isSaved = (name: string): boolean => server.app.services.segments.find(name) !== undefined
const stateNow = (id: string) => server.app.services.proposals.get(id).state

test('an answer with other arguments, for another tool, under another handle or of another client is none', async () => {
  const { send, name, proposal, answer } = await asked()
  const before = server.app.services.proposals.list().length
  for (const forged of [
    { arguments: { ...answer.arguments, name: 'Another' } },
    { name: 'delete_segment' },
    { name: 'get_proposal', arguments: { proposal_id: proposal.id } },
    { requestState: `${answer.requestState}x` },
    { requestState: '' },
  ]) {
    expect(await send({ ...answer, ...forged })).toMatchObject(refused)
  }
  expect(await connected()(answer)).toMatchObject(refused)
  expect(stateNow(proposal.id)).toBe('draft')
  expect(server.app.services.proposals.list()).toHaveLength(before)
  // What others tried took nothing away from whom the question was for.
  expect(stateOf(await send(answer))).toBe('confirmed')
  expect(isSaved(name)).toBe(true)
})

test('an answer counts once, also when it is sent several times at once', async () => {
  const { send, name, answer } = await asked()
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(answer)))
  expect(answers.map(stateOf).filter((state) => state === 'confirmed')).toHaveLength(1)
  expect(answers.filter((each) => stateOf(each) === undefined)).toMatchObject(Array(4).fill(refused))
  expect(isSaved(name)).toBe(true)
  expect(await send(answer)).toMatchObject(refused)
})

test('an answer without a question runs the tool anew, and confirms nothing', async () => {
  const { send, name, answer } = await asked()
  const { requestState: _, ...bare } = answer
  expect(round.parse(await send(bare)).result.requestState).not.toBe(answer.requestState)
  expect(isSaved(name)).toBe(false)
})

test.for([[{ confirm: 'true' }], [{ confirm: 1 }], [{ confirm: true, count: '8' }], [[]], ['yes']] as const)(
  'an answer of another shape confirms nothing: %j',
  async ([content]) => {
    const { send, name, proposal, answer } = await asked()
    await send({ ...answer, inputResponses: { decision: { action: 'accept', content } } })
    expect(stateNow(proposal.id)).toBe('draft')
    expect(isSaved(name)).toBe(false)
  },
)

test('an answer that comes after the proposal ran out changes nothing', async () => {
  const { send, name, proposal, answer } = await asked()
  const writer = openWriter(server.app.databasePath)
  writer.run(query.updateTable('proposals').set({ expires_at: 1 }).where('id', '=', proposal.id))
  writer.close()
  expect(stateOf(await send(answer))).toBe('expired')
  expect(isSaved(name)).toBe(false)
})

test('a page, a terminal and two clients that decide at once decide once', async () => {
  const { app } = server
  const { send, name, proposal, answer } = await asked()
  const second = await asked()
  const [ada] = listUsers(app.services.reader)
  if (ada === undefined) throw new Error('Nobody can confirm')
  const { id: proposalId, contentHash } = proposal
  const decide = (surface: 'web' | 'terminal') =>
    app.decisions.confirm({
      proposalId,
      contentHash,
      actor: provenHuman(ada, { surface, session: null }),
    })
  const [page, terminal, first, other] = await Promise.allSettled([
    decide('web'),
    decide('terminal'),
    send(answer),
    second.send(second.answer),
  ])
  // The client is told who won; the others are refused, unless they were the first.
  expect(stateOf(first.status === 'fulfilled' ? first.value : undefined)).toBe('confirmed')
  expect([page, terminal].filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  expect(stateOf(other.status === 'fulfilled' ? other.value : undefined)).toBe('confirmed')
  const segment = app.services.segments.get(name)
  expect(app.services.segments.versions(segment.id)).toHaveLength(1)
  const decisions = app.services.reader.all(
    query
      .selectFrom('log')
      .select('id')
      .where('subject', '=', proposalId)
      .where('action', '=', 'proposal_confirmed'),
  )
  expect(decisions).toHaveLength(1)
})
