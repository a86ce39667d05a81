import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseCriteria } from '#domain/criteria/parse.ts'
import { query } from '#db/run.ts'
import { FRANCE } from '#chat/bench.fixture.ts'
import { createOfflineModel } from '#chat/offline-model.ts'
import type { SegmentList } from './api.ts'
import { type Desk, openDesk } from './desk.fixture.ts'

const saveFrance = createOfflineModel(() => ({
  kind: 'criteria',
  intent: 'create',
  name: 'France',
  criteria: parseCriteria(FRANCE),
  assumptions: [],
  receipt: [],
}))

let desk: Desk
beforeEach(() => {
  desk = openDesk(saveFrance)
})
afterEach(() => desk.close())

const ORIGIN = 'http://localhost'
const get = (path: string, cookie = '') => desk.app.request(`${ORIGIN}${path}`, { headers: { cookie } })
const send = (
  method: string,
  path: string,
  {
    cookie = '',
    body = {},
    headers = {},
  }: { cookie?: string; body?: unknown; headers?: Record<string, string> },
) =>
  desk.app.request(`${ORIGIN}${path}`, {
    method,
    headers: { cookie, origin: ORIGIN, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const say = async (cookie: string, body: unknown) => {
  const response = await send('POST', '/api/chat', { cookie, body })
  return { status: response.status, text: await response.text() }
}
/** A drafted proposal, as its card shows it. */
async function proposed(cookie: string) {
  await say(cookie, { threadId: 't1', id: 'm1', text: 'save people in France' })
  const [proposal] = desk.services.proposals.list()
  if (proposal === undefined) throw new Error('nothing was proposed')
  return proposal
}

describe('who gets in', () => {
  test.for([
    ['GET', '/api/session'],
    ['GET', '/api/workspace'],
    ['GET', '/api/exports'],
    ['GET', '/api/exports/exp_1/file'],
    ['GET', '/api/threads'],
    ['GET', '/api/threads/t1'],
    ['PATCH', '/api/threads/t1'],
    ['DELETE', '/api/threads/t1'],
    ['POST', '/api/chat'],
    ['GET', '/api/chat/t1/stream'],
    ['POST', '/api/chat/t1/stop'],
    ['GET', '/api/segments'],
    ['GET', '/api/segments/x'],
    ['GET', '/api/audiences'],
    ['GET', '/api/audiences/x'],
    ['GET', '/api/proposals'],
    ['GET', '/api/proposals/x'],
    ['POST', '/api/proposals/x/confirm'],
    ['POST', '/api/proposals/x/reject'],
    ['POST', '/api/signout'],
    ['GET', '/api/anything'],
  ] as const)('%s %s needs a session', async ([method, path]) => {
    for (const cookie of ['', 'muster_session=forged']) {
      const response = method === 'GET' ? await get(path, cookie) : await send(method, path, { cookie })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ code: 'signed_out', next: expect.any(String) })
    }
  })

  test('health, the sign-in page and the web app need none', async () => {
    for (const path of ['/healthz', '/readyz', '/', '/proposals/prop_1', '/assets/main-1a2b.js']) {
      expect((await get(path)).status).toBe(200)
    }
  })

  test('a link signs in by a click, once, and opening it spends nothing', async () => {
    const { code } = await desk.writer.call('createSigninCode', { userId: null })
    const opened = await get(`/signin?code=${code}`)
    expect(await opened.text()).toContain('Your name, for the log')
    await get(`/signin?code=${code}`)
    const click = () =>
      desk.app.request(`${ORIGIN}/signin`, {
        method: 'POST',
        headers: { origin: ORIGIN },
        body: new URLSearchParams({ code, name: 'Ada' }),
      })
    const signedIn = await click()
    expect(signedIn.status).toBe(303)
    const cookie = signedIn.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^muster_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/)
    const session = await get('/api/session', cookie.split(';')[0])
    expect(await session.json()).toMatchObject({ user: { name: 'Ada', role: 'approver' } })
    expect((await click()).status).toBe(400)
  })

  test.for([
    ['/proposals/prop_1', '/proposals/prop_1'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ] as const)('a link leads to a page of ours and to no other: %s', async ([next, page]) => {
    const { code } = await desk.writer.call('createSigninCode', { userId: null })
    const link = `/signin?${new URLSearchParams({ code, next }).toString()}`
    expect(await (await get(link)).text()).toContain(`name="next" value="${page}"`)
    const signedIn = await desk.app.request(`${ORIGIN}/signin`, {
      method: 'POST',
      headers: { origin: ORIGIN },
      body: new URLSearchParams({ code, next, name: 'Ada' }),
    })
    expect(signedIn.headers.get('location')).toBe(page)
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0]
    expect((await get(link, cookie)).headers.get('location')).toBe(page)
  })

  test('signing out ends the session on the server', async () => {
    const cookie = await desk.signIn('viewer')
    expect((await send('POST', '/api/signout', { cookie })).status).toBe(204)
    expect((await get('/api/session', cookie)).status).toBe(401)
  })

  test('a hostile code is not written into the page', async () => {
    const response = await get('/signin?code=%22%3E%3Cscript%3E')
    expect(await response.text()).not.toContain('<script>')
  })
})

describe('other sites', () => {
  test('can’t change anything', async () => {
    const cookie = await desk.signIn('approver')
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:1234' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign) {
      expect((await send('POST', '/api/signout', { cookie, headers })).status).toBe(403)
    }
    expect((await get('/api/session', cookie)).status).toBe(200)
  })

  test('can’t send forms', async () => {
    const cookie = await desk.signIn('approver')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const response = await send('POST', '/api/signout', { cookie, headers: { 'content-type': type } })
      expect(response.status).toBe(415)
    }
  })

  test('may send messages of their own under a key, as plain text too, and nothing else under /v1', async () => {
    const pages = { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' }
    const beacon = (type: string) =>
      send('POST', '/v1/track', { headers: { ...pages, 'content-type': type } })
    // Only the key is missing.
    for (const type of ['text/plain;charset=UTF-8', 'application/json']) {
      const refused = await beacon(type)
      expect(refused.status).toBe(401)
      expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    }
    expect((await beacon('application/x-www-form-urlencoded')).status).toBe(415)
    const asked = await send('OPTIONS', '/v1/batch', {
      headers: { ...pages, 'access-control-request-method': 'POST' },
    })
    expect({ status: asked.status, may: asked.headers.get('access-control-allow-headers') }).toEqual({
      status: 204,
      may: 'authorization,content-type',
    })
    expect((await send('POST', '/v1/widget-tokens', { headers: pages })).status).toBe(403)
    const plain = await send('POST', '/v1/widget-tokens', { headers: { 'content-type': 'text/plain' } })
    expect(plain.status).toBe(415)
  })

  test.for(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4747'])(
    'a name that was bent to this machine (%s) gets nothing',
    async (host) => {
      const cookie = await desk.signIn('approver')
      const response = await desk.app.request(`${ORIGIN}/api/session`, { headers: { cookie, host } })
      expect(response.status).toBe(421)
    },
  )

  test('our own names are fine, with any port', async () => {
    for (const host of ['localhost:4747', '127.0.0.1:1', '[::1]:4747', 'LOCALHOST']) {
      expect((await desk.app.request(`${ORIGIN}/healthz`, { headers: { host } })).status).toBe(200)
    }
  })

  test('pages run nothing but our files and can’t be framed', async () => {
    const { headers } = await get('/')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })
})

describe('behind a proxy with HTTPS', () => {
  test('its name is ours, and the cookie is bound to it', async () => {
    const behind = openDesk(saveFrance, { publicUrl: 'https://muster.example' })
    const { code } = await behind.writer.call('createSigninCode', { userId: null })
    const response = await behind.app.request('http://muster.example/signin', {
      method: 'POST',
      headers: { origin: 'https://muster.example' },
      body: new URLSearchParams({ code }),
    })
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-muster_session=.*Secure/)
    await behind.close()
  })
})

describe('caches', () => {
  test('keep built files for ever, pages and answers never', async () => {
    const cookie = await desk.signIn('viewer')
    expect((await get('/assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/assets/gone-3c4d.js')).status).toBe(404)
    expect((await get('/deep/page')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/api/session', cookie)).headers.get('cache-control')).toBe('no-store')
  })

  test('no path leads out of the web app’s folder', async () => {
    const response = await get('/..%2f..%2f..%2fetc%2fpasswd')
    expect(await response.text()).not.toContain('root:')
  })
})

describe('what does not fit', () => {
  test('is answered with the place and the way out', async () => {
    const cookie = await desk.signIn('editor')
    const bodies = [
      {},
      [],
      { id: 'm1' },
      { id: 'm 1', text: 'x' },
      { id: 'm1', text: '' },
      { id: 'm1', text: 7 },
    ]
    for (const body of bodies) {
      const response = await send('POST', '/api/chat', { cookie, body })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ code: 'input', next: expect.any(String) })
    }
    const broken = await desk.app.request(`${ORIGIN}/api/chat`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{',
    })
    expect(broken.status).toBe(400)
    expect((await get('/api/threads/none', cookie)).status).toBe(404)
    expect((await get('/api/proposals?state=maybe', cookie)).status).toBe(400)
    expect((await get('/api/nothing', cookie)).status).toBe(404)
  })

  test('too much is not read', async () => {
    const cookie = await desk.signIn('editor')
    const text = 'x'.repeat(100_000)
    expect((await send('PATCH', '/api/threads/t1', { cookie, body: { title: text } })).status).toBe(413)
    expect((await send('POST', '/api/chat', { cookie, body: { id: 'm1', text } })).status).toBe(400)
  })

  test('a bug is answered with an id, and its cause stays in the log', async () => {
    const broken = openDesk(saveFrance, {
      decisions: {
        confirm: () => Promise.reject(new Error('sk-very-secret leaked')),
        reject: () => Promise.reject(new Error('no')),
      },
    })
    const cookie = await broken.signIn('approver')
    const response = await broken.app.request(`${ORIGIN}/api/proposals/x/confirm`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ contentHash: 'x' }),
    })
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(body).toContain('"code":"bug"')
    expect(body).not.toContain('leaked')
    expect(broken.log.join()).toContain('… leaked')
    await broken.close()
  })
})

describe('deciding', () => {
  test('an approver’s click makes the change, exactly once', async () => {
    const cookie = await desk.signIn('approver')
    const { id, contentHash } = await proposed(cookie)
    const confirm = () => send('POST', `/api/proposals/${id}/confirm`, { cookie, body: { contentHash } })
    const [one, two] = await Promise.all([confirm(), confirm()])
    expect(new Set([one.status, two.status])).toEqual(new Set([200, 409]))
    expect(await (await get(`/api/proposals/${id}`, cookie)).json()).toMatchObject({
      state: 'confirmed',
      decidedBy: 'An approver',
    })
    expect(desk.services.segments.get('France').criteria).toEqual(FRANCE)
  })

  test('another hash than the one shown confirms nothing', async () => {
    const cookie = await desk.signIn('approver')
    const { id } = await proposed(cookie)
    const response = await send('POST', `/api/proposals/${id}/confirm`, {
      cookie,
      body: { contentHash: 'other' },
    })
    expect(response.status).toBe(409)
    expect(desk.services.segments.find('France')).toBeUndefined()
  })

  test('editors draft and reject, viewers do neither', async () => {
    const editor = await desk.signIn('editor')
    const { id, contentHash } = await proposed(editor)
    const viewer = await desk.signIn('viewer')
    for (const cookie of [editor, viewer]) {
      const response = await send('POST', `/api/proposals/${id}/confirm`, { cookie, body: { contentHash } })
      expect(response.status).toBe(403)
    }
    expect((await send('POST', `/api/proposals/${id}/reject`, { cookie: viewer })).status).toBe(403)
    const { text } = await say(viewer, { id: 'v1', text: 'save people in France' })
    expect(text).toContain('not draft changes')
    expect(desk.services.proposals.list()).toHaveLength(1)
    const rejected = await send('POST', `/api/proposals/${id}/reject`, {
      cookie: editor,
      body: { reason: 'no' },
    })
    expect(await rejected.json()).toMatchObject({ state: 'rejected' })
  })

  test('an anonymous confirm leaves no trace', async () => {
    const { id, contentHash } = await proposed(await desk.signIn('approver'))
    await send('POST', `/api/proposals/${id}/confirm`, { body: { contentHash } })
    expect(desk.services.proposals.get(id).state).toBe('draft')
    const log = desk.services.reader.all(query.selectFrom('log').select('action'))
    expect(log.map(({ action }) => action)).not.toContain('proposal_confirmed')
  })
})

describe('reading', () => {
  test('the workspace, with who answers', async () => {
    const cookie = await desk.signIn('viewer')
    expect(await (await get('/api/workspace', cookie)).json()).toMatchObject({
      name: 'Roastery',
      zone: 'Europe/Paris',
      currency: { code: 'EUR', exponent: 2 },
      now: '2025-11-20T12:00:00Z',
      model: { id: 'test' },
      confirmHere: true,
    })
  })

  test('segments with their words, and one with its versions', async () => {
    await desk.writer.call('ensureDefaultSegments', null)
    const cookie = await desk.signIn('viewer')
    const listed = await get('/api/segments?search=champ', cookie)
    const { segments }: SegmentList = JSON.parse(await listed.text())
    expect(segments).toMatchObject([{ name: 'Champions', words: expect.any(String) }])
    const one = await get(`/api/segments/${segments[0]?.id}`, cookie)
    expect(await one.json()).toMatchObject({ name: 'Champions', versions: expect.any(Array) })
  })

  test('a segment can be looked at by name, counted anew, and is a typed error where it is asked for wrongly', async () => {
    await desk.writer.call('ensureDefaultSegments', null)
    const cookie = await desk.signIn('editor')
    const json = async (path: string) => (await get(`/api/segments${path}`, cookie)).json()
    expect(await json('/at%20risk/figures')).toEqual({ figures: null })
    expect(await json('/at%20risk/history')).toEqual({ counts: [] })
    expect(await json('/at%20risk/refresh')).toEqual({ job: null })
    const started = await send('POST', '/api/segments/seg_rfm_lost/refresh', { cookie, body: {} })
    expect(await started.json()).toMatchObject({ job: { segmentId: 'seg_rfm_lost', before: null } })
    expect(await json('/nobody')).toMatchObject({ code: 'not_found' })
    expect(await json('?sort=size')).toMatchObject({ code: 'input', path: ['sort'] })
    expect(await json('?page=9')).toMatchObject({ code: 'input', path: ['page'] })
    expect(await json('/lost/as-of?date=soon')).toMatchObject({ code: 'input', path: ['date'] })
    const viewer = await desk.signIn('viewer')
    expect(
      (await send('POST', '/api/segments/seg_rfm_lost/refresh', { cookie: viewer, body: {} })).status,
    ).toBe(403)
  })

  test('a click drafts a change, which only its confirmation makes', async () => {
    await desk.writer.call('ensureDefaultSegments', null)
    const change = { kind: 'clone_segment', segmentId: 'seg_rfm_lost', name: 'My lost ones' }
    const cookie = await desk.signIn('editor')
    const drafted = await send('POST', '/api/proposals', { cookie, body: { change } })
    expect(drafted.status).toBe(201)
    expect(await drafted.json()).toMatchObject({ state: 'draft', kind: 'clone_segment', count: 1234 })
    expect(desk.services.segments.find('My lost ones')).toBeUndefined()
    const wrong = await send('POST', '/api/proposals', { cookie, body: { change: { kind: 'send_all' } } })
    expect(await wrong.json()).toMatchObject({ code: 'input' })
    expect(
      (await send('POST', '/api/proposals', { cookie: await desk.signIn('viewer'), body: { change } }))
        .status,
    ).toBe(403)
  })
})
