import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openApp } from '#app'
import { ERAS } from './client.fixture.ts'
import { CANADIANS, makeCompany } from './company.fixture.ts'
import { askFor, draftSegment, lookAgain } from './dialogue.fixture.ts'
import { confirmOnPage } from './page.fixture.ts'
import { initialize } from './raw.fixture.ts'
import { rawMcp, spawnMcp } from './stdio.fixture.ts'

let company: Awaited<ReturnType<typeof makeCompany>>
beforeAll(async () => {
  company = await makeCompany()
}, 180_000)
afterAll(() => company?.clean())

/** A browser that only writes down which pages it was asked to open. */
function notingBrowser(folder: string, name: string) {
  const script = join(folder, `${name}.cjs`)
  const seen = join(folder, `${name}.pages`)
  writeFileSync(script, `require('node:fs').appendFileSync(${JSON.stringify(seen)}, process.argv[2] + '\\n')`)
  return {
    BROWSER: `${process.execPath} ${script} %s`,
    async opened() {
      const pages = () => (existsSync(seen) ? readFileSync(seen, 'utf8').split('\n') : [])
      await expect.poll(() => pages().length).toBeGreaterThan(1)
      return pages()[0] ?? ''
    },
  }
}

describe.each(ERAS)('a %s client with `muster mcp` as its child', (era) => {
  test('finds data, counts, drafts, and its human confirms on the page that Muster opened', async () => {
    const { BROWSER, opened } = notingBrowser(company.folder, era)
    const client = await spawnMcp(era, { ...company.env, BROWSER })
    try {
      const name = `By page ${era}`
      const { count, answer, proposal, confirmation } = await askFor(client, name)
      expect(count).toBe(8)
      expect(confirmation).toMatchObject({ state: 'draft', opened: true })
      const page = new URL(confirmation.page ?? '')
      expect(page).toMatchObject({ hostname: '127.0.0.1', pathname: `/proposals/${proposal.id}`, search: '' })

      const link = await opened()
      expect(link).toContain(`${page.origin}/signin?code=`)
      const code = new URL(link).searchParams.get('code') ?? ''
      expect(code.length).toBeGreaterThan(20)
      expect(JSON.stringify(answer)).not.toContain(code)
      expect(await confirmOnPage(link, proposal.id)).toEqual({
        form: 200,
        to: page.pathname,
        confirmed: 200,
      })
      const { state, segment } = await lookAgain(client, proposal.id, name)
      expect(state).toBe('confirmed')
      expect(segment).toContain(`⟦${name}⟧`)
    } finally {
      await client.close()
    }
  }, 180_000)

  test('has its human asked by a form, where the operator lets that count', async () => {
    const client = await spawnMcp(
      era,
      { ...company.env, MUSTER_CONFIRM: 'elicitation' },
      {
        elicitation: { form: {} },
        human: () => ({ action: 'accept', content: { confirm: true } }),
      },
    )
    try {
      const name = `By form ${era}`
      const { answer, proposal, confirmation } = await askFor(client, name)
      expect(answer.text).toContain('The human confirmed.')
      expect(confirmation).toMatchObject({ state: 'confirmed', page: null })
      const { state, told, segment } = await lookAgain(client, proposal.id, name)
      expect(state).toBe('confirmed')
      expect(told).toContain('by ⟦Ada⟧')
      expect(segment).toContain(`⟦${name}⟧`)
    } finally {
      await client.close()
    }
  }, 180_000)
})

test('links point at a server that runs on the same database', async () => {
  const app = await openApp({ ...company.env, PORT: '0' })
  const server = await app.serve()
  const client = await spawnMcp('modern', company.env)
  try {
    const { confirmation, proposal } = await draftSegment(client)
    expect(confirmation.page).toBe(`${server.url}/proposals/${proposal.id}`)
  } finally {
    await client.close()
    await server.close()
    await app.close()
  }
}, 180_000)

const listTools = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' })
const answers = (id: number) => (line: string) => line.includes(`"id":${id}`)

test('nothing but the protocol is printed to stdout, whatever comes in, and it ends when its client goes away', async () => {
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
  mcp.send(JSON.stringify(initialize('2025-06-18')))
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
}, 180_000)
