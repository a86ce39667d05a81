import { Client as NewClient } from '@modelcontextprotocol/client'
import { ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Asked, ERAS } from '../client.fixture.ts'
import { CANADIANS, makeCompany } from '../company.fixture.ts'
import { askFor, lookAgain, previewOf } from '../dialogue.fixture.ts'
import { confirmOnPage } from '../page.fixture.ts'
import { openHttp } from './http.fixture.ts'

let company: Awaited<ReturnType<typeof makeCompany>>
let http: Awaited<ReturnType<typeof openHttp>>
beforeAll(async () => {
  company = await makeCompany()
  http = await openHttp({ ...company.env, MUSTER_CONFIRM: 'web,terminal,elicitation' })
}, 180_000)
afterAll(async () => {
  await http?.close()
  company?.clean()
})

describe.each(ERAS)('a %s client over HTTP', (era) => {
  test('finds data, counts, drafts, and its human confirms on the page that it opened', async () => {
    const { key } = await http.token()
    const seen: Asked[] = []
    const client = await http.connect(era, key, {
      elicitation: { url: {} },
      human: async (asked) => {
        seen.push(asked)
        const id = new URL(asked.url ?? '').pathname.split('/').at(-1) ?? ''
        const link = await http.app.signInLinks.linkUnder(http.url.origin)
        const signedIn = await confirmOnPage(`${link}&next=/proposals/${id}`, id)
        expect(signedIn).toEqual({ form: 200, to: `/proposals/${id}`, confirmed: 200 })
        return { action: 'accept' }
      },
    })
    const name = `By page ${era}`
    const { count, proposal, confirmation } = await askFor(client, name)
    expect(count).toBe(8)
    expect(seen).toMatchObject([{ mode: 'url', url: `${http.url.origin}/proposals/${proposal.id}` }])
    expect(confirmation.state).toBe('confirmed')
    const { state, segment } = await lookAgain(client, proposal.id, name)
    expect(state).toBe('confirmed')
    expect(segment).toContain(`⟦${name}⟧`)
    await client.close()
  }, 180_000)

  test('has its human, who may confirm, asked by a form, where the operator lets that count', async () => {
    const { key } = await http.token()
    const client = await http.connect(era, key, {
      elicitation: { form: {} },
      human: () => ({ action: 'accept', content: { confirm: true } }),
    })
    const name = `By form ${era}`
    const { proposal, answer } = await askFor(client, name)
    expect(answer.text).toContain('The human confirmed.')
    const { state, told, segment } = await lookAgain(client, proposal.id, name)
    expect(state).toBe('confirmed')
    expect(told).toContain('by ⟦Ada⟧')
    expect(segment).toContain(`⟦${name}⟧`)
    await client.close()
  }, 180_000)

  test('asks nobody by a form who may not confirm: an editor’s token leads to the page alone', async () => {
    const actor = { userId: null, name: 'Test', surface: 'system', session: null } as const
    const { userId } = await http.app.writer.call('addUser', {
      name: `Ed ${era}`,
      email: null,
      role: 'editor',
      actor,
    })
    const { key } = await http.app.writer.call('createAccessToken', {
      name: 'Claude',
      role: 'editor',
      userId,
      days: 1,
      actor,
    })
    const asked: Asked[] = []
    const client = await http.connect(era, key, {
      elicitation: { form: {} },
      human: (question) => {
        asked.push(question)
        return { action: 'accept', content: { confirm: true } }
      },
    })
    const { proposal, confirmation } = await askFor(client, `By nobody ${era}`)
    expect(asked).toEqual([])
    expect(confirmation).toMatchObject({
      state: 'draft',
      page: `${http.url.origin}/proposals/${proposal.id}`,
    })
    await client.close()
  }, 180_000)

  test('reads resources with a viewer’s token, and hears of what it follows', async () => {
    const viewer = await http.token('viewer')
    const { client, ...reader } = await http.connect(era, viewer.key)
    const heard: string[] = []
    const updated = ({ params }: { params: { uri: string } }) => void heard.push(params.uri)
    if (client instanceof NewClient) client.setNotificationHandler('notifications/resources/updated', updated)
    else client.setNotificationHandler(ResourceUpdatedNotificationSchema, updated)
    if (client instanceof NewClient) await client.listen({ resourceSubscriptions: ['muster://proposals'] })
    else await client.subscribeResource({ uri: 'muster://proposals' })

    const editor = await http.connect(era, (await http.token()).key)
    const { proposal } = await askFor(editor, `Followed ${era}`)
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    expect(new Set(heard)).toEqual(new Set(['muster://proposals']))
    expect(await reader.read('muster://proposals')).toContain(proposal.id)
    expect(await reader.read('muster://dictionary')).not.toMatch(/person\d+@/)
    await reader.close()
    await editor.close()

    const few = await http.connect(era, viewer.key, { query: 'toolsets=segments' })
    const nouns = (await few.client.listResourceTemplates()).resourceTemplates.map(({ name }) => name)
    expect(nouns).toEqual(['segment', 'proposal'])
    await expect(few.read('muster://profiles')).rejects.toMatchObject({ code: -32602 })
    await few.close()
  }, 180_000)
})

describe('a question of a newer client over HTTP', () => {
  const asked = z.object({ result: z.object({ requestState: z.string() }) })
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
  }

  type Call = Readonly<Record<string, unknown>> & { readonly name: string }

  /** A call by itself, with some token: nothing ties it to the call before but what it says. */
  async function send(key: string, params: Call): Promise<unknown> {
    const response = await http.send(
      { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { ...params, _meta } },
      {
        authorization: `Bearer ${key}`,
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': params.name,
      },
    )
    const text = await response.text()
    return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text)
  }

  /** The call by which its human agrees to a segment, and the token that they were asked with. */
  async function agreeing(name: string) {
    const { key } = await http.token()
    const client = await http.connect('modern', key)
    const preview_id = await previewOf(client, CANADIANS)
    await client.close()
    const call = { name: 'create_segment', arguments: { preview_id, name } }
    const { requestState } = asked.parse(await send(key, call)).result
    const accept = { decision: { action: 'accept', content: { confirm: true } } }
    return { key, answer: { ...call, requestState, inputResponses: accept } }
  }

  test('is answered over another connection, once, and with the token that it was asked for', async () => {
    const name = 'Asked over HTTP'
    const { key, answer } = await agreeing(name)
    const refused = { error: { code: -32602, data: { reason: 'invalid_request_state' } } }
    const other = await http.token()
    expect(await send(other.key, answer)).toMatchObject(refused)
    expect(await send(key, { ...answer, requestState: `${answer.requestState}0` })).toMatchObject(refused)
    expect(http.app.services.segments.find(name)).toBeUndefined()
    expect(await send(key, answer)).toMatchObject({
      result: { structuredContent: { confirmation: { state: 'confirmed' } } },
    })
    expect(http.app.services.segments.find(name)).toBeDefined()
    expect(await send(key, answer)).toMatchObject(refused)
  }, 180_000)

  test('is answered by two clients of a token at once, and counts once', async () => {
    const name = 'Answered by two'
    const { key, answer } = await agreeing(name)
    const answers = await Promise.all([send(key, answer), send(key, answer)])
    const confirmed = { result: { structuredContent: { confirmation: { state: 'confirmed' } } } }
    expect(answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ error: expect.objectContaining({ code: -32602 }) }),
        expect.objectContaining({ result: expect.anything() }),
      ]),
    )
    expect(answers.find((each) => !JSON.stringify(each).includes('"error"'))).toMatchObject(confirmed)
    const { segments } = http.app.services
    expect(segments.versions(segments.get(name).id)).toHaveLength(1)
  }, 180_000)
})
