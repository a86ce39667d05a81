import { Analytics } from '@segment/analytics-node'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exclusively } from '#domain/imports/exclusively.ts'
import { makeProfile, SAAS } from '#domain/profiles/standing/scored.fixture.ts'
import { TESTER } from '#domain/services.fixture.ts'
import type { SignedInEnv } from '../deps.ts'
import { answerError } from '../errors.ts'
import { basic, openArrivals } from './arrivals.fixture.ts'
import { movedRoutes } from './moved.ts'

const { w, app, keys, post, rows, arrivals, close } = await openArrivals()

beforeAll(async () => {
  makeProfile(w.driver, {
    id: 'icp_1',
    name: 'Hot SaaS',
    parameters: [
      { mode: 'filter', criteria: SAAS },
      {
        mode: 'score',
        weight: 1,
        criteria: { type: 'company_signal_strength', signal: ['demo_request'], op: '>=', value: 0.5 },
      },
    ],
  })
  await w.refreshScores.due({})
})
afterAll(close)

const score = (company: string) =>
  rows(
    `SELECT icp_score FROM scores JOIN companies c ON c.id = record_id AND entity = 'company' WHERE external_id = ?`,
    company,
  )[0]

test('a tracked event that names a type is a signal of that, and its company is scored at once', async () => {
  expect(score('B1')).toEqual([0])
  const { status, receipt } = await post('track', {
    messageId: 'm1',
    userId: 'L1',
    event: 'Demo Requested',
    properties: { topic: 'Enterprise', plan: 'pro' },
    timestamp: '2025-11-20T11:00:00.000Z',
  })
  expect({ status, receipt }).toEqual({
    status: 200,
    receipt: {
      success: true,
      stored: 1,
      repeated: [],
      keptOut: [],
      waiting: [],
      future: [],
      rejected: [],
      unknownTypes: [],
      unused: ['properties.plan'],
    },
  })
  // Nobody said where; L1 works at B1.
  expect(
    rows(`SELECT type, topic, company_id, person_id, source FROM signals WHERE external_id = 'm1'`),
  ).toEqual([['demo_request', 'Enterprise', 1, 1, 'default']])
  expect(score('B1')).toEqual([100])
})

test('the same message again changes nothing, also within one batch', async () => {
  const again = { type: 'track', messageId: 'm1', userId: 'L1', event: 'Something else' }
  const once = { type: 'track', messageId: 'm2', userId: 'L1', event: 'Replied' }
  const { receipt } = await post('batch', { batch: [again, once, once] })
  expect(receipt).toMatchObject({ stored: 1, repeated: ['m1', 'm2'] })
  expect(rows(`SELECT type FROM signals WHERE external_id IN ('m1', 'm2')`)).toEqual([
    ['demo_request'],
    ['reply'],
  ])
})

test('pages send JSON as plain text, with the key in it', async () => {
  const headers = { 'content-type': 'text/plain;charset=UTF-8' }
  const message = { messageId: 'plain', userId: 'L1', event: 'Replied' }
  const sent = await post('track', { ...message, writeKey: keys.people }, { headers })
  expect(sent).toMatchObject({ status: 200, receipt: { stored: 1 } })
  const batch = { writeKey: keys.people, batch: [{ ...message, type: 'track' }] }
  expect((await post('batch', batch, { headers })).receipt).toMatchObject({ repeated: ['plain'] })
  expect(await post('track', message, { headers })).toMatchObject({ status: 401 })
  expect(await post('track', 'userId=L1', { headers })).toMatchObject({
    status: 400,
    error: { message: 'The request is not JSON' },
  })
  expect(rows(`SELECT type FROM signals WHERE external_id = 'plain'`)).toEqual([['reply']])
})

test('what is about a company or person whom nobody knows waits, and counts when they appear', async () => {
  const { receipt } = await post('batch', {
    batch: [
      { type: 'track', messageId: 'w1', userId: 'L77', event: 'demo_request', context: { groupId: 'B77' } },
      { type: 'track', messageId: 'w2', userId: 'L1', event: 'funding', properties: { company_id: 'B77' } },
    ],
  })
  expect(receipt).toMatchObject({ stored: 2, waiting: ['w1', 'w2'] })
  // Of w2 the person is known, and the company is not.
  expect(rows(`SELECT company_id, person_id FROM signals WHERE external_id LIKE 'w_'`)).toEqual([[null, 1]])
  await w.importRows({ 'companies.csv': ['id,name,industry', 'B77,Late Ltd,SaaS'] })
  await post('identify', { userId: 'L77', traits: { name: 'Zoë van Dam', company: { id: 'B77' } } })
  expect(score('B77')).toEqual([100])
  expect(
    rows(`SELECT s.external_id, c.external_id, p.external_id FROM signals s JOIN companies c ON c.id = s.company_id
      JOIN people p ON p.id = s.person_id WHERE s.external_id LIKE 'w_' ORDER BY 1`),
  ).toEqual([
    ['w1', 'B77', 'L77'],
    ['w2', 'B77', 'L1'],
  ])
  expect(rows('SELECT count(*) FROM waiting_signals')).toEqual([[0]])
})

test('identify and group make people and companies, of what they say and nothing else', async () => {
  await post('group', {
    userId: 'L80',
    groupId: 'B80',
    traits: { name: 'Café Zürich', website: 'https://www.cafe.example/about', employees: 80, plan: 'pro' },
  })
  const { receipt } = await post('identify', {
    userId: 'L80',
    traits: {
      firstName: '美咲',
      lastName: '佐藤',
      title: '営業部長',
      address: { city: '大阪', country: 'Japan' },
      favouriteColour: 'green',
    },
  })
  expect(receipt.unused).toEqual(['traits.favouriteColour'])
  await post('identify', { userId: 'L80', traits: { email: 'misaki@cafe.example', title: null } })
  expect(
    rows(`SELECT first_name, last_name, title, p.country, p.city, email, c.name, domain, employees
      FROM people p JOIN companies c ON c.id = p.company_id WHERE p.external_id = 'L80'`),
  ).toEqual([['美咲', '佐藤', null, 'JP', '大阪', 'misaki@cafe.example', 'Café Zürich', 'cafe.example', 80]])
})

test('what an anonymous visitor did is theirs once an id is said', async () => {
  const { receipt } = await post('batch', {
    batch: [
      { type: 'track', messageId: 'a1', anonymousId: 'anon-1', event: 'Viewed Pricing' },
      { type: 'identify', anonymousId: 'anon-1', traits: { title: 'CFO' } },
    ],
  })
  expect(receipt).toMatchObject({ stored: 2, waiting: ['a1'] })
  await post('identify', { userId: 'L3', anonymousId: 'anon-1', traits: {} })
  await post('track', { messageId: 'a2', anonymousId: 'anon-1', event: 'Replied' })
  expect(
    rows(`SELECT external_id, type, person_id, company_id FROM signals WHERE external_id LIKE 'a_'`),
  ).toEqual([
    ['a1', 'pricing_visit', 3, 2],
    ['a2', 'reply', 3, 2],
  ])
  expect(rows(`SELECT title FROM people WHERE external_id = 'L3'`)).toEqual([['CFO']])
})

test('of a half bad batch the good half is kept and the bad half is named', async () => {
  const { status, receipt } = await post('batch', {
    batch: [
      { type: 'track', messageId: 'h1', userId: 'L2', event: 'Wombat Sighted' },
      { type: 'track', messageId: 'h2', event: 'Replied' },
      { type: 'wave', messageId: 'h3', userId: 'L2' },
      { type: 'track', messageId: 'h4', userId: 'L2', event: 'Replied', properties: { strength: 80 } },
      { type: 'group', messageId: 'h5', userId: 'L2', groupId: 'B1', traits: { employees: 'many' } },
      { type: 'identify', messageId: 'h6', userId: 'L2', timestamp: 'yesterday' },
      { type: 'identify', messageId: 'h7', userId: 'L2', traits: { note: 'x'.repeat(33_000) } },
      'nonsense',
    ],
  })
  expect(status).toBe(200)
  expect(receipt).toMatchObject({ stored: 1, unknownTypes: ['Wombat Sighted'] })
  expect(
    receipt.rejected.map(({ index, messageId, problem }) => `${index} ${messageId}: ${problem}`),
  ).toEqual([
    '1 h2: userId or anonymousId is required',
    '2 h3: type is “wave”: identify, track, page, screen, group, alias are taken',
    '3 h4: properties.strength is not between 0 and 1',
    '4 h5: employees is not a whole number (many)',
    '5 h6: timestamp is not a time in ISO 8601',
    '6 h7: it is larger than 32 KB',
    '7 null: it does not fit (Invalid input: expected object, received string)',
  ])
  // A type that only the data knows is kept as it is written.
  expect(rows(`SELECT type FROM signals WHERE external_id = 'h1'`)).toEqual([['Wombat Sighted']])
  expect(rows(`SELECT employees FROM companies WHERE external_id = 'B1'`)).toEqual([[120]])
})

test('wrong keys, bodies that are too large and what is no message are refused with why', async () => {
  const track = { userId: 'L1', event: 'Replied' }
  const said = async (...asked: Parameters<typeof post>) => {
    const { status, error } = await post(...asked)
    return `${status} ${error.message}`
  }
  expect(await said('track', track, { headers: {} })).toBe('401 A write key is required')
  expect(await said('track', track, { headers: basic('muster_write_wrong') })).toBe(
    '401 This is no write key that is valid',
  )
  expect((await post('track', { ...track, writeKey: keys.people }, { headers: {} })).status).toBe(200)
  expect(await said('track', { ...track, properties: { note: 'x'.repeat(33_000) } })).toBe(
    '400 The request is larger than 32 KB',
  )
  expect(await said('batch', { batch: [{ ...track, note: 'x'.repeat(600_000) }] })).toBe(
    '400 The request is larger than 500 KB',
  )
  expect(await said('alias', { userId: 'L1' })).toBe(
    '400 This message can’t be taken: previousId is required: the id before',
  )
  expect(await said('batch', { batch: [] })).toContain('400 The request does not fit')
  expect(await said('identify', '{"userId"')).toBe('400 The request is not JSON')
  expect(await said('track', { userId: 'L1' })).toBe(
    '400 This message can’t be taken: event is required: what happened',
  )
  const { keyId, key } = await w.writer.call('createWriteKey', {
    name: 'Old site',
    takes: 'people',
    source: 'default',
    actor: TESTER,
  })
  await w.writer.call('revokeWriteKey', { keyId, actor: TESTER })
  expect(await said('track', track, { headers: basic(key) })).toBe('401 This is no write key that is valid')
})

test('a key that takes customers makes customers and their events, also of those who come later', async () => {
  const takes = 'customers' as const
  const { receipt } = await post(
    'batch',
    {
      batch: [
        {
          type: 'track',
          messageId: 'e1',
          userId: 'C1',
          event: 'Product Viewed',
          context: { device: { type: 'mobile' } },
        },
        { type: 'track', messageId: 'e2', userId: 'C900', event: 'Quiz Finished', properties: { value: 7 } },
        { type: 'track', messageId: 'e3', anonymousId: 'visitor', event: 'Checkout Started' },
        { type: 'group', messageId: 'e4', userId: 'C1', groupId: 'B1' },
      ],
    },
    { takes },
  )
  expect(receipt).toMatchObject({ stored: 3, waiting: ['e2', 'e3'] })
  expect(receipt.rejected).toMatchObject([{ index: 3, messageId: 'e4' }])
  await post(
    'identify',
    { userId: 'C900', anonymousId: 'visitor', traits: { email: 'new@example.com', birthday: '1990-05-04' } },
    { takes },
  )
  expect(
    rows(`SELECT e.external_id, i.external_id, y.name, device, value FROM events e JOIN event_types y ON y.id = e.type_id
      JOIN identities i ON i.customer_id = e.customer_id ORDER BY 1`),
  ).toEqual([
    ['e1', 'C1', 'viewed_product', 'mobile', null],
    ['e2', 'C900', 'Quiz Finished', null, 7],
    ['e3', 'C900', 'started_checkout', null, null],
  ])
  expect(
    rows(`SELECT f.orders FROM facts f JOIN identities i ON i.customer_id = f.id WHERE external_id = 'C900'`),
  ).toEqual([[0]])
})

test('while an import runs nothing is acknowledged, and what is sent at the same time is all kept', async () => {
  const { status, error } = await exclusively(w.driver.driver, () =>
    post('track', { messageId: 'i1', userId: 'L1', event: 'Replied' }),
  )
  expect([status, error.message]).toEqual([503, 'An import is running'])
  expect(rows(`SELECT count(*) FROM signals WHERE external_id = 'i1'`)).toEqual([[0]])
  const sent = ['i1', 'i2', 'i3'].map((messageId) =>
    post('track', { messageId, userId: 'L1', event: 'Replied' }),
  )
  expect((await Promise.all(sent)).map(({ receipt }) => receipt.stored)).toEqual([1, 1, 1])
})

test('what moved is shown since a date, to viewers with shortened names', async () => {
  const signedIn = createMiddleware<SignedInEnv>((c, next) => {
    const user = { id: 'u', name: 'Ana', email: null, role: 'viewer', hasPassphrase: false } as const
    c.set('signedIn', { user, session: 's', expiresAt: 0 })
    return next()
  })
  const seen = new Hono<SignedInEnv>()
    .onError(answerError(() => 'bug_1'))
    .use(signedIn)
    .route('/moved', movedRoutes(w))
  const answer = JSON.parse(await (await seen.request('/moved?since=2025-11-20')).text())
  expect(answer.since).toBe('2025-11-20T00:00:00Z')
  expect(answer.scores.moves.find(({ id }: { id: string }) => id === 'L1')).toMatchObject({
    name: 'A. B.',
    cause: 'demo request signal',
    before: { icpScore: 0 },
    after: { icpScore: 100 },
  })
  expect((await seen.request('/moved?since=soon')).status).toBe(400)
})

test('Segment’s own client is understood as it is', async () => {
  const client = new Analytics({
    writeKey: keys.people,
    host: 'http://muster.example',
    flushAt: 3,
    maxRetries: 0,
    httpClient: async (url, init) => app.request(url, { ...init, signal: null }),
  })
  const failed: unknown[] = []
  client.on('error', (error) => void failed.push(error))
  client.identify({ userId: 'L90', traits: { email: 'kim@gamma.example', title: 'Head of Data' } })
  client.group({ userId: 'L90', groupId: 'B3', traits: { employees: 44 } })
  client.track({ userId: 'L90', event: 'Trial Started', properties: { topic: 'Team plan' } })
  await client.closeAndFlush()
  await arrivals.settled()
  expect(failed).toEqual([])
  expect(
    rows(`SELECT p.title, c.external_id, c.employees, s.type, s.topic FROM people p JOIN companies c ON c.id = p.company_id
      JOIN signals s ON s.person_id = p.id WHERE p.external_id = 'L90'`),
  ).toEqual([['Head of Data', 'B3', 44, 'trial_start', 'Team plan']])
})
