import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openApp } from '#app'
import { ERAS } from './client.fixture.ts'
import { CANADIANS, makeCompany } from './company.fixture.ts'
import { rawMcp, spawnMcp } from './stdio.fixture.ts'

let company: Awaited<ReturnType<typeof makeCompany>>
beforeAll(async () => {
  company = await makeCompany()
}, 60_000)
afterAll(() => company?.clean())

const previewed = z.object({ preview: z.object({ id: z.string() }) })
const drafted = z.object({
  proposal: z.object({ id: z.string(), contentHash: z.string() }),
  confirmation: z.object({ state: z.string(), page: z.string(), opened: z.boolean() }),
})

/** A browser that only writes down which pages it was asked to open. */
function notingBrowser(folder: string, name: string) {
  const script = join(folder, `${name}.cjs`)
  const seen = join(folder, `${name}.pages`)
  writeFileSync(script, `require('node:fs').appendFileSync(${JSON.stringify(seen)}, process.argv[2] + '\\n')`)
  return {
    BROWSER: `${process.execPath} ${script} %s`,
    opened: () => vi.waitUntil(() => existsSync(seen) && readFileSync(seen, 'utf8').split('\n')[0], 10_000),
  }
}

/** Signs in with the link that the browser was opened with, as its human would, and confirms on the page. */
async function confirmInBrowser(link: string, { id, contentHash }: { id: string; contentHash: string }) {
  const page = new URL(link)
  const form = await fetch(page)
  expect(form.status).toBe(200)
  const signedIn = await fetch(new URL('/signin', page), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: page.origin },
    body: new URLSearchParams({
      code: page.searchParams.get('code') ?? '',
      next: page.searchParams.get('next') ?? '',
    }),
  })
  expect(signedIn.headers.get('location')).toBe(`/proposals/${id}`)
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const confirmed = await fetch(new URL(`/api/proposals/${id}/confirm`, page), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: page.origin, cookie },
    body: JSON.stringify({ contentHash }),
  })
  expect(confirmed.status).toBe(200)
}

describe.each(ERAS)('a %s client with `muster mcp` as its child', (era) => {
  test('goes from criteria to a segment that a human confirmed on the page', async () => {
    const { BROWSER, opened } = notingBrowser(company.folder, era)
    const client = await spawnMcp(era, { ...company.env, BROWSER })
    try {
      const { data } = await client.call('validate_criteria', { criteria: CANADIANS })
      const preview_id = previewed.parse(data).preview.id
      const answer = await client.call('create_segment', { preview_id, name: `Canadians ${era}` })
      const { proposal, confirmation } = drafted.parse(answer.data)
      expect(confirmation).toMatchObject({ state: 'draft', opened: true })
      const page = new URL(confirmation.page)
      expect(page).toMatchObject({ hostname: '127.0.0.1', pathname: `/proposals/${proposal.id}`, search: '' })

      const link = await opened()
      expect(link).toContain(`${page.origin}/signin?code=`)
      const code = new URL(link).searchParams.get('code') ?? ''
      expect(code.length).toBeGreaterThan(20)
      expect(JSON.stringify(answer)).not.toContain(code)
      await confirmInBrowser(link, proposal)

      const later = await client.call('get_proposal', { proposal_id: proposal.id })
      expect(drafted.parse(later.data).confirmation.state).toBe('confirmed')
      expect((await client.call('list_segments', { search: era })).text).toContain(`⟦Canadians ${era}⟧`)
    } finally {
      await client.close()
    }
  }, 60_000)
})

test('links point at a server that runs on the same database', async () => {
  const app = await openApp({ ...company.env, PORT: '0' })
  const server = await app.serve()
  const client = await spawnMcp('modern', company.env)
  try {
    const { data } = await client.call('validate_criteria', { criteria: CANADIANS })
    const { preview } = previewed.parse(data)
    const answer = await client.call('create_segment', { preview_id: preview.id, name: 'Beside' })
    const { confirmation, proposal } = drafted.parse(answer.data)
    expect(confirmation.page).toBe(`${server.url}/proposals/${proposal.id}`)
  } finally {
    await client.close()
    await server.close()
    await app.close()
  }
}, 60_000)

const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
})
const listTools = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' })
const answers = (id: number) => (line: string) => line.includes(`"id":${id}`)

test('nothing but the protocol is printed to stdout, whatever comes in', async () => {
  const mcp = rawMcp(company.env)
  const garbage = [
    '',
    'not json',
    '{"jsonrpc":',
    '[]',
    '42',
    '{"jsonrpc":"1.0","id":9}',
    '\u0000',
    '{"id":1}',
  ]
  for (const line of garbage) mcp.send(line)
  mcp.send(initialize)
  await mcp.until(answers(1))
  for (const line of garbage) mcp.send(line)
  mcp.send(JSON.stringify({ jsonrpc: '2.0', id: 3, method: 'no/such/method' }))
  mcp.send(JSON.stringify({ jsonrpc: '2.0', id: 4, method: 'tools/call', params: { arguments: 5 } }))
  mcp.send(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 5,
      method: 'tools/call',
      params: { name: 'validate_criteria', arguments: { criteria: CANADIANS } },
    }),
  )
  mcp.send(listTools)
  await Promise.all([2, 3, 4, 5].map((id) => mcp.until(answers(id))))
  expect(await mcp.leave()).toBe(0)
  const messages = mcp.lines.map((line): unknown => JSON.parse(line))
  expect(
    messages.filter((message) => !z.object({ jsonrpc: z.literal('2.0') }).safeParse(message).success),
  ).toEqual([])
  const codeOf = (id: number) =>
    messages
      .map((message) =>
        z.object({ id: z.literal(id), error: z.object({ code: z.int() }) }).safeParse(message),
      )
      .find(({ success }) => success)?.data?.error.code
  expect([codeOf(3), codeOf(4)]).toEqual([-32601, -32602])
}, 60_000)

test('it ends when its client goes away', async () => {
  const mcp = rawMcp(company.env)
  mcp.send(initialize)
  await mcp.until(answers(1))
  expect(await mcp.leave()).toBe(0)
}, 60_000)
