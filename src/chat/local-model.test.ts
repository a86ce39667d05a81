import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { type Bench, benchTools, FRANCE, openBench } from './bench.fixture.ts'
import { chooseModel } from './models.ts'
import { createOfflineModel } from './offline-model.ts'

let bench: Bench
let server: Server
let heard: { readonly headers: Record<string, unknown>; readonly body: string }[]
/** What the server does with each request, in turn. */
let script: ((response: ServerResponse) => void)[]

beforeEach(async () => {
  bench = openBench()
  heard = []
  script = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      script.shift()?.(response)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await bench.close()
})

const chunks =
  (...choices: object[]) =>
  (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const choice of choices) {
      const chunk = { id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [choice] }
      response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    }
    response.end('data: [DONE]\n\n')
  }
const calls = (name: string, input: string) =>
  chunks(
    {
      index: 0,
      delta: {
        role: 'assistant',
        tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name, arguments: input } }],
      },
    },
    { index: 0, delta: {}, finish_reason: 'tool_calls' },
  )
const says = (text: string) =>
  chunks(
    { index: 0, delta: { role: 'assistant', content: text } },
    { index: 0, delta: {}, finish_reason: 'stop' },
  )
const refuses = (status: number) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
  response.end(JSON.stringify({ error: { message: 'no, sk-very-secret' } }))
}

async function asked() {
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const offline = createOfflineModel(() => ({ kind: 'talk', topic: 'help', receipt: [] }))
  const settings = { name: 'local/m', apiKey: 'sk-very-secret', baseUrl: `http://127.0.0.1:${port}/v1` }
  return ask(
    {
      services: bench.services,
      tools: benchTools,
      model: chooseModel(settings, offline),
      report: bench.report,
    },
    {
      text: 'customers in France',
      actor: { userId: null, name: 'test', surface: 'terminal', session: null },
      signal: new AbortController().signal,
    },
  )
}

test('a server that speaks chat completions drives the tools', async () => {
  script = [calls('validate_criteria', JSON.stringify({ criteria: FRANCE })), says('1,234 are in France.')]
  expect(await asked()).toMatchObject({ kind: 'preview', count: 1234, text: '1,234 are in France.' })
  expect(heard[0]?.headers['authorization']).toBe('Bearer sk-very-secret')
  expect(heard[1]?.body).toContain('"role":"tool"')
})

test('no schema that it is sent has a oneOf or refers to itself', async () => {
  script = [says('Hello.')]
  await asked()
  expect(heard[0]?.body).toContain('"validate_criteria"')
  expect(heard[0]?.body).not.toContain('"oneOf"')
})

test('calls with broken JSON and unknown tools are told to the model, which mends them', async () => {
  script = [
    calls('validate_criteria', '{"criteria": {'),
    calls('drop_table', '{}'),
    calls('validate_criteria', JSON.stringify({ criteria: FRANCE })),
    says('Found.'),
  ]
  expect(await asked()).toMatchObject({ kind: 'preview', text: 'Found.' })
})

test('a wrong key is said, and asked once', async () => {
  script = [refuses(401)]
  expect(await asked()).toMatchObject({ problem: { code: 'key' } })
  expect(heard).toHaveLength(1)
})

test('a rate limit is tried once more, then said', async () => {
  script = [refuses(429), refuses(429)]
  expect(await asked()).toMatchObject({ problem: { code: 'rate_limit' } })
  script = [refuses(429), says('Hello.')]
  expect(await asked()).toMatchObject({ kind: 'answer', text: 'Hello.' })
})

test('a connection that breaks in mid-answer ends in words', async () => {
  script = [
    (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const chunk = { id: 'c', choices: [{ index: 0, delta: { content: 'I look' } }] }
      response.write(`data: ${JSON.stringify(chunk)}\n\n`, () => response.destroy())
    },
  ]
  const outcome = await asked()
  expect(outcome.kind).toBe('refused')
  expect(outcome.text).toMatch(/^I look\n\n/)
})

test('a server that is not there is said', async () => {
  await new Promise((closed) => server.close(closed))
  const outcome = await ask(
    {
      services: bench.services,
      tools: benchTools,
      model: chooseModel(
        { name: 'local/m', baseUrl: 'http://127.0.0.1:9/v1' },
        createOfflineModel(() => ({ kind: 'talk', topic: 'help', receipt: [] })),
      ),
      report: bench.report,
    },
    {
      text: 'hello',
      actor: { userId: null, name: 'test', surface: 'terminal', session: null },
      signal: new AbortController().signal,
    },
  )
  expect(outcome.problem).toMatchObject({ code: 'network' })
})
