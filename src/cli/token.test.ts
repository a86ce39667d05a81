import { afterAll, expect, test } from 'vitest'
import { openApp } from '#app'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
})
const ping = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'ping' })

test('a token is made for a user, listed without its secret, and revoked with the sessions that it opened', async () => {
  const none = await home.run(['token', 'add', 'Ada', '--name', 'Claude', '--role', 'editor'])
  expect(none).toMatchObject({ code: 1, out: '' })
  expect(none.err).toContain('There is no user “Ada”')
  await home.run(['users', 'add', 'ada@example.com', '--name', 'Ada', '--role', 'approver'])
  const bad = await home.run([
    'token',
    'add',
    'Ada',
    '--name',
    'Claude',
    '--role',
    'editor',
    '--days',
    'long',
  ])
  expect(bad).toMatchObject({ code: 1, out: '' })

  const made = await home.run(['token', 'add', 'Ada', '--name', 'Claude', '--role', 'editor'])
  expect(made.code).toBe(0)
  const key = made.out.trim()
  expect(key).toMatch(/^muster_mcp_\S{40,}$/)
  const id = /tok_\w+/.exec(made.err)?.[0] ?? ''
  const listed = await home.run(['token'])
  expect(listed.out).toMatch(new RegExp(`${id}.*Claude|Claude.*${id}`))
  expect(listed.out + listed.err).not.toContain(key)

  const app = await openApp(home.env)
  const served = await app.serve()
  try {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(new URL('/mcp', served.url), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
        body,
      })
    const begun = await post(initialize)
    await begun.text()
    const session = begun.headers.get('mcp-session-id') ?? ''
    const pinged = await post(ping, { 'mcp-session-id': session })
    expect(pinged.status).toBe(200)
    await pinged.text()

    expect((await home.run(['token', 'revoke', id])).code).toBe(0)
    const turnedAway = await post(ping, { 'mcp-session-id': session })
    expect(turnedAway.status).toBe(401)
    expect(turnedAway.headers.get('www-authenticate')).toContain('error="invalid_token"')
    const again = await home.run(['token', 'revoke', id])
    expect(again.err).toContain('is revoked already')
  } finally {
    await served.close()
    await app.close()
  }
  expect((await home.run(['token', '--json'])).out).not.toContain(key)
})
