import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { ElicitationCompleteNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provenHuman } from '#domain/proposals/human.ts'
import { listUsers } from '#domain/users/read.ts'
import { type Asked, ERAS } from '../client.fixture.ts'
import { AMERICANS } from '../company.fixture.ts'
import { draftSegment, drafted } from '../dialogue.fixture.ts'
import { openServer } from '../server.fixture.ts'

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
}, 180_000)
afterAll(() => server?.close())

const isSaved = (name: string): boolean => server.app.services.segments.find(name) !== undefined

const everywhere = new Set(['web', 'terminal', 'mcp'] as const)
const both = { form: {}, url: {} }

describe.each(ERAS)('over a %s client', (era) => {
  test('a proposal answers with its page and its command, and no tool confirms it', async () => {
    const client = await server.connect(era)
    const { name, text, proposal, confirmation } = await draftSegment(client)
    expect(confirmation).toEqual({
      state: 'draft',
      page: `http://localhost:4747/proposals/${proposal.id}`,
      opened: false,
      command: `muster confirm ${proposal.id}`,
    })
    expect(text).toContain(`this page: http://localhost:4747/proposals/${proposal.id}`)
    expect(text).toContain(`muster confirm ${proposal.id}`)
    expect(isSaved(name)).toBe(false)
    const later = await client.call('get_proposal', { proposal_id: proposal.id })
    expect(later.text).toContain('waits for a human')
    expect(drafted.parse(later.data).confirmation).toEqual(confirmation)
  })

  test('only the surfaces that count are offered', async () => {
    const client = await server.connect(era, { surfaces: new Set(['terminal']) })
    const { text, confirmation } = await draftSegment(client)
    expect(confirmation).toMatchObject({ page: null, command: expect.any(String) })
    expect(text).not.toContain('http')
    const page = await draftSegment(await server.connect(era, { surfaces: new Set(['web']) }))
    expect(page.confirmation.command).toBeNull()
  })

  test('a client that opens pages is asked to open the page, which confirms nothing', async () => {
    const asked: Asked[] = []
    const client = await server.connect(era, {
      elicitation: both,
      human: (question) => {
        asked.push(question)
        return { action: 'accept' }
      },
    })
    const { name, proposal, confirmation } = await draftSegment(client)
    expect(asked).toMatchObject([{ mode: 'url', url: `http://localhost:4747/proposals/${proposal.id}` }])
    expect(asked[0]?.message).toContain(
      'Touches 8 of 40 (20 %).\nCustomers who ⟦are in Canada⟧.\nReachable: ',
    )
    expect(confirmation).toMatchObject({ state: 'draft', opened: true })
    expect(isSaved(name)).toBe(false)
  })

  test.for([{ action: 'decline' }, { action: 'cancel' }] as const)(
    'a human who answers %o leaves the proposal waiting',
    async (answer) => {
      for (const surfaces of [everywhere, new Set(['web'] as const)]) {
        const client = await server.connect(era, { surfaces, elicitation: both, human: () => answer })
        const { name, text, confirmation } = await draftSegment(client)
        expect(text).toContain('The human did not agree.')
        expect(confirmation.state).toBe('draft')
        expect(isSaved(name)).toBe(false)
      }
    },
  )

  test('a form is only shown where the operator lets its answers count', async () => {
    const asked: Asked[] = []
    const human = (question: Asked) => {
      asked.push(question)
      return { action: 'accept' as const, content: { confirm: true } }
    }
    const client = await server.connect(era, { elicitation: { form: {} }, human })
    const { name, confirmation } = await draftSegment(client)
    expect(asked).toEqual([])
    expect(confirmation.state).toBe('draft')
    expect(isSaved(name)).toBe(false)
  })

  test.for([
    ['forms', { form: {} }],
    ['forms, said the old way', {}],
    ['forms and pages', both],
  ] as const)('where it counts, an accepted form confirms: %s', async ([, elicitation]) => {
    const asked: Asked[] = []
    const client = await server.connect(era, {
      surfaces: everywhere,
      elicitation,
      human: (question) => {
        asked.push(question)
        return { action: 'accept', content: { confirm: true } }
      },
    })
    const { name, text, proposal, confirmation } = await draftSegment(client)
    expect(asked).toMatchObject([{ mode: 'form' }])
    expect(asked[0]?.message).toContain(name)
    expect(text).toContain('The human confirmed.')
    expect(proposal.state).toBe('confirmed')
    expect(confirmation.state).toBe('confirmed')
    expect(isSaved(name)).toBe(true)
    expect(server.app.services.proposals.get(proposal.id).decidedBy).toBe('Ada')
  })

  test.for([
    ['not ticked', { confirm: false }],
    ['no tick', {}],
    ['a tick of another type', { confirm: 'true' }],
  ] as const)('a form that is accepted otherwise confirms nothing: %s', async ([, content]) => {
    const client = await server.connect(era, {
      surfaces: everywhere,
      elicitation: { form: {} },
      human: () => ({ action: 'accept', content }),
    })
    const { name, confirmation } = await draftSegment(client)
    expect(confirmation.state).toBe('draft')
    expect(isSaved(name)).toBe(false)
  })

  test('the count of many people has to be typed', async () => {
    for (const [count, saved] of [
      [undefined, false],
      [19, false],
      [20, true],
    ] as const) {
      const client = await server.connect(era, {
        surfaces: everywhere,
        elicitation: { form: {} },
        human: () => ({
          action: 'accept',
          content: { confirm: true, ...(count !== undefined && { count }) },
        }),
      })
      const { name, text, confirmation } = await draftSegment(client, AMERICANS)
      expect(isSaved(name)).toBe(saved)
      expect(confirmation.state).toBe(saved ? 'confirmed' : 'draft')
      expect(text.includes('It was not confirmed')).toBe(!saved)
    }
  })

  test('whoever mistypes the count is asked again, and told why', async () => {
    const asked: string[] = []
    const typed = [19, 20]
    const client = await server.connect(era, {
      surfaces: everywhere,
      elicitation: { form: {} },
      human: ({ message }) => {
        asked.push(message)
        return { action: 'accept', content: { confirm: true, count: typed.shift() ?? 0 } }
      },
    })
    const { name, confirmation } = await draftSegment(client, AMERICANS)
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatch(/^The typed count is not the count of this proposal\.\n/)
    expect(confirmation.state).toBe('confirmed')
    expect(isSaved(name)).toBe(true)
  })

  test('a human who decides elsewhere while being asked has decided once', async () => {
    const { app } = server
    const client = await server.connect(era, {
      surfaces: everywhere,
      elicitation: { form: {} },
      human: async ({ message }) => {
        const open = app.services.proposals.list().find(({ summary }) => message.includes(summary))
        const [ada] = listUsers(app.services.reader)
        if (open === undefined || ada === undefined) throw new Error('Nothing to decide')
        const actor = provenHuman(ada, { surface: 'web', session: 'web_1' })
        await app.decisions.reject({ proposalId: open.id, actor })
        return { action: 'accept', content: { confirm: true } }
      },
    })
    const { name, text, confirmation } = await draftSegment(client)
    expect(text).toContain('already rejected')
    expect(confirmation.state).toBe('rejected')
    expect(isSaved(name)).toBe(false)
  })
})

test('an older client is told when the page that it opened was decided on, by whomever', async () => {
  const client = await server.connect('legacy', { elicitation: both, human: () => ({ action: 'accept' }) })
  const done: string[] = []
  if (client.client instanceof OldClient) {
    client.client.setNotificationHandler(ElicitationCompleteNotificationSchema, ({ params }) => {
      done.push(params.elicitationId)
    })
  }
  const { proposal } = await draftSegment(client)
  const [ada] = listUsers(server.app.services.reader)
  if (ada === undefined) throw new Error('Nobody can decide')
  expect(done).toEqual([])
  const actor = provenHuman(ada, { surface: 'web', session: 'web_1' })
  await server.app.decisions.reject({ proposalId: proposal.id, actor })
  await expect.poll(() => done.length).toBeGreaterThan(0)
  expect(done).toEqual([expect.stringMatching(/^ask_/)])
})
