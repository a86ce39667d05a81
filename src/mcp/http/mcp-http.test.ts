import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { query } from '#db/run.ts'
import { tools } from '#tools/index.ts'
import { ERAS } from '../client.fixture.ts'
import { CANADIANS, makeCompany } from '../company.fixture.ts'
import { previewOf } from '../dialogue.fixture.ts'
import { initialize } from '../raw.fixture.ts'
import { openHttp } from './http.fixture.ts'

/** Requests a minute of each token. */
const RATE = 40

let company: Awaited<ReturnType<typeof makeCompany>>
let http: Awaited<ReturnType<typeof openHttp>>
beforeAll(async () => {
  company = await makeCompany()
  http = await openHttp({ ...company.env, MUSTER_MCP_RATE: String(RATE) })
}, 180_000)
afterAll(async () => {
  await http?.close()
  company?.clean()
})

const drafted = z.object({
  proposal: z.object({ id: z.string(), createdBy: z.string() }),
  confirmation: z.object({ state: z.string(), page: z.string(), command: z.string(), opened: z.boolean() }),
})
const rejection = z.object({ error: z.object({ code: z.int(), message: z.string() }) })

const listTools = { jsonrpc: '2.0', id: 2, method: 'tools/list' }
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe.each(ERAS)('a %s client over HTTP', (era) => {
  test('counts and drafts for the user of its token, and is told where they confirm', async () => {
    const { key, keyId } = await http.token()
    const client = await http.connect(era, key)
    const preview_id = await previewOf(client, CANADIANS)
    const answer = await client.call('create_segment', { preview_id, name: `Over HTTP ${era}` })
    const { proposal, confirmation } = drafted.parse(answer.data)
    expect(confirmation).toEqual({
      state: 'draft',
      page: `${http.url.origin}/proposals/${proposal.id}`,
      command: `muster confirm ${proposal.id}`,
      opened: false,
    })
    expect(proposal.createdBy).toBe(`Ada, by MCP client ⟦${era} test⟧`)
    const row = http.app.services.reader.get(
      query.selectFrom('proposals').select('actor').where('id', '=', proposal.id),
    )
    expect(JSON.parse(row?.actor ?? '')).toMatchObject({ surface: 'mcp', session: keyId })
    await client.close()
  })

  test('lists and calls only what reads, with a viewer’s token', async () => {
    const { key } = await http.token('viewer')
    const client = await http.connect(era, key)
    const reading = tools.filter(({ effect }) => effect === 'read').map(({ name }) => name)
    expect((await client.tools()).map(({ name }) => name)).toEqual(reading)
    const answer = await client.call('create_segment', { preview_id: 'prev_1', name: 'X' })
    expect(answer).toMatchObject({ isError: true })
    expect(answer.text).toContain('Next: Ask the operator for a token of an editor')
    await client.close()
  })

  test('is turned away once its token is revoked', async () => {
    const { key, keyId } = await http.token()
    const client = await http.connect(era, key)
    await http.revoke(keyId)
    await expect(client.tools()).rejects.toThrow(/401|not valid/)
    await client.close()
  })
})

test('an address asks for toolsets, and for reading alone', async () => {
  const { key } = await http.token()
  for (const era of ERAS) {
    const client = await http.connect(era, key, { query: 'toolsets=audiences&read_only=true' })
    const names = (await client.tools()).map(({ name }) => name)
    expect(names).toContain('get_audience')
    expect(names).not.toContain('create_audience')
    expect(names).not.toContain('get_segment')
    await client.close()
  }
  await expect(http.connect('legacy', key, { query: 'toolsets=none' })).rejects.toThrow('There is no toolset')
})

test('without a token that is valid: 401, and what to show', async () => {
  const none = await http.send(listTools)
  expect(none.status).toBe(401)
  expect(none.headers.get('www-authenticate')).toBe('Bearer realm="muster"')
  const wrong = await http.send(listTools, bearer('muster_mcp_wrong'))
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="muster", error="invalid_token"')
  expect(rejection.parse(await wrong.json()).error.message).toContain('muster token add')
})

test('a page of another site is refused, whatever it does and shows', async () => {
  const { key } = await http.token()
  const foreign = { ...bearer(key), origin: 'https://evil.example' }
  for (const method of ['POST', 'GET', 'DELETE']) {
    expect((await http.send(initialize(), foreign, method)).status).toBe(403)
  }
})

describe('a session', () => {
  const begin = async () => {
    const { key } = await http.token()
    const response = await http.send(initialize(), bearer(key))
    await response.text()
    const session = response.headers.get('mcp-session-id') ?? ''
    return { key, session, headers: { ...bearer(key), 'mcp-session-id': session } }
  }

  test('lasts until it is ended', async () => {
    const { headers } = await begin()
    expect((await http.send(listTools, headers)).status).toBe(200)
    expect((await http.send('', headers, 'DELETE')).status).toBe(200)
    expect((await http.send(listTools, headers)).status).toBe(404)
  })

  test('is nobody else’s: forged ones and those of another token do not exist', async () => {
    const { session, key } = await begin()
    const other = await http.token()
    for (const headers of [
      { ...bearer(other.key), 'mcp-session-id': session },
      { ...bearer(key), 'mcp-session-id': `${session}x` },
    ]) {
      for (const method of ['POST', 'GET', 'DELETE']) {
        const response = await http.send(listTools, headers, method)
        expect(response.status).toBe(404)
        expect(rejection.parse(await response.json()).error.code).toBe(-32001)
      }
    }
    expect((await http.send(listTools, bearer(key))).status).toBe(400)
  })

  test('speaks a version that is known', async () => {
    const { headers } = await begin()
    const unknown = await http.send(listTools, { ...headers, 'mcp-protocol-version': '2024-01-01' })
    expect(unknown.status).toBe(400)
    expect(rejection.parse(await unknown.json()).error.message).toContain('Unsupported protocol version')
  })
})

test('a later version than any that is known is named with those that are', async () => {
  const { key } = await http.token()
  const headers = { ...bearer(key), 'mcp-protocol-version': '2099-01-01', 'mcp-method': 'tools/list' }
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2099-01-01',
    'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const response = await http.send({ ...listTools, params: { _meta: meta } }, headers)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('2026-07-28')
})

test.for([
  ['no JSON', '{"jsonrpc":', 400, -32700],
  ['nothing', '', 400, -32700],
  ['more than a megabyte', JSON.stringify({ ...listTools, params: { x: 'x'.repeat(1 << 20) } }), 413, -32000],
] as const)('is answered, whatever it sends: %s', async ([, body, status, code]) => {
  const { key } = await http.token()
  const response = await http.send(body, bearer(key))
  expect(response.status).toBe(status)
  expect(rejection.parse(await response.json()).error.code).toBe(code)
})

test('other types and methods are refused by their status', async () => {
  const { key } = await http.token()
  expect((await http.send('x', { ...bearer(key), 'content-type': 'text/plain' })).status).toBe(415)
  expect((await http.send('x', bearer(key), 'PUT')).status).toBe(405)
})

test('a token that asks too often waits, and others don’t', async () => {
  const { key } = await http.token()
  const asked = await Promise.all(Array.from({ length: RATE + 5 }, () => http.send(listTools, bearer(key))))
  const refused = asked.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  const { key: another } = await http.token()
  expect((await http.send(listTools, bearer(another))).status).toBe(400)
})
