import { Client as NewClient } from '@modelcontextprotocol/client'
import {
  CompleteResultSchema,
  ResourceListChangedNotificationSchema,
  ResourceUpdatedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWriter } from '#db/open.ts'
import { query } from '#db/run.ts'
import { mcpPrompts } from '#prompts/mcp.ts'
import { ERAS } from '../client.fixture.ts'
import { draftSegment } from '../dialogue.fixture.ts'
import { openServer } from '../server.fixture.ts'
import { page } from './page.ts'

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
}, 180_000)
afterAll(() => server?.close())

type Connected = Awaited<ReturnType<typeof server.connect>>
const confirming = {
  surfaces: new Set(['mcp'] as const),
  elicitation: { form: {} },
  human: () => ({ action: 'accept' as const, content: { confirm: true } }),
}

/**
 * Looks at changes from now on; what it answers waits until one of an address was seen. Whoever follows it before that
 * may hear of it or not, and what comes and goes between two looks is never listed.
 */
function watch(): (uri: string | undefined) => Promise<void> {
  const changed: string[] = []
  const leave = server.changes.subscribe((event) => {
    if (event.kind === 'resource_updated') changed.push(event.uri)
  })
  return async (uri) => {
    await expect.poll(() => changed).toContain(uri)
    leave()
  }
}

/** A client and what it hears of changes; `follow` asks for the changes of a resource, as its era does. */
async function listener(era: (typeof ERAS)[number]) {
  const connected = await server.connect(era)
  const { client } = connected
  const heard: string[] = []
  const list = () => void heard.push('list')
  const updated = ({ params }: { params: { uri: string } }) => void heard.push(params.uri)
  if (client instanceof NewClient) {
    client.setNotificationHandler('notifications/resources/list_changed', list)
    client.setNotificationHandler('notifications/resources/updated', updated)
  } else {
    client.setNotificationHandler(ResourceListChangedNotificationSchema, list)
    client.setNotificationHandler(ResourceUpdatedNotificationSchema, updated)
  }
  return {
    ...connected,
    heard,
    async follow(uri: string): Promise<() => Promise<unknown>> {
      if (client instanceof NewClient) {
        const open = await client.listen({ resourcesListChanged: true, resourceSubscriptions: [uri] })
        return () => open.close()
      }
      await client.subscribeResource({ uri })
      return () => client.unsubscribeResource({ uri })
    },
  }
}

const complete = async ({ client }: Connected, params: Parameters<NewClient['complete']>[0]) =>
  CompleteResultSchema.parse(await client.complete(params)).completion

describe.each(ERAS)('a %s client', (era) => {
  test('reads all of a kind and one by one: by id, by name, and nothing that is not there', async () => {
    const client = await server.connect(era)
    expect(await client.read('muster://dictionary')).toMatch(/^- country: .*⟦.+⟧/m)
    expect(await client.read('muster://segments')).toContain('⟦Champions⟧')
    expect(await client.read('muster://segments/seg_rfm_champions')).toContain('⟦Champions⟧')
    expect(await client.read('muster://segments/At%20Risk')).toContain('⟦At Risk⟧')
    expect(await client.read('muster://audiences')).toContain('no audiences yet')
    expect(await client.read('muster://profiles')).toContain('no ICPs yet')
    const { proposal, name } = await draftSegment(client)
    expect(await client.read('muster://proposals')).toContain(name)
    expect(await client.read(`muster://proposals/${proposal.id}`)).toContain('a draft. Nothing has changed')
    for (const uri of [
      'muster://segments/none',
      'muster://profiles/none',
      'muster://elsewhere',
      'muster://dictionary/country',
      'muster://segments/a/b',
      'muster://segments/%E0%A4%A',
      'file:///etc/passwd',
    ]) {
      await expect(client.read(uri)).rejects.toMatchObject({ code: -32602 })
    }
  })

  test('finds in the list what there is, with names and when it changed', async () => {
    const client = await server.connect(era)
    const {
      proposal: { id },
    } = await draftSegment(client)
    const { resources } = await client.client.listResources()
    expect(resources.slice(0, 5).map(({ uri }) => uri)).toEqual([
      'muster://dictionary',
      'muster://segments',
      'muster://audiences',
      'muster://profiles',
      'muster://proposals',
    ])
    expect(resources).toContainEqual({
      uri: 'muster://segments/seg_rfm_champions',
      name: 'seg_rfm_champions',
      title: 'Champions',
      mimeType: 'text/markdown',
      annotations: { lastModified: expect.stringMatching(/^\d{4}-/) },
    })
    expect(resources.map(({ uri }) => uri)).toContain(`muster://proposals/${id}`)
    const { resourceTemplates } = await client.client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'muster://segments/{id}',
      'muster://audiences/{id}',
      'muster://profiles/{id}',
      'muster://proposals/{id}',
    ])
    await expect(client.client.listResources({ cursor: 'made-up' })).rejects.toMatchObject({
      code: -32602,
    })
  })

  test('has ids and names completed, those first that begin with what was typed', async () => {
    const client = await server.connect(era)
    const ref = { type: 'ref/resource', uri: 'muster://segments/{id}' } as const
    const of = (value: string) => complete(client, { ref, argument: { name: 'id', value } })
    expect(await of('champ')).toEqual({ values: ['Champions'], total: 1, hasMore: false })
    expect((await of('seg_rfm_ch')).values).toEqual(['Champions'])
    expect((await of('need')).values).toEqual(['Need Attention'])
    expect((await of('')).values).toContain('At Risk')
    expect((await of('xyz')).values).toEqual([])
    const {
      name,
      proposal: { id },
    } = await draftSegment(client)
    const proposals = { type: 'ref/resource', uri: 'muster://proposals/{id}' } as const
    const found = await complete(client, {
      ref: proposals,
      argument: { name: 'id', value: name },
    })
    expect(found.values).toEqual([id])
    const prompt = { type: 'ref/prompt', name: 'explain_segment' } as const
    expect(
      (await complete(client, { ref: prompt, argument: { name: 'segment', value: 'at r' } })).values,
    ).toEqual(['At Risk'])
    const days = { type: 'ref/prompt', name: 'win_back_plan' } as const
    expect((await complete(client, { ref: days, argument: { name: 'days', value: '6' } })).values).toEqual([
      '60',
      '365',
    ])
    for (const [bad, argument] of [
      [{ type: 'ref/resource', uri: 'muster://dictionary' }, 'id'],
      [ref, 'name'],
      [{ type: 'ref/prompt', name: 'none' }, 'segment'],
      [prompt, 'none'],
    ] as const) {
      await expect(
        complete(client, { ref: bad, argument: { name: argument, value: '' } }),
      ).rejects.toMatchObject({ code: -32602 })
    }
  })

  test('hears of what changes: of lists, and of the resources that it follows', async () => {
    const { heard, follow, ...client } = await listener(era)
    const seen = watch()
    const {
      proposal: { id },
    } = await draftSegment(client)
    await seen(`muster://proposals/${id}`)
    const leave = await follow(`muster://proposals/${id}`)
    heard.length = 0
    // Somebody else decides, and something else is drafted.
    await server.app.writer.call('expireProposals', {
      ids: [id],
      reason: 'A test',
      actor: { userId: null, name: 'Test', surface: 'system', session: null },
    })
    await expect.poll(() => heard).toEqual(expect.arrayContaining(['list', `muster://proposals/${id}`]))
    expect(new Set(heard)).toEqual(new Set(['list', `muster://proposals/${id}`]))
    await leave()
    heard.length = 0
    const other = await (await server.connect(era)).read('muster://proposals')
    expect(other).not.toContain(id)
    expect(heard).not.toContain(`muster://proposals/${id}`)
  })
})

test('a resource is followed under its name as well, until it is gone', async () => {
  const { heard, follow, ...client } = await listener('legacy')
  const seen = watch()
  const { name } = await draftSegment(await server.connect('legacy', confirming))
  const uris = ['muster://segments', `muster://segments/${encodeURIComponent(name)}`]
  await seen(uris[1])
  for (const uri of uris) await follow(uri)
  const { id } = server.app.services.segments.get(name)
  const writer = openWriter(server.app.databasePath)
  try {
    heard.length = 0
    writer.run(query.updateTable('segments').set({ version: 2 }).where('id', '=', id))
    await expect.poll(() => heard).toEqual(expect.arrayContaining(uris))
    expect(heard.filter((each) => each !== 'list').toSorted()).toEqual(uris)
    heard.length = 0
    writer.run(query.updateTable('segments').set({ deleted_at: 1 }).where('id', '=', id))
    await expect.poll(() => heard).toEqual(expect.arrayContaining([...uris, 'list']))
  } finally {
    writer.close()
  }
  await expect(client.client.subscribeResource({ uri: 'muster://nowhere' })).rejects.toMatchObject({
    code: -32602,
  })
})

test('long lists come in pages that miss nobody when others come and go', () => {
  const all = Array.from({ length: 250 }, (_, at) => `muster://segments/${at}`)
  const first = page(all, (uri) => uri, undefined)
  expect(first.items).toHaveLength(100)
  const shorter = all.slice(50)
  const second = page(shorter, (uri) => uri, first.nextCursor)
  expect(second.items[0]).toBe('muster://segments/100')
  const third = page(shorter, (uri) => uri, second.nextCursor)
  expect(third).toEqual({ items: all.slice(200) })
  expect(() => page(all.slice(100), (uri) => uri, first.nextCursor)).toThrow('leads nowhere')
})

test('prompts offer choices only for arguments that have them, and hand out none of our notes', async () => {
  const { client } = await server.connect('modern')
  const { prompts } = await client.listPrompts()
  const keys = prompts.flatMap(({ arguments: args = [] }) => args.flatMap((each) => Object.keys(each)))
  expect(new Set(keys)).toEqual(new Set(['name', 'description', 'required']))
  expect(mcpPrompts.flatMap((prompt) => prompt.arguments.map(({ choices }) => choices))).toContain('segment')
})
