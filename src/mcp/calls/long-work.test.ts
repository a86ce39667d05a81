import { setTimeout as sleep } from 'node:timers/promises'
import { Client as NewClient } from '@modelcontextprotocol/client'
import { LoggingMessageNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { LOG_LEVEL_META_KEY } from '@modelcontextprotocol/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { toMinute } from '#kernel/clock.ts'
import { defineTool } from '#tools/define.ts'
import { ERAS } from '../client.fixture.ts'
import { AMERICANS, CANADIANS } from '../company.fixture.ts'
import { previewOf } from '../dialogue.fixture.ts'
import { openServer } from '../server.fixture.ts'

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
}, 180_000)
afterAll(() => server?.close())

const nothing = z.object({})
const drafted = z.object({ proposal: z.object({ state: z.string() }) })

/** Reads in the real reader threads, in some 90 pieces of a fifth of a second each. */
const slow = defineTool({
  name: 'read_slowly',
  title: 'Read slowly',
  description: 'Reads for a long time',
  input: nothing,
  output: nothing,
  effect: 'read',
  async handler(_, { members, signal, clock }) {
    const query = {
      sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
        SELECT 1, 1 FROM n WHERE i = 1000000 AND ? <= ?`,
      parameters: [{ range: 'low' }, { range: 'high' }] as const,
      cut: { by: 'time', from: 0, to: 3_000_000_000_000 } as const,
    }
    await members.values(() => ({ query, sources: ['customers'] }), { asOf: toMinute(clock.now()), signal })
    return { content: 'Read', details: {} }
  },
})

/** Milliseconds of processor time that this process, with all of its threads, takes meanwhile. */
async function worked(meanwhile: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await meanwhile()
  return process.cpuUsage(before).user / 1000
}

describe.each(ERAS)('a %s client', (era) => {
  test('stops the reader threads when it cancels: they work on other things, and then not at all', async () => {
    const client = await server.connect(era, { more: [slow] })
    const cancelling = new AbortController()
    const begun = Promise.withResolvers<void>()
    let pieces = 0
    const before = process.cpuUsage()
    const call = client.call(
      'read_slowly',
      {},
      {
        signal: cancelling.signal,
        onprogress: () => {
          if (++pieces === 2) begun.resolve()
        },
      },
    )
    await begun.promise
    const soFar = process.cpuUsage(before).user / 1000
    cancelling.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    // The only thread ends the piece that it is at, and is there for others.
    const { data } = await client.call('validate_criteria', { criteria: CANADIANS })
    expect(data).toMatchObject({ preview: { count: 8 } })
    // Had it gone on, all of this time would be worked.
    expect(await worked(() => sleep(1000))).toBeLessThan(soFar / 4)
  }, 180_000)

  test('hears how far all that counts is, of one piece of work after the other', async () => {
    const client = await server.connect(era)
    const heard: { progress: number; total?: number | undefined }[] = []
    const onprogress = (progress: { progress: number; total?: number | undefined }) =>
      void heard.push(progress)
    const rows = era === 'modern' ? 1 : 0
    const criteria = { all: [AMERICANS, { type: 'orders', measure: 'count', op: '>=', value: rows }] }
    const preview_id = await previewOf(client, criteria, { onprogress })
    await client.call('get_figures', { preview_id, by: ['country'] }, { onprogress })
    await client.call(
      'create_audience',
      { name: `By ${era}`, from: [preview_id], channel: 'email' },
      { onprogress },
    )
    const calls = heard.reduce<number[][]>((all, { progress }) => {
      const last = all.at(-1)
      if (last === undefined || progress <= (last.at(-1) ?? 0)) all.push([progress])
      else last.push(progress)
      return all
    }, [])
    expect(calls.length).toBeGreaterThanOrEqual(2)
    expect(heard.filter(({ progress, total = 0 }) => progress > total)).toEqual([])
  }, 180_000)

  test('hears how far a file is that its human confirmed, and how many rows it holds', async () => {
    const client = await server.connect(era, {
      surfaces: new Set(['mcp']),
      elicitation: { form: {} },
      human: () => ({ action: 'accept', content: { confirm: true, count: 20 } }),
    })
    const preview_id = await previewOf(client, AMERICANS)
    const name = `Exported ${era}`
    await client.call('create_segment', { preview_id, name })
    const messages = new Set<string | undefined>()
    const { text, data: answered } = await client.call(
      'export_audience',
      { audience_id: name, format: 'standard_csv' },
      { onprogress: ({ message }) => messages.add(message) },
    )
    expect(drafted.parse(answered).proposal.state).toBe('confirmed')
    expect(text).toContain('Its file holds 20 rows.')
    expect([...messages]).toContain('Writing the file')
  }, 180_000)

  test('gets the log that it asked for, with nothing of what was asked or is in the data', async () => {
    const level = era === 'modern' ? { _meta: { [LOG_LEVEL_META_KEY]: 'debug' } } : {}
    const { client, ...connected } = await server.connect(era)
    const log: unknown[] = []
    const add = ({ params }: { params: unknown }) => void log.push(params)
    if (client instanceof NewClient) client.setNotificationHandler('notifications/message', add)
    else client.setNotificationHandler(LoggingMessageNotificationSchema, add)
    const call = (params: { name: string; arguments: Record<string, unknown> }, meta = {}) =>
      client instanceof NewClient
        ? client.callTool({ ...params, ...meta })
        : client.callTool({ ...params, ...meta })

    await call({ name: 'list_segments', arguments: {} })
    expect(log).toEqual([])
    if (!(client instanceof NewClient)) await client.setLoggingLevel('debug')
    await call({ name: 'find_values', arguments: { query: 'person1@example.com' } }, level)
    const preview_id = await previewOf(connected, CANADIANS)
    await call({ name: 'create_segment', arguments: { preview_id, name: 'For ada@example.com' } }, level)
    expect(log).toContainEqual({
      level: 'info',
      logger: 'muster',
      data: { event: 'proposal_drafted', tool: 'create_segment', proposal: expect.stringMatching(/^prop_/) },
    })
    expect(log).toContainEqual({
      level: 'debug',
      logger: 'muster',
      data: expect.objectContaining({ event: 'tool_called', tool: 'create_segment', outcome: 'answered' }),
    })
    expect(JSON.stringify(log)).not.toMatch(/example\.com|Canad/)
  }, 180_000)
})
