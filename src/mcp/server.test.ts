import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTool } from '#tools/define.ts'
import { tools } from '#tools/index.ts'
import { ERAS } from './client.fixture.ts'
import { CANADIANS } from './company.fixture.ts'
import { openServer } from './server.fixture.ts'

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
}, 180_000)
afterAll(() => server?.close())

const nothing = z.object({})

describe.each(ERAS)('a %s client', (era) => {
  test('lists the tools that there are: those that read say so, no other claims to', async () => {
    const client = await server.connect(era)
    const listed = await client.tools()
    expect(listed.map(({ name, title }) => [name, title])).toEqual(
      tools.map(({ name, title }) => [name, title]),
    )
    for (const tool of tools) {
      expect(listed.find(({ name }) => name === tool.name)).toMatchObject({
        description: tool.description,
        inputSchema: tool.inputSchema,
        annotations:
          tool.effect === 'read'
            ? { readOnlyHint: true, openWorldHint: false }
            : { destructiveHint: false, openWorldHint: false },
      })
    }
    expect(listed.filter(({ outputSchema }) => outputSchema?.type !== 'object')).toEqual([])
  })

  test('counts, and hears what every tool says as text and as data', async () => {
    const client = await server.connect(era)
    const { text, data, isError } = await client.call('validate_criteria', { criteria: CANADIANS })
    expect(isError).toBe(false)
    expect(text).toContain('8 customers of 40')
    expect(data).toMatchObject({ preview: { count: 8, total: 40 } })
    expect(JSON.stringify(data)).not.toMatch(/person\d+@/)
  })

  test('is told what to mend: where, what there is to choose from, and what to do', async () => {
    const client = await server.connect(era)
    const bad = { all: [{ type: 'attribute', field: 'country', op: 'equals', value: 'CA' }, { any: [] }] }
    const { text, isError } = await client.call('validate_criteria', { criteria: bad })
    expect(isError).toBe(true)
    expect(text).toMatch(/^Where: all\.1/m)
    expect(text).toMatch(/^Next: /m)

    const missing = await client.call('create_segment', { preview_id: 'prev_none', name: 'X' })
    expect(missing).toMatchObject({ isError: true })
    expect(missing.text).toMatch(/^Next: /m)
  })

  test.for([
    ['no arguments', {}],
    ['a wrong type', { preview_id: 5, name: ['x'] }],
    ['deep nesting', { criteria: JSON.parse(`${'{"all":['.repeat(2000)}1${']}'.repeat(2000)}`) }],
    ['a huge text', { preview_id: 'x'.repeat(2_000_000), name: 'x' }],
  ] as const)('is answered, whatever it sends: %s', async ([, input]) => {
    const client = await server.connect(era)
    for (const name of ['create_segment', 'validate_criteria']) {
      const answer = await client.call(name, input)
      expect(answer.isError).toBe(true)
      expect(answer.text).toContain('Next: ')
    }
    expect(server.bugs).toEqual([])
  })

  test('is told that a tool does not exist by the protocol', async () => {
    const client = await server.connect(era)
    await expect(client.call('confirm_proposal', { id: 'prop_1' })).rejects.toMatchObject({ code: -32602 })
  })

  test('learns nothing of a bug but its id', async () => {
    const broken = defineTool({
      name: 'break',
      title: 'Break',
      description: 'Breaks',
      input: nothing,
      output: nothing,
      effect: 'read',
      handler: () => Promise.reject(new Error('secret/path')),
    })
    const client = await server.connect(era, { more: [broken] })
    const { text, isError } = await client.call('break')
    expect(isError).toBe(true)
    expect(text).toMatch(/bug_\d+/)
    expect(text).not.toContain('secret')
    expect(server.bugs.pop()).toEqual(new Error('secret/path'))
  })

  test('stops the work when it cancels', async () => {
    const started = Promise.withResolvers<void>()
    const stopped = Promise.withResolvers<void>()
    const endless = defineTool({
      name: 'wait',
      title: 'Wait',
      description: 'Waits until it is cancelled',
      input: nothing,
      output: nothing,
      effect: 'read',
      async handler(_input, { signal }) {
        signal.addEventListener('abort', () => stopped.resolve())
        started.resolve()
        await stopped.promise
        return { content: '', details: {} }
      },
    })
    const client = await server.connect(era, { more: [endless] })
    const controller = new AbortController()
    const call = client.call('wait', {}, { signal: controller.signal })
    await started.promise
    controller.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    await stopped.promise
    expect(await client.tools()).not.toEqual([])
  })

  test('gets prompts for common jobs, filled in', async () => {
    const { client } = await server.connect(era)
    const { prompts } = await client.listPrompts()
    expect(prompts.map(({ name }) => name)).toEqual([
      'build_segment',
      'win_back_plan',
      'icp_from_closed_won',
      'explain_segment',
    ])
    const got = await client.getPrompt({ name: 'build_segment', arguments: { audience: 'tea drinkers' } })
    expect(got.messages[0]?.content).toMatchObject({ text: expect.stringContaining('tea drinkers') })
    const refused = [
      { name: 'build_segment' },
      { name: 'build_segment', arguments: { audience: 'x', other: 'y' } },
      { name: 'build_segment', arguments: { audience: 'x'.repeat(2001) } },
      { name: 'none' },
    ]
    for (const params of refused) {
      await expect(client.getPrompt(params)).rejects.toMatchObject({ code: -32602 })
    }
  })
})

test('an empty database says so in the instructions and in every answer, with the next step', async () => {
  const empty = await openServer({ empty: true })
  try {
    const client = await empty.connect('modern')
    expect(client.client.getInstructions()).toContain('muster import')
    for (const answer of [
      await client.call('list_segments'),
      await client.call('get_proposal', { proposal_id: 'x' }),
    ]) {
      expect(answer.text).toContain('This database holds no customers yet')
    }
    const full = await server.connect('modern')
    expect(full.client.getInstructions()).not.toContain('muster import')
    expect((await full.call('list_segments')).text).not.toContain('holds no customers')
  } finally {
    await empty.close()
  }
})
