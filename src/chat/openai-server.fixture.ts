import { createServer, type ServerResponse } from 'node:http'
import { z } from 'zod'

/** A call as a model writes it; a text stands for itself, also where it is no JSON. */
export interface ScriptedCall {
  readonly name: string
  readonly input: unknown
}

/** What the server answers a request with. */
export type Reply =
  | { readonly says: string; readonly finish?: 'length' | 'content_filter' }
  /** In parallel, after some words. */
  | { readonly calls: readonly ScriptedCall[]; readonly says?: string }
  | { readonly status: number }
  /** The connection breaks after these words, or in the middle of this call. */
  | { readonly breaksOff: string | ScriptedCall }
  /** The stream ends without a word about how. */
  | { readonly stops: string | ScriptedCall }
  | { readonly garbage: string }
  | 'nothing'
  | 'no answer at all'

export const says = (text: string): Reply => ({ says: text })
export const calls = (...of: readonly (readonly [name: string, input: unknown])[]): Reply => ({
  calls: of.map(([name, input]) => ({ name, input })),
})

/** A request that the server heard. */
export interface Heard {
  readonly path: string
  readonly authorization: string | undefined
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * A server on loopback that speaks Chat Completions and Responses, both as streams, by a script: each request gets
 * the next reply, and the last one for ever.
 */
export async function openOpenAiServer() {
  const heard: Heard[] = []
  let replies: readonly Reply[] = []
  let served = 0
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      const { url = '' } = request
      const body = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
      heard.push({ path: url, authorization: request.headers.authorization, text, body })
      const reply = replies[Math.min(served, replies.length - 1)] ?? 'nothing'
      served++
      answer(response, reply, url.endsWith('/responses') ? responsesWire : completionsWire)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    heard,
    /** What to answer from now on. */
    script(...next: readonly Reply[]) {
      replies = next
      served = 0
      heard.length = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
export type OpenAiServer = Awaited<ReturnType<typeof openOpenAiServer>>

/** How a protocol puts things on the wire. */
interface Wire {
  begin(): readonly unknown[]
  text(text: string): readonly unknown[]
  call(call: ScriptedCall, at: number): readonly unknown[]
  /** The call up to somewhere in its input. */
  halfCall(call: ScriptedCall): readonly unknown[]
  end(finish: 'stop' | 'tool_calls' | 'length' | 'content_filter'): readonly unknown[]
  readonly trailer: string
}

function answer(response: ServerResponse, reply: Reply, wire: Wire): void {
  if (reply === 'no answer at all') return
  if (typeof reply === 'object' && 'status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    response.end(
      JSON.stringify({ error: { message: 'no, sk-very-secret', type: 'x', code: null, param: null } }),
    )
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (events: readonly unknown[], then?: () => void) =>
    response.write(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), then)
  const half = (what: string | ScriptedCall) =>
    typeof what === 'string' ? wire.text(what) : wire.halfCall(what)
  if (typeof reply === 'object' && 'garbage' in reply) {
    response.end(reply.garbage)
    return
  }
  send(wire.begin())
  if (reply === 'nothing') send(wire.end('stop'))
  else if ('breaksOff' in reply) {
    send(half(reply.breaksOff), () => response.destroy())
    return
  } else if ('stops' in reply) {
    send(half(reply.stops))
    response.end()
    return
  } else if ('calls' in reply) {
    if (reply.says !== undefined) send(wire.text(reply.says))
    send(reply.calls.flatMap((call, at) => wire.call(call, at)))
    send(wire.end('tool_calls'))
  } else {
    send(wire.text(reply.says))
    send(wire.end(reply.finish ?? 'stop'))
  }
  response.end(wire.trailer)
}

const written = (input: unknown): string => (typeof input === 'string' ? input : JSON.stringify(input))
/** Models send words and inputs in pieces. */
const halves = (text: string): readonly string[] => {
  const middle = Math.ceil(text.length / 2)
  return [text.slice(0, middle), text.slice(middle)]
}
let ids = 0
const freshId = (prefix: string): string => `${prefix}_${++ids}`

/** https://platform.openai.com/docs/api-reference/chat-streaming */
const completionsWire: Wire = {
  begin: () => [chunk({ role: 'assistant' })],
  text: (text) => halves(text).map((content) => chunk({ content })),
  call: ({ name, input }, index) => {
    const [first = '', second = ''] = halves(written(input))
    return [
      chunk({
        tool_calls: [{ index, id: freshId('call'), type: 'function', function: { name, arguments: first } }],
      }),
      chunk({ tool_calls: [{ index, function: { arguments: second } }] }),
    ]
  },
  halfCall: (call) => completionsWire.call(call, 0).slice(0, 1),
  end: (finish) => [
    { ...chunk({}), choices: [{ index: 0, delta: {}, finish_reason: finish }] },
    { ...chunk({}), choices: [], usage: { prompt_tokens: 120, completion_tokens: 7, total_tokens: 127 } },
  ],
  trailer: 'data: [DONE]\n\n',
}

const chunk = (delta: object) => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 0,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: null }],
})

/** https://platform.openai.com/docs/api-reference/responses-streaming */
const responsesWire: Wire = {
  begin: () => [{ type: 'response.created', response: { id: freshId('resp'), created_at: 0, model: 'm' } }],
  text: (text) => {
    const item = { type: 'message', id: freshId('msg'), role: 'assistant', content: [] }
    return [
      { type: 'response.output_item.added', output_index: 0, item },
      ...halves(text).map((delta) => ({
        type: 'response.output_text.delta',
        item_id: item.id,
        output_index: 0,
        delta,
      })),
      { type: 'response.output_item.done', output_index: 0, item },
    ]
  },
  call: (call, at) => {
    const { item, events } = functionCall(call, at)
    const done = { ...item, arguments: written(call.input), status: 'completed' }
    return [...events, { type: 'response.output_item.done', output_index: at, item: done }]
  },
  halfCall: (call) => functionCall(call, 0).events.slice(0, 2),
  end: (finish) => {
    const cut = finish === 'length' || finish === 'content_filter'
    const reason = finish === 'length' ? 'max_output_tokens' : finish
    return [
      {
        type: cut ? 'response.incomplete' : 'response.completed',
        response: {
          incomplete_details: cut ? { reason } : null,
          usage: { input_tokens: 120, input_tokens_details: { cached_tokens: 100 }, output_tokens: 7 },
        },
      },
    ]
  },
  trailer: '',
}

function functionCall({ name, input }: ScriptedCall, at: number) {
  const item = { type: 'function_call', id: freshId('fc'), call_id: freshId('call'), name, arguments: '' }
  const deltas = halves(written(input)).map((delta) => ({
    type: 'response.function_call_arguments.delta',
    item_id: item.id,
    output_index: at,
    delta,
  }))
  return { item, events: [{ type: 'response.output_item.added', output_index: at, item }, ...deltas] }
}
