import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '#app'
import { listUsers } from '#domain/users/read.ts'
import type { McpCaller } from '#http/deps.ts'
import { tools } from '#tools/index.ts'
import { makeCompany } from '../company.fixture.ts'
import { createMcpHttp } from './mcp-http.ts'
import { MOST_OPEN } from './open-requests.ts'

let company: Awaited<ReturnType<typeof makeCompany>>
let app: App
let mcp: ReturnType<typeof createMcpHttp>
beforeAll(async () => {
  company = await makeCompany({ empty: true })
  app = await openApp(company.env)
  const { services, decisions, exportJobs, report } = app
  const surfaces = new Set(['web'] as const)
  mcp = createMcpHttp({
    services,
    decisions,
    exportJobs,
    report,
    surfaces,
    version: '1',
    tools,
    perMinute: 1,
  })
})
afterAll(async () => {
  await mcp?.close()
  await app?.close()
  company?.clean()
})

function caller(tokenId: string): McpCaller {
  const [user] = listUsers(app.services.reader)
  if (user === undefined) throw new Error('Nobody is there')
  return { tokenId, user, role: 'editor', origin: 'http://localhost' }
}

const post = (body: string | ReadableStream) =>
  new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body,
    duplex: 'half',
  })
const ping = () => post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }))

test('a token whose requests hang is refused more of them until they end, and others are not', async () => {
  const bodies: ReadableStreamDefaultController<Uint8Array>[] = []
  const hanging = Array.from({ length: MOST_OPEN }, () =>
    mcp.serve(post(new ReadableStream({ start: (body) => void bodies.push(body) })), caller('a')),
  )
  const refused = await mcp.serve(ping(), caller('a'))
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({
    error: { message: `This token has ${MOST_OPEN} requests open. Let some of them end first.` },
  })
  // Outside of a session, and so far it came.
  expect((await mcp.serve(ping(), caller('b'))).status).toBe(400)

  for (const body of bodies) body.close()
  const answers = await Promise.all(hanging)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]))
  await Promise.all(answers.map((answer) => answer.text()))
  expect((await mcp.serve(ping(), caller('a'))).status).toBe(400)
})

test.for([
  ['brackets', `${'['.repeat(400_000)}${']'.repeat(400_000)}`],
  [
    'arguments',
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"validate_criteria","arguments":{"criteria":${'{"all":['.repeat(60_000)}1${']}'.repeat(60_000)}}}}`,
  ],
] as const)('nesting that would exhaust a parser is refused as any other: %s', async ([, body]) => {
  const answer = await mcp.serve(post(body), caller('a'))
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ jsonrpc: '2.0', error: { message: expect.any(String) } })
})
