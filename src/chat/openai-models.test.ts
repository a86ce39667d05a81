import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, openApp } from '#app'
import { MAX_STEPS, type TurnLimits } from './agent.ts'
import type { MusterChunk } from './cards.ts'
import { calls, type OpenAiServer, openOpenAiServer, says } from './openai-server.fixture.ts'
import type { Outcome } from './outcome.ts'
import { runTurn } from './turn.ts'

/**
 * Models behind a server that plays them by a script, through the SDK's own providers, in the whole app: what people
 * see is Muster's, whatever a model says, and nothing changes whatever it does.
 */

const FRANCE = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }
const OVER_100 = { type: 'orders', measure: 'spend', op: '>', value: 100 }

/** 12 customers: every third is in France, and number n spent 20 × n. */
const COMPANY = {
  'customers.csv': [
    'id,email,first_name,last_name,country,accepts_email,created_at',
    ...Array.from({ length: 12 }, (_, i) => {
      const n = i + 1
      return `C${n},hidden.${n}@example.com,Ana,Secret${n},${['CA', 'DE', 'FR'][i % 3]},1,2024-01-01`
    }),
  ],
  'orders.csv': [
    'id,customer_id,ordered_at,status,total,currency',
    ...Array.from(
      { length: 12 },
      (_, i) => `O${i + 1},C${i + 1},2025-10-0${(i % 9) + 1},paid,${20 * (i + 1)},EUR`,
    ),
  ],
}

describe.for([
  { model: 'openai/some-model', path: '/v1/responses', store: false },
  { model: 'local/some-model', path: '/v1/chat/completions', store: undefined },
])('$model', ({ model, path, store }) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-models-'))
  let server: OpenAiServer
  let app: App
  let before: string

  beforeAll(async () => {
    server = await openOpenAiServer()
    app = await openApp({
      DATABASE_URL: `sqlite:${join(folder, 'muster.db')}`,
      MUSTER_NOW: '2025-11-20T12:00:00Z',
      MUSTER_READERS: '1',
      MUSTER_MODEL: model,
      OPENAI_API_KEY: 'sk-very-secret',
      OPENAI_BASE_URL: server.baseUrl,
    })
    const files = join(folder, 'files')
    mkdirSync(files)
    for (const [name, lines] of Object.entries(COMPANY)) writeFileSync(join(files, name), lines.join('\n'))
    await app.writer.call('importFiles', { paths: [files] })
  })
  afterAll(async () => {
    await app.close()
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const state = () => {
    const { segments, proposals } = app.services
    return JSON.stringify([segments.list(), proposals.list({ state: 'confirmed' })])
  }
  beforeEach(() => {
    before = state()
  })
  // Whatever a model does in these tests, nobody has confirmed anything.
  afterEach(() => {
    if (state() !== before) throw new Error('something was changed that no human confirmed')
  })

  /** One turn as the chat runs it: what it came to, and the cards that were drawn. */
  async function asked(text: string, limits?: TurnLimits) {
    let outcome: Outcome | undefined
    const chunks: MusterChunk[] = []
    const stream = runTurn(
      { ...app.chat, ...(limits && { limits }) },
      {
        messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text }] }],
        text,
        answerId: 'a1',
        actor: { userId: null, name: 'test', surface: 'chat', session: null },
        role: 'editor',
        signal: new AbortController().signal,
      },
      (end) => void ({ outcome } = end),
    )
    for await (const chunk of stream) chunks.push(chunk)
    if (outcome === undefined) throw new Error('no outcome')
    const cards = chunks.filter(({ type }) => type.startsWith('data-'))
    return { outcome, cards, kinds: cards.map(({ type }) => type) }
  }
  /** What the server was sent with its nth request. */
  const sent = (nth: number) => server.heard[nth - 1]?.text ?? ''

  describe('a model that does as it should', () => {
    test('drives the tools, and its words stand beside the card', async () => {
      server.script(calls(['validate_criteria', { criteria: FRANCE }]), says('4 customers are in France.'))
      const { outcome, kinds } = await asked('customers in France')
      expect(outcome).toMatchObject({
        kind: 'preview',
        criteria: FRANCE,
        words: 'are in France',
        count: 4,
        total: 12,
        text: '4 customers are in France.',
      })
      expect(kinds).toEqual(['data-preview'])
      expect(server.heard.map((request) => [request.path, request.authorization])).toEqual([
        [path, 'Bearer sk-very-secret'],
        [path, 'Bearer sk-very-secret'],
      ])
      expect(sent(2)).toContain('4 customers of 12 (33 %)')
    })

    test('is asked for tools that every server takes, and keeps nothing elsewhere', async () => {
      server.script(says('Hello.'))
      await asked('hello')
      expect(sent(1)).toContain('"validate_criteria"')
      expect(sent(1)).not.toContain('"oneOf"')
      expect(sent(1)).toContain('"strict":false')
      expect(server.heard[0]?.body['store']).toBe(store)
    })

    test('is sent no personal data, however often it looks', async () => {
      server.script(
        calls(['validate_criteria', { criteria: FRANCE }]),
        calls(['explain_customer', { customer: 'C3', preview_id: 'wrong' }], ['list_fields', {}]),
        calls(['find_values', { query: 'Secret' }], ['find_values', { query: 'hidden' }]),
        says('Done.'),
      )
      await asked('who is in France?')
      for (const { text } of server.heard) expect(text).not.toMatch(/Secret\d|hidden\.\d/)
    })

    test('may call several tools at once: all are answered, and both counts are shown', async () => {
      const germans = { ...FRANCE, value: 'DE' }
      server.script(
        calls(['validate_criteria', { criteria: FRANCE }], ['validate_criteria', { criteria: germans }]),
        says('4 and 4.'),
      )
      const { outcome, kinds } = await asked('customers in France, and in Germany')
      expect(kinds).toEqual(['data-preview', 'data-preview'])
      expect(outcome).toMatchObject({ kind: 'preview', words: 'are in Germany' })
      expect(sent(2)).toContain('are in France')
      expect(sent(2)).toContain('are in Germany')
    })

    test('can draft, and the human reads that nothing has changed', async () => {
      let preview = ''
      server.script(calls(['validate_criteria', { criteria: FRANCE }]), says('4.'))
      const counted = await asked('customers in France')
      for (const card of counted.cards) if (card.type === 'data-preview') preview = card.data.id
      server.script(calls(['create_segment', { preview_id: preview, name: 'The French' }]), says('It waits.'))
      const { outcome, kinds } = await asked('save that as The French')
      expect(outcome).toMatchObject({ kind: 'proposal', count: 4, proposals: [{ state: 'draft' }] })
      expect(kinds).toEqual(['data-proposal'])
      expect(sent(2)).toContain('Nothing has changed; a human must confirm it')
    })
  })

  describe('a model that says other than it does', () => {
    test('the card has Muster’s words and count, and what the criteria lack is marked', async () => {
      server.script(
        calls(['validate_criteria', { criteria: FRANCE, assumptions: ['Everybody meant is in France'] }]),
        says('**9 customers** are in Canada and spent more than 100.'),
      )
      const { outcome, cards } = await asked('customers in Canada who spent more than 100')
      expect(outcome).toMatchObject({ kind: 'preview', words: 'are in France', count: 4, criteria: FRANCE })
      const [card] = cards
      if (card?.type !== 'data-preview') throw new Error('no preview card')
      expect(card.data).toMatchObject({ words: 'are in France', count: 4 })
      const unread = card.data.receipt.filter(({ as }) => as === 'not accounted for').map((span) => span.text)
      expect(unread.join(' ')).toMatch(/Canada/)
      expect(unread.join(' ')).toMatch(/spent more than 100/)
      // The model is told as well, so that it can mend it.
      expect(sent(2)).toContain("Not accounted for in the human's message: ⟦")
    })

    test('a condition that was dropped is marked, and one that was kept is accounted for', async () => {
      server.script(calls(['validate_criteria', { criteria: FRANCE }]), says('4 customers.'))
      const { outcome } = await asked('customers in France who spent more than 100')
      const read = new Map(outcome.receipt.map(({ text, as }) => [text, as]))
      expect([...read].find(([text]) => text.includes('France'))?.[1]).toBe('condition')
      expect([...read].find(([text]) => text.includes('spent more than 100'))?.[1]).toBe('not accounted for')
    })

    test('both conditions chosen: nothing is unaccounted for', async () => {
      server.script(calls(['validate_criteria', { criteria: { all: [FRANCE, OVER_100] } }]), says('3.'))
      const { outcome } = await asked('customers in France who spent more than 100')
      expect(outcome.receipt.filter(({ as }) => as === 'not accounted for')).toEqual([])
      expect(outcome).toMatchObject({ words: 'are in France and spent more than €100', count: 3 })
    })

    test('a reading’s label may be anything; its words and count are what it was counted as', async () => {
      server.script(calls(['validate_criteria', { criteria: FRANCE }]), says('4.'))
      const counted = await asked('customers in France')
      const ids = counted.cards.flatMap((card) => (card.type === 'data-preview' ? card.data.id : []))
      const options = [{ label: 'All 12 of them', text: 'everybody', preview_id: ids[0] }]
      server.script(calls(['suggest_readings', { question: 'Who?', options }]), says('Who?'))
      const { outcome } = await asked('them')
      expect(outcome).toMatchObject({ kind: 'question', options: [{ words: 'are in France', count: 4 }] })
    })

    test('claiming to have confirmed changes nothing', async () => {
      server.script(
        calls(['confirm_proposal', { id: 'prop_1' }]),
        says('I have created and confirmed the segment.'),
      )
      const { outcome, kinds } = await asked('create a segment of everybody')
      expect(outcome).toMatchObject({ kind: 'answer', proposals: [] })
      expect(kinds).toEqual([])
    })

    test('a preview that it made up can’t be saved', async () => {
      server.script(
        calls(['create_segment', { preview_id: 'prev_made_up', name: 'Everybody' }]),
        says('The segment is ready.'),
      )
      const { outcome } = await asked('create a segment of everybody')
      expect(outcome).toMatchObject({ kind: 'answer', proposals: [] })
      expect(sent(2)).toMatch(/prev_made_up.*validate_criteria/s)
    })
  })

  describe('calls that can’t be made are answered with what to do', () => {
    test.for([
      ['bad JSON', ['validate_criteria', '{"criteria": {'], /JSON|parse/i],
      ['a tool that does not exist', ['drop_table', { table: 'customers' }], /validate_criteria/],
      ['an unknown field', ['validate_criteria', { criteria: { ...FRANCE, field: 'shoe_size' } }], /country/],
      ['an unknown kind', ['validate_criteria', { criteria: { type: 'loyalty', points: 3 } }], /attribute/],
      ['an unknown value', ['validate_criteria', { criteria: { ...FRANCE, value: 'Frnace' } }], /France|FR/],
      ['empty criteria', ['validate_criteria', { criteria: {} }], /everybody/],
      ['an empty group', ['validate_criteria', { criteria: { all: [] } }], /everybody/],
      ['two groups in one', ['validate_criteria', { criteria: { all: [FRANCE], any: [FRANCE] } }], /any/],
      ['criteria as a text', ['validate_criteria', { criteria: JSON.stringify(FRANCE) }], /criteria/],
      ['no input at all', ['validate_criteria', {}], /criteria/],
      ['a key too many', ['list_segments', { search: 'x', limit: 5 }], /limit/],
      ['a segment that is not there', ['get_segment', { segment_id: 'Champinos' }], /Champions/],
    ] as const)('%s', async ([, [name, input], teaches]) => {
      server.script(
        calls([name, input]),
        calls(['validate_criteria', { criteria: FRANCE }]),
        says('4 customers are in France.'),
      )
      const { outcome, kinds } = await asked('customers in France')
      expect(outcome).toMatchObject({ kind: 'preview', count: 4, text: '4 customers are in France.' })
      expect(kinds).toEqual(['data-preview'])
      const results = toolResults(server.heard[1]?.body)
      expect(results.join('\n')).toMatch(teaches)
    })

    test('the same call for ever ends by itself', async () => {
      server.script(calls(['validate_criteria', { criteria: FRANCE }]))
      const { outcome } = await asked('customers in France')
      expect(server.heard).toHaveLength(MAX_STEPS)
      expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'too_many_steps' } })
      expect(outcome.text).toContain('Nothing was changed')
    })
  })

  describe('a server that fails', () => {
    test.for([
      ['the key', 401, 'key', 1],
      ['the model', 404, 'model_unknown', 1],
      ['its limits', 429, 'rate_limit', 2],
      ['itself', 500, 'model', 2],
      ['its gateway', 504, 'timeout', 2],
    ] as const)('because of %s', async ([, status, code, times]) => {
      server.script({ status })
      const { outcome, kinds } = await asked('customers in France')
      expect(outcome).toMatchObject({ kind: 'refused', criteria: null, problem: { code } })
      expect(server.heard).toHaveLength(times)
      expect(kinds).toEqual(['data-problem'])
      expect(outcome.text).not.toContain('sk-very-secret')
    })

    test.for([429, 500, 503])('with %s once is asked again', async (status) => {
      server.script({ status }, says('Hello.'))
      expect((await asked('hello')).outcome).toMatchObject({ kind: 'answer', text: 'Hello.' })
    })

    test('in mid-answer: what came is kept, and said to be cut', async () => {
      server.script({ breaksOff: 'I look for customers in' })
      const { outcome } = await asked('customers in France')
      expect(outcome.kind).toBe('refused')
      expect(outcome.problem).toBeDefined()
      expect(outcome.text).toMatch(/^I look for customers in\n\n/)
    })

    test.for(['breaksOff', 'stops'] as const)(
      'in the middle of a call (%s): nothing is called',
      async (how) => {
        const call = { name: 'create_segment', input: { preview_id: 'prev_1', name: 'Half a name' } }
        server.script(how === 'breaksOff' ? { breaksOff: call } : { stops: call })
        const { outcome } = await asked('save it')
        expect(outcome).toMatchObject({ kind: 'refused', proposals: [] })
        expect(outcome.problem).toBeDefined()
        expect(outcome.text).not.toBe('')
      },
    )

    test('by ending without a word about how: what came is not passed off as whole', async () => {
      server.script({ stops: 'There are 4 customers who' })
      const { outcome } = await asked('customers in France')
      expect(outcome.kind).toBe('refused')
      expect(outcome.text).toMatch(/^There are 4 customers who\n\n/)
    })

    test('after a count: the card stays', async () => {
      server.script(calls(['validate_criteria', { criteria: FRANCE }]), { status: 401 })
      const { outcome, kinds } = await asked('customers in France')
      expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'key' } })
      expect(kinds).toEqual(['data-preview', 'data-problem'])
    })

    test('with nothing at all', async () => {
      server.script('nothing')
      expect((await asked('hello')).outcome).toMatchObject({ kind: 'refused', problem: { code: 'silence' } })
    })

    test('with something that is no stream', async () => {
      server.script({ garbage: '<html><body>It works!</body></html>' })
      const { outcome } = await asked('hello')
      expect(outcome.kind).toBe('refused')
      expect(outcome.problem).toBeDefined()
      expect(outcome.text).not.toContain('It works!')
    })

    test.for(['length', 'content_filter'] as const)('by stopping at its %s', async (finish) => {
      server.script({ says: 'There are', finish })
      const { outcome } = await asked('hello')
      expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'model' } })
    })

    test('by never answering', async () => {
      server.script('no answer at all')
      const { outcome } = await asked('hello', { totalMs: 200, silentMs: 200 })
      expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'timeout' } })
    })
  })
})

/** What the tools answered, as the server was sent it. */
function toolResults(body: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const entries: unknown = body['messages'] ?? body['input']
  return (Array.isArray(entries) ? entries : []).flatMap((entry: { role?: string; type?: string }) =>
    entry.role === 'tool' || entry.type === 'function_call_output' ? [JSON.stringify(entry)] : [],
  )
}
