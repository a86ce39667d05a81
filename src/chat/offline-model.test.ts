import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseCriteria } from '#domain/criteria/parse.ts'
import type { Command, Interpretation } from '#domain/language/interpretation.ts'
import { ask } from './ask.ts'
import { type Bench, benchTools, FRANCE, openBench } from './bench.fixture.ts'
import type { AtHand } from './offline/at-hand.ts'
import { nameFromWords } from './offline/segment-name.ts'
import { createOfflineModel } from './offline-model.ts'

let bench: Bench
/** What the interpreter was told to stand before each message. */
let atHands: Map<string, AtHand>
beforeEach(() => {
  bench = openBench()
  atHands = new Map()
})
afterEach(() => bench.close())

const criteria = parseCriteria(FRANCE)
const counted = (intent: 'count' | 'create' | 'refine', name?: string): Interpretation => ({
  kind: 'criteria',
  intent,
  criteria,
  assumptions: ['France means the country'],
  receipt: [],
  ...(name === undefined ? {} : { name }),
})
const command = (what: Command): Interpretation => ({ kind: 'command', command: what, receipt: [] })

/** An interpreter that knows these messages. */
async function asked(readings: Record<string, Interpretation>) {
  const texts = Object.keys(readings)
  const model = createOfflineModel((text, atHand) => {
    atHands.set(text, atHand)
    return readings[text] ?? { kind: 'talk', topic: 'help', receipt: [] }
  })
  return ask(
    {
      services: bench.services,
      tools: benchTools,
      model: { id: 'offline', model, offline: true },
      report: bench.report,
    },
    {
      text: texts.at(-1) ?? '',
      context: texts.slice(0, -1),
      actor: { userId: null, name: 'test', surface: 'terminal', session: null },
      signal: new AbortController().signal,
    },
  )
}

test('criteria are counted and said back', async () => {
  const outcome = await asked({ 'in France': counted('count') })
  expect(outcome).toMatchObject({ kind: 'preview', criteria: FRANCE, count: 1234 })
  expect(outcome.text).toMatchInlineSnapshot(`
    "**1,234 customers** (25 % of 5,000) who are in France.

    Assumed: France means the country."
  `)
})

test('an explicit create becomes a proposal, named from the words when nobody named it', async () => {
  const outcome = await asked({ 'save people in France': counted('create') })
  expect(outcome.kind).toBe('proposal')
  expect(outcome.text).toMatchInlineSnapshot(`
    "Create the segment “In France” with 1,234 customers.

    Customers who are in France.

    Assumed: France means the country.

    Nothing has been changed: confirm it on its card, or leave it."
  `)
  const named = await asked({ 'save people in France as Frogs': counted('create', 'Frogs') })
  expect(named.proposals[0]?.summary).toContain('Frogs')
})

test('a question is asked with the count of each reading', async () => {
  const outcome = await asked({
    'people in Georgia': {
      kind: 'question',
      question: 'Which Georgia?',
      options: [
        { label: 'The country', text: 'in Georgia the country', criteria },
        { label: 'The US state', text: 'in Georgia, US', criteria },
        { label: 'Something else', text: 'neither' },
      ],
      receipt: [],
    },
  })
  expect(outcome).toMatchObject({
    kind: 'question',
    options: [{ count: 1234 }, { count: 1234 }, { label: 'Something else', text: 'neither' }],
  })
  expect(outcome.text).toBe('Which Georgia?')
})

test('what is not possible is refused with what is missing', async () => {
  const reason = 'There are no loyalty points in your data.'
  const outcome = await asked({
    points: { kind: 'refused', reason, missing: ['loyalty points'], receipt: [] },
  })
  expect(outcome).toMatchObject({ kind: 'refused', text: reason })
})

test('talk needs no tools', async () => {
  const outcome = await asked({ hi: { kind: 'talk', topic: 'greeting', receipt: [] } })
  expect(outcome).toMatchObject({ kind: 'answer', proposals: [] })
})

describe('what stands at hand', () => {
  test('the criteria that were counted last', async () => {
    await asked({ 'in France': counted('count'), 'only Paris': counted('refine') })
    expect(atHands.get('in France')).toEqual({})
    expect(atHands.get('only Paris')).toEqual({ criteria: FRANCE })
  })

  test('after a question not its readings, but what was clear in it', async () => {
    const partial = parseCriteria({ type: 'attribute', field: 'city', op: 'equals', value: 'Lyon' })
    const question = {
      kind: 'question',
      question: 'How recent?',
      options: [{ label: '30 days', text: 'in 30 days', criteria }],
      partial,
      receipt: [],
    } as const
    await asked({ 'recent buyers in Lyon': question, 'the first': counted('count') })
    expect(atHands.get('the first')).toEqual({
      criteria: partial,
      question: question.question,
      asked: question.options,
    })
  })

  test('the segment that was spoken of', async () => {
    const champions = bench.services.segments
    await bench.writer.call('ensureDefaultSegments', null)
    const { id } = champions.get('Champions')
    await asked({
      'show Champions': command({ do: 'show_segment', segment: id }),
      'clone it': counted('count'),
    })
    expect(atHands.get('clone it')).toMatchObject({ segment: id })
  })
})

describe('commands', () => {
  test('save keeps exactly the preview that was shown', async () => {
    const outcome = await asked({
      'in France': counted('count'),
      'save it': command({ do: 'save', name: 'FR' }),
    })
    expect(outcome.proposals[0]?.preview?.id).toBe('prv_1')
    expect(await asked({ 'save it': command({ do: 'save' }) })).toMatchObject({ kind: 'answer' })
  })

  test('lists are told in the tool’s words, with nothing in them acting as Markdown', async () => {
    await asked({ 'in France': counted('create', '<b>Fans* [x](http://e.vil)') })
    const outcome = await asked({ pending: command({ do: 'list_proposals' }) })
    expect(outcome.text).toContain('\\<b\\>Fans\\* \\[x\\](http://e.vil)')
    expect(outcome.text).not.toContain('⟦')
  })

  test('of several parts each is drafted by itself, and who is in none is counted', async () => {
    const parts = ['A', 'B'].map((name) => ({ name, criteria }))
    const outcome = await asked({ 'split it': command({ do: 'split', parts, left: criteria }) })
    expect(outcome.proposals.map(({ summary }) => summary)).toHaveLength(2)
    expect(outcome.text).toMatchInlineSnapshot(`
      "2 segments are drafted, one proposal for each:

      - Create the segment “A” with 1,234 customers, who are in France
      - Create the segment “B” with 1,234 customers, who are in France

      Left over, in none of them: 1,234 customers.

      Nothing has been changed, and what is split stays as it is: confirm them one by one, or leave them."
    `)
  })

  test('undo before anybody confirmed has nothing to undo', async () => {
    const outcome = await asked({ 'save France': counted('create'), 'undo that': command({ do: 'undo' }) })
    expect(outcome).toMatchObject({ kind: 'answer', proposals: [] })
    expect(outcome.text).toContain('Nothing was changed yet')
    expect((await asked({ undo: command({ do: 'undo' }) })).text).toContain('Nobody has confirmed')
  })

  test('confirming is not for models', async () => {
    const outcome = await asked({
      'customers in France': counted('create', 'The French'),
      'yes, do it': command({ do: 'confirm' }),
    })
    expect(outcome).toMatchObject({ kind: 'answer', proposals: [] })
    expect(outcome.text).toContain('Only you can confirm')
  })

  test.for(['confirm', 'cancel', 'undo'] as const)('%s asks back where nothing waits', async (what) => {
    const outcome = await asked({ it: command({ do: what }) })
    expect(outcome).toMatchObject({ kind: 'question', proposals: [], options: [] })
  })

  test('a failed call is told with its next step', async () => {
    const outcome = await asked({ delete: command({ do: 'delete_segment', segment: 'seg_none' }) })
    expect(outcome.text).toMatchInlineSnapshot(`
      "There is no segment “seg_none”.

      List the segments to see which there are."
    `)
  })

  test('a bug is told by its id', async () => {
    const outcome = await asked({ find: command({ do: 'find_values', query: 'x' }) })
    expect(outcome.text).toContain('(bug_1)')
  })
})

test.for([
  ['are in Canada and ordered more than 3 times', 'In Canada, ordered more than 3 times'],
  ['spent over $500', 'Spent over $500'],
  [
    'bought any of Coffee Beans in the last 90 days and are subscribed to e-mail',
    'Bought any of Coffee Beans in the last 90 days, are…',
  ],
] as const)('%s is called %s', ([words, name]) => {
  expect(nameFromWords(words)).toBe(name)
})
