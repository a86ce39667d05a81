import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Change } from '../changes/index.ts'
import type { Criteria } from '../criteria/schema.ts'
import { makeProfile, storeScores } from '../profiles/standing/scored.fixture.ts'
import { undoingOf } from '../proposals/undoing.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import type { RoutedField } from './destination.ts'
import { createRoutingJobs } from './jobs.ts'
import { PAUSES } from './outbox.ts'
import type { RoutingDefinition } from './schema.ts'
import { checkWebhook, publicOnly, sendWebhook } from './webhook.ts'

const SECRET = 'a secret of the tests'
const POLICY = { secret: SECRET, allowPrivate: true }
const LEADS: Criteria = { type: 'combined_score', op: '>', value: 80 }

let w: TestWorkspace
beforeEach(async () => {
  w = await openWorkspace()
  makeProfile(w.driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(w.driver, { id: 'per_2', name: 'VP Sales', icpId: 'icp_1' })
  scores({ 1: 100 })
})
afterEach(() => w.close())

/** Combined scores of people, by internal id. */
function scores(combined: Readonly<Record<number, number>>) {
  storeScores(
    w.driver,
    'person',
    Object.entries(combined).map(([id, score]) => ({
      id: Number(id),
      icp: 1,
      icpScore: score,
      persona: 2,
      personaScore: score,
    })),
  )
}

const confirm = async (change: Change) => {
  const proposal = await w.services.draft.proposal(change, { actor: TESTER })
  const { outcome } = await w.decisions.confirm({
    proposalId: proposal.id,
    contentHash: proposal.contentHash,
    actor: w.approver,
    ...(proposal.count === null ? {} : { typedCount: proposal.count }),
  })
  return { proposal, ruleId: outcome?.['ruleId'] ?? '' }
}

const rule = (to: RoutingDefinition['to'], present = false) =>
  confirm({
    kind: 'create_routing_rule',
    name: 'Inbound leads',
    definition: { entity: 'person', criteria: LEADS, to },
    present,
  })
const anna = { type: 'owner', owner: 'Anna' } as const

const deliveries = () =>
  w.services.routing.deliveries().map(({ record, to, state }) => `${record} to ${to}: ${state}`)

test('whoever first satisfies a rule is assigned once; whoever did before it is not', async () => {
  const { proposal, ruleId } = await rule(anna)
  expect(proposal.summary).toBe('Route people by the rule “Inbound leads” to Anna')
  expect(proposal.difference).toEqual([
    { what: 'owner', before: null, after: 'Anna' },
    {
      what: 'who satisfies it now',
      before: null,
      after: '1 person, of whom none is handed on: only who comes to satisfy it later, each once',
    },
  ])
  expect(await w.routingJobs.due({})).toBe(0)
  // 80 itself is not above 80.
  scores({ 1: 100, 2: 81, 3: 80 })
  expect(await w.routingJobs.due({})).toBe(1)
  expect(deliveries()).toEqual(['L2 to Anna: done'])
  scores({ 2: 10, 3: 90 })
  scores({ 1: 100, 2: 95, 3: 90 })
  expect(await w.routingJobs.due({})).toBe(1)
  expect(await w.routingJobs.due({})).toBe(0)
  expect(deliveries()).toEqual(['L3 to Anna: done', 'L2 to Anna: done'])
  expect(w.services.routing.tally(ruleId)).toEqual({ done: 2 })
})

test('those who are there already are handed on where that was confirmed', async () => {
  const { proposal } = await rule(anna, true)
  expect(proposal.difference.at(-1)?.after).toBe('1 person, handed on to Anna at once, each once')
  expect(await w.routingJobs.due({})).toBe(1)
  expect(deliveries()).toEqual(['L1 to Anna: done'])
})

test('a rule is changed, deleted and restored through proposals, and hands nobody on twice', async () => {
  const { ruleId } = await rule(anna)
  scores({ 1: 100, 2: 90 })
  await w.routingJobs.due({})
  await confirm({
    kind: 'update_routing_rule',
    ruleId,
    present: true,
    definition: { entity: 'person', criteria: { ...LEADS, value: 50 }, to: { type: 'owner', owner: 'Ben' } },
  })
  scores({ 1: 100, 2: 90, 3: 60 })
  await w.routingJobs.due({})
  expect(deliveries()).toEqual(['L3 to Ben: done', 'L2 to Anna: done'])
  await confirm({ kind: 'delete_routing_rule', ruleId })
  scores({ 1: 100, 2: 90, 3: 60, 4: 90 })
  expect(await w.routingJobs.due({})).toBe(0)
  await confirm(undoingOf({ ...w.services }, ruleId))
  expect(w.services.routing.get('inbound leads')).toMatchObject({ version: 4, to: { owner: 'Ben' } })
  expect(await w.routingJobs.due({})).toBe(0)
  scores({ 4: 90, 5: 90 })
  expect(await w.routingJobs.due({})).toBe(1)
})

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A receiver that answers what it is told to, and remembers what it got. */
async function receiver(answer: (response: ServerResponse, nth: number) => void) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      answer(response, received.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    received,
    url: `http://127.0.0.1:${port}/leads`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const status = (code: number) => (response: ServerResponse) => void response.writeHead(code).end()
const webhook = (url: string, fields: RoutedField[] = []): RoutingDefinition['to'] => ({
  type: 'webhook',
  url,
  fields,
})

async function sent() {
  w.routingJobs.wake()
  await w.routingJobs.settled()
}

test('a webhook is told what was confirmed and nothing else, signed', async () => {
  const to = await receiver(status(204))
  const { proposal } = await rule(webhook(to.url, ['title', 'email']), true)
  expect(proposal.difference.slice(0, 3).map(({ what, after }) => [what, after])).toEqual([
    ['webhook', to.url],
    ['sends', 'the id, title and email'],
    ['personal data', 'email leave Muster with every delivery'],
  ])
  await w.routingJobs.due({})
  await sent()
  await sent()
  to.close()
  expect(deliveries()).toEqual([`L1 to ${to.url}: done`])
  expect(to.received).toHaveLength(1)
  const { headers, body } = to.received[0] ?? { headers: {}, body: '' }
  expect(JSON.parse(body)).toMatchObject({
    rule: { name: 'Inbound leads' },
    person: { id: 'L1', title: 'VP Sales', email: 'ana@alpha.example' },
  })
  expect(Object.keys(JSON.parse(body).person)).toEqual(['id', 'title', 'email'])
  const [, at = '', signed] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['muster-signature'])) ?? []
  expect(signed).toBe(createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex'))
  expect(headers['muster-attempt']).toBe('1')
})

test('what fails for now is tried again, later and later, then given up with its reason', async () => {
  const to = await receiver((response, nth) => status(nth === 1 ? 503 : 429)(response))
  const { ruleId } = await rule(webhook(to.url), true)
  await w.routingJobs.due({})
  for (const pause of PAUSES) {
    await sent()
    expect(w.services.routing.tally(ruleId)).toEqual({ waiting: 1 })
    w.clock.forward(pause - 1)
    await sent()
    w.clock.forward(1)
  }
  await sent()
  to.close()
  expect(to.received).toHaveLength(PAUSES.length + 1)
  expect(new Set(to.received.map(({ headers }) => headers['muster-delivery'])).size).toBe(1)
  expect(w.services.routing.deliveries()).toMatchObject([
    { state: 'failed', attempts: PAUSES.length + 1, reason: 'answered 429' },
  ])
})

test.each([
  ['a refusal is not tried again', status(400), 'answered 400'],
  [
    'a redirect is not followed',
    (response: ServerResponse) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'answered 302: redirects are not followed',
  ],
])('%s', async (_, answer, reason) => {
  const to = await receiver(answer)
  await rule(webhook(to.url), true)
  await w.routingJobs.due({})
  await sent()
  to.close()
  expect(w.services.routing.deliveries()).toMatchObject([{ state: 'failed', reason, attempts: 1 }])
})

test('what did not arrive is sent again where that was confirmed, to where the rule leads by then', async () => {
  const wrong = await receiver(status(400))
  const right = await receiver(status(200))
  const { ruleId } = await rule(webhook(wrong.url), true)
  scores({ 1: 100, 2: 90 })
  await w.routingJobs.due({})
  await sent()
  scores({ 1: 100, 2: 90, 3: 90 })
  await w.routingJobs.due({})
  const to = webhook(right.url, ['title'])
  await confirm({
    kind: 'update_routing_rule',
    ruleId,
    present: false,
    definition: { entity: 'person', criteria: LEADS, to },
  })
  expect(w.services.routing.tally(ruleId)).toEqual({ failed: 2, cancelled: 1 })
  const again = (undelivered: number) => ({ kind: 'resend_deliveries', ruleId, undelivered }) as const
  await expect(confirm(again(2))).rejects.toMatchObject({
    code: 'conflict',
    message: 'By now 3 deliveries did not arrive, not 2',
  })
  const { proposal } = await confirm(again(3))
  expect(proposal).toMatchObject({
    summary: `Send 3 deliveries of the routing rule “Inbound leads” again, to ${right.url}`,
    difference: [
      { what: 'not delivered', before: '3 deliveries', after: 'sent again' },
      { what: 'webhook', after: right.url },
      { what: 'sends', after: 'the id and title' },
    ],
  })
  await sent()
  wrong.close()
  right.close()
  expect(w.services.routing.tally(ruleId)).toEqual({ done: 3 })
  const idsOf = ({ received }: typeof right) => received.map(({ headers }) => headers['muster-delivery'])
  expect(idsOf(right)).toEqual(expect.arrayContaining(idsOf(wrong)))
  await expect(confirm(again(3))).rejects.toThrow('Everything that this rule handed on was delivered')
})

test('a receiver that does not answer is given up on in time', async () => {
  const to = await receiver(() => {})
  const came = await sendWebhook(
    { url: to.url, body: '{}', deliveryId: 'dlv_1', attempt: 1, at: 0, signal: new AbortController().signal },
    POLICY,
    100,
  )
  to.close()
  expect(came).toEqual({ outcome: 'again', reason: 'no answer within 0.1 seconds' })
})

test('killed between delivery and record, it is sent again under the same id, once the lease is over', async () => {
  const to = await receiver(status(200))
  await rule(webhook(to.url), true)
  await w.routingJobs.due({})
  // A process that sends, and is gone before it can say so.
  const [claimed] = await w.writer.call('claimDeliveries', { most: 1 })
  const stale = { id: claimed?.id ?? '', attempt: claimed?.attempts ?? 0 }
  await sent()
  expect(to.received).toHaveLength(0)
  w.clock.forward(61)
  await sent()
  to.close()
  expect(to.received.map(({ headers }) => [headers['muster-delivery'], headers['muster-attempt']])).toEqual([
    [stale.id, '2'],
  ])
  expect(w.services.routing.deliveries()).toMatchObject([{ state: 'done', attempts: 2 }])
  // What it says afterwards changes nothing.
  await w.writer.call('recordDelivery', { ...stale, came: { outcome: 'failed', reason: 'late' } })
  expect(w.services.routing.deliveries()).toMatchObject([{ state: 'done' }])
})

test('two processes never have the same delivery in hand', async () => {
  const to = await receiver(status(200))
  await rule(webhook(to.url), true)
  scores({ 1: 100, 2: 90, 3: 90, 4: 90, 5: 90 })
  await w.routingJobs.due({})
  const { reader, members } = w.services
  const other = createRoutingJobs({
    reader,
    writer: w.writer,
    members,
    clock: w.clock,
    policy: POLICY,
    report(error) {
      throw error
    },
  })
  other.wake()
  await sent()
  await other.settled()
  await other.close()
  to.close()
  expect(to.received).toHaveLength(5)
  expect(new Set(to.received.map(({ headers }) => headers['muster-delivery'])).size).toBe(5)
})

const strict = { secret: SECRET, allowPrivate: false }
test.each([
  ['http://crm.example/leads', strict, 'Deliveries go to https addresses only'],
  ['https://127.0.0.1/leads', strict, '127.0.0.1 is an address inside of a network'],
  ['https://10.1.2.3/leads', strict, '10.1.2.3 is an address inside of a network'],
  ['https://[::ffff:192.168.0.1]/leads', strict, 'is an address inside of a network'],
  ['https://[fd00::1]/leads', strict, 'fd00::1 is an address inside of a network'],
  ['https://anna:secret@crm.example/', strict, 'This address holds a name or password'],
  ['https://crm.example/', { ...strict, secret: undefined }, 'there is no secret to sign it with'],
])('nothing is sent to %s', (url, policy, message) => {
  expect(() => checkWebhook(url, policy)).toThrow(message)
})

test.each([
  ['10.0.0.5', 'crm.example leads to a private address, 10.0.0.5'],
  ['203.0.113.5', null],
])('a name that leads to %s is looked at when it is connected to', async (address, refused) => {
  const lookup = publicOnly((_host, _options, found) => found(null, [{ address, family: 4 }]))
  const message = await new Promise((settle) => {
    lookup('crm.example', {}, (error) => settle(error?.message ?? null))
  })
  expect(message).toBe(refused)
})

test('a rule names what it can send, and is over whom it says', async () => {
  const draft = (definition: RoutingDefinition) =>
    w.services.draft.proposal(
      { kind: 'create_routing_rule', name: 'X', definition, present: false },
      { actor: TESTER },
    )
  await expect(draft({ entity: 'company', criteria: LEADS, to: anna })).rejects.toMatchObject({
    message: 'These criteria are over people, and the rule is over companies',
  })
  const companies: Criteria = { type: 'company', field: 'country', op: 'equals', value: 'DE' }
  await expect(
    draft({ entity: 'company', criteria: companies, to: webhook('http://127.0.0.1:1/', ['email']) }),
  ).rejects.toMatchObject({ message: 'A company has no email to send' })
})
