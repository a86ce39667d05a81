import { afterAll, expect, test } from 'vitest'
import { openHttp } from '#mcp/http/http.fixture.ts'
import { initialize } from '#mcp/raw.fixture.ts'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

const ping = { jsonrpc: '2.0', id: 2, method: 'ping' }

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

  const http = await openHttp(home.env)
  try {
    const authorization = `Bearer ${key}`
    const begun = await http.send(initialize(), { authorization })
    await begun.text()
    const session = { authorization, 'mcp-session-id': begun.headers.get('mcp-session-id') ?? '' }
    const pinged = await http.send(ping, session)
    expect(pinged.status).toBe(200)
    await pinged.text()

    expect((await home.run(['token', 'revoke', id])).code).toBe(0)
    const turnedAway = await http.send(ping, session)
    expect(turnedAway.status).toBe(401)
    expect(turnedAway.headers.get('www-authenticate')).toContain('error="invalid_token"')
    const again = await home.run(['token', 'revoke', id])
    expect(again.err).toContain('is revoked already')
  } finally {
    await http.close()
  }
  expect((await home.run(['token', '--json'])).out).not.toContain(key)
})
