import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { APICallError, simulateReadableStream } from 'ai'
import { MockLanguageModelV4 } from 'ai/test'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MAX_STEPS } from './agent.ts'
import { ask } from './ask.ts'
import { type Bench, benchTools, FRANCE, openBench } from './bench.fixture.ts'
import type { TurnDeps } from './turn.ts'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}
const finish = (unified: 'stop' | 'tool-calls' | 'length'): LanguageModelV4StreamPart => ({
  type: 'finish',
  finishReason: { unified, raw: undefined },
  usage,
})
const speak = (text: string): LanguageModelV4StreamPart[] => [
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: text },
  { type: 'text-end', id: 't' },
  finish('stop'),
]
const use = (toolName: string, input: unknown): LanguageModelV4StreamPart[] => [
  {
    type: 'tool-call',
    toolCallId: `call-${toolName}`,
    toolName,
    input: typeof input === 'string' ? input : JSON.stringify(input),
  },
  finish('tool-calls'),
]

/** A model that says these things, one at each step, and the last one for ever. */
function scripted(...steps: LanguageModelV4StreamPart[][]) {
  let step = 0
  return new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({
        chunks: steps[Math.min(step++, steps.length - 1)] ?? [],
        initialDelayInMs: null,
        chunkDelayInMs: null,
      }),
    }),
  })
}

const failing = (error: Error) => new MockLanguageModelV4({ doStream: () => Promise.reject(error) })

const deps = (model: MockLanguageModelV4): TurnDeps => ({
  services: bench.services,
  tools: benchTools,
  model: { id: 'openai/test', model, offline: false },
  report: bench.report,
})
const actor = { userId: null, name: 'test', surface: 'terminal', session: null } as const
const asked = (model: MockLanguageModelV4, text = 'customers in France', context: string[] = []) =>
  ask(deps(model), { text, context, actor, signal: new AbortController().signal })

describe('what a turn came to', () => {
  test('criteria that were counted are a preview', async () => {
    const model = scripted(
      use('validate_criteria', { criteria: FRANCE, assumptions: ['France the country'] }),
      speak('1,234 customers are in France.'),
    )
    expect(await asked(model)).toMatchObject({
      kind: 'preview',
      entity: 'customer',
      criteria: FRANCE,
      words: 'are in France',
      count: 1234,
      total: 5000,
      assumptions: ['France the country'],
      proposals: [],
      text: '1,234 customers are in France.',
    })
  })

  test('the model reads the tool’s own short words, not the details', async () => {
    const model = scripted(use('validate_criteria', { criteria: FRANCE }), speak('Done.'))
    await asked(model)
    const read = JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))
    expect(read).toContain('1,234')
    expect(read).not.toContain('membersHash')
  })

  test('a drafted change is a proposal, with the preview that it rests on', async () => {
    const model = scripted(
      use('validate_criteria', { criteria: FRANCE }),
      use('create_segment', { preview_id: 'prv_1', name: 'France' }),
      speak('It waits for you.'),
    )
    const outcome = await asked(model)
    expect(outcome).toMatchObject({ kind: 'proposal', criteria: FRANCE, count: 1234 })
    expect(outcome.proposals).toMatchObject([{ kind: 'create_segment', state: 'draft' }])
    expect(bench.services.segments.find('France')).toBeUndefined()
  })

  test('looking at an old proposal proposes nothing', async () => {
    await asked(
      scripted(
        use('validate_criteria', { criteria: FRANCE }),
        use('create_segment', { preview_id: 'prv_1', name: 'France' }),
        speak('It waits.'),
      ),
    )
    const outcome = await asked(scripted(use('get_proposal', { proposal_id: 'prop_1' }), speak('It waits.')))
    expect(outcome).toMatchObject({ kind: 'answer', proposals: [] })
  })

  test('a question keeps its readings and is no preview, though they were counted', async () => {
    const options = [{ label: 'Georgia, the country', text: 'in Georgia the country', preview_id: 'prv_1' }]
    const model = scripted(
      use('validate_criteria', { criteria: FRANCE }),
      use('suggest_readings', { question: 'Which Georgia?', options }),
      speak('Which Georgia?'),
    )
    expect(await asked(model)).toMatchObject({
      kind: 'question',
      criteria: null,
      question: 'Which Georgia?',
      options: [{ label: 'Georgia, the country', count: 1234 }],
    })
  })

  test('what is not possible is refused, though something was counted before', async () => {
    const model = scripted(
      use('validate_criteria', { criteria: FRANCE }),
      use('answer_unsupported', { reason: 'There are no loyalty points.', missing: ['loyalty points'] }),
      speak('There are no loyalty points.'),
    )
    expect(await asked(model)).toMatchObject({ kind: 'refused', criteria: null, count: null })
  })

  test('earlier turns of the human are answered first, and remembered', async () => {
    const model = scripted(speak('Hello.'), speak('Yes.'))
    expect(await asked(model, 'and France?', ['hi'])).toMatchObject({ kind: 'answer', text: 'Yes.' })
    const prompt = JSON.stringify(model.doStreamCalls[1]?.prompt)
    expect(prompt).toMatch(/hi.*Hello\..*and France\?/)
  })
})

describe('what goes wrong is said plainly', () => {
  const apiError = (statusCode: number | undefined) =>
    new APICallError({
      message: 'Incorrect API key provided: sk-very-secret',
      url: 'https://api.example.com',
      requestBodyValues: {},
      isRetryable: false,
      ...(statusCode === undefined ? {} : { statusCode }),
    })

  test.for([
    [401, 'key', 'Set OPENAI_API_KEY'],
    [404, 'model_unknown', 'Set MUSTER_MODEL'],
    [429, 'rate_limit', 'Wait a minute'],
    [500, 'model', 'work offline'],
    [undefined, 'network', 'Check the network'],
  ] as const)('status %s of the model’s server', async ([status, code, next]) => {
    const outcome = await asked(failing(apiError(status)))
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code } })
    expect(outcome.text).toContain(next)
    expect(outcome.text).not.toContain('sk-very-secret')
    expect(bench.log.join()).not.toContain('sk-very-secret')
  })

  test('a bug is told by its id alone', async () => {
    const outcome = await asked(failing(new RangeError('at sk-very-secret')))
    expect(outcome.problem).toMatchObject({
      code: 'bug',
      message: 'Something went wrong inside Muster (bug_1)',
    })
    expect(bench.log).toHaveLength(1)
    expect(bench.log[0]).toContain('"id":"bug_1"')
  })

  test('a bug in a tool is a result that the model can go on from', async () => {
    const model = scripted(use('find_values', {}), speak('That did not work.'))
    expect(await asked(model)).toMatchObject({ kind: 'answer', text: 'That did not work.' })
    const read = JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))
    expect(read).toContain('bug_1')
    expect(read).not.toContain('connect failed')
    expect(bench.log[0]).toContain('connect failed with key …')
  })

  test('input that does not fit comes back with the place and the way out', async () => {
    const model = scripted(
      use('validate_criteria', { criteria: { type: 'attribute', field: 'shoe_size' } }),
      use('validate_criteria', { criteria: FRANCE }),
      speak('Found.'),
    )
    expect(await asked(model)).toMatchObject({ kind: 'preview', count: 1234 })
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))).toContain('error-text')
  })

  test.for([
    ['calls that are no JSON', use('validate_criteria', '{"criteria":')],
    ['tools that do not exist', use('drop_table', {})],
    ['the same call for ever', use('validate_criteria', { criteria: FRANCE })],
  ] as const)('%s end after a number of steps', async ([, step]) => {
    const model = scripted([...step])
    const outcome = await asked(model)
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'too_many_steps' } })
    expect(model.doStreamCalls).toHaveLength(MAX_STEPS)
  })

  test('silence is not an answer', async () => {
    expect(await asked(scripted([finish('stop')]))).toMatchObject({ problem: { code: 'silence' } })
    expect(await asked(scripted([finish('length')]))).toMatchObject({ problem: { code: 'model' } })
  })

  test('what a failing stream gave before is kept', async () => {
    const model = scripted([
      { type: 'text-start', id: 't' },
      { type: 'text-delta', id: 't', delta: 'I look for' },
      { type: 'error', error: apiError(429) },
    ])
    const outcome = await asked(model)
    expect(outcome.text).toMatch(/^I look for\n\nThe model’s server takes no more requests/)
  })

  test('a model that never speaks is given up on', async () => {
    const model = new MockLanguageModelV4({
      doStream: async () => ({ stream: new ReadableStream<LanguageModelV4StreamPart>() }),
    })
    const outcome = await ask(
      { ...deps(model), limits: { totalMs: 50, silentMs: 50 } },
      { text: 'hello', actor, signal: new AbortController().signal },
    )
    expect(outcome.problem).toMatchObject({ code: 'timeout' })
  })
})
