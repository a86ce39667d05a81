import { type AuthInfo, McpServer } from '@modelcontextprotocol/server'
import { beforeEach, expect, test } from 'vitest'
import { countingIds } from '#kernel/ids.ts'
import { initialize } from '../raw.fixture.ts'
import { createSessions } from './sessions.ts'

const HOUR = 60 * 60_000

let now: number
let sessions: ReturnType<typeof createSessions>
beforeEach(() => {
  now = 0
  sessions = createSessions({
    make: () => new McpServer({ name: 'test', version: '1' }, { capabilities: { tools: {} } }),
    ids: countingIds(),
    now: () => now,
  })
})

const of = (token: string): AuthInfo => ({ token, clientId: token, scopes: [] })
const request = (method: string, session?: string, signal?: AbortSignal) =>
  new Request('http://localhost/mcp', {
    method,
    ...(signal && { signal }),
    headers: {
      'content-type': 'application/json',
      accept: method === 'GET' ? 'text/event-stream' : 'application/json, text/event-stream',
      ...(session !== undefined && { 'mcp-session-id': session }),
    },
    ...(method === 'POST' && { body: '{}' }),
  })

async function begin(token: string): Promise<string> {
  const response = await sessions.serve(request('POST'), initialize(), of(token))
  await response.text()
  return response.headers.get('mcp-session-id') ?? ''
}

/** The status of a request in a session. */
async function ping(token: string, session: string): Promise<number> {
  const body = { jsonrpc: '2.0', id: 2, method: 'ping' }
  const response = await sessions.serve(request('POST', session), body, of(token))
  await response.body?.cancel()
  return response.status
}

test('a session lasts for an hour after its last request, and is gone then, swept or not', async () => {
  const session = await begin('a')
  now += HOUR
  expect(await ping('a', session)).toBe(200)
  now += HOUR + 1
  expect(await ping('a', session)).toBe(404)
  expect(sessions.count()).toBe(1)
  await sessions.sweep(() => true)
  expect(sessions.count()).toBe(0)
})

test('one whose client listens lasts for a day, and for an hour once the client is gone', async () => {
  const listening = await begin('a')
  const leaving = new AbortController()
  const stream = await sessions.serve(request('GET', listening, leaving.signal), undefined, of('a'))
  expect(stream.status).toBe(200)
  now += 23 * HOUR
  await sessions.sweep(() => true)
  expect(sessions.count()).toBe(1)
  leaving.abort()
  await sessions.sweep(() => true)
  expect(sessions.count()).toBe(0)
})

test('a token has a hundred: the next one ends that which was used longest ago, and nobody else’s', async () => {
  const other = await begin('b')
  const own: string[] = []
  for (let i = 0; i < 100; i++) {
    now++
    own.push(await begin('a'))
  }
  const [first = '', second = ''] = own
  now++
  expect(await ping('a', first)).toBe(200)
  await begin('a')
  expect(await ping('a', first)).toBe(200)
  expect(await ping('a', second)).toBe(404)
  expect(await ping('b', other)).toBe(200)
  expect(sessions.count()).toBe(101)
})

test('those of a token that is not in force any more are ended', async () => {
  await begin('a')
  const kept = await begin('b')
  await sessions.sweep((token) => token === 'b')
  expect(sessions.count()).toBe(1)
  expect(await ping('b', kept)).toBe(200)
  await sessions.close()
  expect(sessions.count()).toBe(0)
})

test('what begins with anything but initialize leaves no session behind', async () => {
  const response = await sessions.serve(request('POST'), { jsonrpc: '2.0', id: 1, method: 'ping' }, of('a'))
  expect(response.status).toBe(400)
  expect(sessions.count()).toBe(0)
})
