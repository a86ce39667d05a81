import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { parseCriteria } from '#domain/criteria/parse.ts'
import { FRANCE } from '#chat/bench.fixture.ts'
import { createOfflineModel } from '#chat/offline-model.ts'
import type { User } from '#domain/users/schema.ts'
import { type Desk, openDesk } from './desk.fixture.ts'

const saveFrance = createOfflineModel(() => ({
  kind: 'criteria',
  intent: 'create',
  name: 'France',
  criteria: parseCriteria(FRANCE),
  assumptions: [],
  receipt: [],
}))

const MUSTER = 'http://localhost'
const SHOP = 'https://shop.example'
const OTHER = 'https://other.example'
const EVIL = 'https://evil.example'
const operator = { userId: null, name: 'operator', surface: 'terminal', session: null } as const

let desk: Desk
beforeAll(() => {
  desk = openDesk(saveFrance, { widgetOrigins: [SHOP, OTHER] })
})
afterAll(() => desk.close())

const makeKey = async (role: 'viewer' | 'editor' = 'editor') =>
  desk.writer.call('createWidgetKey', { name: 'Shop', role, origins: [SHOP], actor: operator })
let people = 0
async function makeUser(role: User['role']): Promise<string> {
  const email = `Ana${++people}@shop.example`
  await desk.writer.call('addUser', { name: 'Ana', email, role, actor: operator })
  return email
}
const mint = (key: string, body: unknown, headers = {}) =>
  desk.app.request(`${MUSTER}/v1/widget-tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
async function tokenFor(role: User['role'], keyRole?: 'viewer' | 'editor'): Promise<string> {
  const email = await makeUser(role)
  const { key } = await makeKey(keyRole)
  return tokenIn(await mint(key, { email }))
}
const tokenIn = async (response: Response): Promise<string> =>
  z.object({ token: z.string() }).parse(await response.json()).token
const drafted = () => desk.services.proposals.list()
/** As a browser sends it from a page of `origin`. */
const ask = (path: string, token: string, { method = 'GET', origin = SHOP, body = {} } = {}) =>
  desk.app.request(`${MUSTER}${path}`, {
    method,
    headers: {
      origin,
      'sec-fetch-site': 'cross-site',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
const preflight = (path: string, method: string, origin: string) =>
  desk.app.request(`${MUSTER}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  })

describe('a server that holds a key', () => {
  test('gets a token for ten minutes for a user by their e-mail, with the role that is left to them', async () => {
    const email = await makeUser('approver')
    const { key } = await makeKey()
    const response = await mint(key, { email: ` ${email.toUpperCase()}` })
    expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store'])
    expect(await response.json()).toEqual({
      token: expect.stringMatching(/^muster_wt_[\w-]{43}$/),
      expiresAt: '2025-11-20T12:10:00Z',
      user: { name: 'Ana', role: 'editor' },
      origins: [SHOP],
    })
  })

  test.for([
    ['somebody unknown', { email: 'bo@shop.example' }, 404],
    ['no e-mail', {}, 400],
    ['something else', { email: ['ana@shop.example'] }, 400],
  ] as const)('gets none for %s', async ([, body, status]) => {
    const { key } = await makeKey()
    expect((await mint(key, body)).status).toBe(status)
  })

  test('gets none by a wrong or revoked key, and what it got before is over', async () => {
    const email = await makeUser('editor')
    const { key, keyId } = await makeKey()
    expect((await mint(`${key}x`, { email })).status).toBe(401)
    expect((await mint('', { email })).status).toBe(401)
    const token = await tokenIn(await mint(key, { email }))
    expect((await ask('/api/workspace', token)).status).toBe(200)
    await desk.writer.call('revokeWidgetKey', { keyId, actor: operator })
    expect((await ask('/api/workspace', token)).status).toBe(401)
    expect((await mint(key, { email })).status).toBe(401)
  })

  test('is no page: no browser may ask for a token', async () => {
    const email = await makeUser('editor')
    const { key } = await makeKey()
    expect((await mint(key, { email }, { origin: SHOP })).status).toBe(403)
    const asked = await preflight('/v1/widget-tokens', 'POST', SHOP)
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a token', () => {
  test('talks, looks and drafts', async () => {
    const token = await tokenFor('editor')
    const said = await ask('/api/chat', token, {
      method: 'POST',
      body: { threadId: 't1', id: 'm1', text: 'people in France' },
    })
    expect(await said.text()).toContain('data-proposal')
    const [proposal] = drafted()
    expect(proposal?.state).toBe('draft')
    expect((await ask(`/api/proposals/${proposal?.id}`, token)).status).toBe(200)
    expect((await ask('/api/threads/t1', token)).status).toBe(200)
    expect((await ask('/api/workspace', token)).status).toBe(200)
  })

  test.for([
    ['viewer', 'editor'],
    ['approver', 'viewer'],
  ] as const)('of %s by a key for %s drafts nothing', async ([role, keyRole]) => {
    const token = await tokenFor(role, keyRole)
    const before = drafted().length
    const said = await ask('/api/chat', token, {
      method: 'POST',
      body: { id: 'm1', text: 'people in France' },
    })
    expect(await said.text()).not.toContain('data-proposal')
    expect(drafted()).toHaveLength(before)
  })

  test.for([
    ['POST', 'confirm'],
    ['POST', 'reject'],
  ] as const)('never decides: %s %s', async ([method, what]) => {
    const token = await tokenFor('approver')
    await (
      await ask('/api/chat', token, { method: 'POST', body: { id: 'm1', text: 'people in France' } })
    ).text()
    const [proposal] = drafted()
    const path = `/api/proposals/${proposal?.id}/${what}`
    const refused = await ask(path, token, { method, body: { contentHash: proposal?.contentHash } })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    // Nor from a program, which can name any origin, or none.
    const direct = await desk.app.request(`${MUSTER}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ contentHash: proposal?.contentHash }),
    })
    expect(direct.status).toBe(403)
    expect(desk.services.proposals.get(proposal?.id ?? '').state).toBe('draft')
  })

  test.for([
    '/api/session',
    '/api/threads',
    '/api/segments',
    '/api/customers',
    '/api/proposals',
    '/api/exports',
    '/api/exports/exp_1/file',
    '/api/workspace/../exports',
  ])('reads nothing that the widget does not show: %s', async (path) => {
    const token = await tokenFor('approver')
    const refused = await ask(path, token)
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  test('is for pages of its key’s origins alone', async () => {
    const token = await tokenFor('editor')
    for (const origin of [OTHER, EVIL, 'null', MUSTER]) {
      expect((await ask('/api/workspace', token, { origin })).status).toBe(403)
    }
    const none = await desk.app.request(`${MUSTER}/api/workspace`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(none.status).toBe(403)
  })

  test('ends after ten minutes, and a wrong one never began', async () => {
    const token = await tokenFor('editor')
    expect((await ask('/api/workspace', `${token}x`)).status).toBe(401)
    const { now } = desk.services.clock
    const after = (seconds: number) => vi.spyOn(desk.services.clock, 'now').mockReturnValue(now() + seconds)
    after(599)
    expect((await ask('/api/workspace', token)).status).toBe(200)
    vi.restoreAllMocks()
    after(600)
    const over = await ask('/api/workspace', token)
    vi.restoreAllMocks()
    expect([over.status, over.headers.get('access-control-allow-origin')]).toEqual([401, SHOP])
  })

  test('speaks for its user, whatever cookie came along', async () => {
    const token = await tokenFor('editor')
    const cookie = await desk.signIn('approver')
    const response = await desk.app.request(`${MUSTER}/api/session`, {
      headers: { cookie, origin: SHOP, authorization: `Bearer ${token}` },
    })
    expect(response.status).toBe(403)
  })

  test('of one person is one of twenty: the oldest ends first', async () => {
    const email = await makeUser('editor')
    const { key } = await makeKey()
    const first = await tokenIn(await mint(key, { email }))
    const second = await tokenIn(await mint(key, { email }))
    for (let i = 0; i < 19; i++) await mint(key, { email })
    expect((await ask('/api/workspace', first)).status).toBe(401)
    expect((await ask('/api/workspace', second)).status).toBe(200)
  })
})

describe('pages of other origins', () => {
  test.for([
    ['POST', '/api/chat'],
    ['GET', '/api/workspace'],
    ['GET', '/api/threads/t1'],
    ['GET', '/api/proposals/prop_1'],
  ] as const)('%s %s is open to those on the list, by name and without cookies', async ([method, path]) => {
    const asked = await preflight(path, method, SHOP)
    expect(asked.status).toBe(204)
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': method,
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '7200',
      vary: 'Origin',
    })
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    expect((await preflight(path, method, EVIL)).headers.get('access-control-allow-origin')).toBeNull()
    expect((await preflight(path, 'DELETE', SHOP)).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('read nothing by a cookie, and change nothing without a token', async () => {
    const cookie = await desk.signIn('approver')
    const headers = {
      cookie,
      origin: SHOP,
      'sec-fetch-site': 'same-site',
      'content-type': 'application/json',
    }
    const segments = await desk.app.request(`${MUSTER}/api/segments`, { headers })
    expect(segments.headers.get('access-control-allow-origin')).toBeNull()
    const said = await desk.app.request(`${MUSTER}/api/chat`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: 'm1', text: 'hello' }),
    })
    expect(said.status).toBe(403)
    const signin = await desk.app.request(`${MUSTER}/signin`, {
      method: 'POST',
      headers: { ...headers, authorization: 'Bearer x' },
    })
    expect(signin.status).toBe(403)
  })

  test('get the files of the widget when they are on the list', async () => {
    const file = (origin: string) =>
      desk.app.request(`${MUSTER}/assets/main-1a2b.js`, { headers: { origin } })
    const allowed = await file(SHOP)
    expect(allowed.headers.get('access-control-allow-origin')).toBe(SHOP)
    expect(allowed.headers.get('vary')).toBe('Accept-Encoding, Origin')
    const refused = await file(EVIL)
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    expect(refused.headers.get('vary')).toBe('Accept-Encoding, Origin')
  })

  test('include widget.js under its lasting name, which is asked for anew and rarely sent', async () => {
    const first = await desk.app.request(`${MUSTER}/widget.js`)
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'cache-control': 'no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': expect.stringContaining('javascript'),
    })
    const etag = first.headers.get('etag') ?? ''
    const again = await desk.app.request(`${MUSTER}/widget.js`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })
})
