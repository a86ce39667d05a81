import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  inputRequired,
  inputResponse,
  McpServer,
  type McpServerFactory,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

/**
 * What the official conformance suite expects a server to have, by the names that it calls. None of it is Muster’s: it
 * is served by Muster’s HTTP layer, which is what the suite looks at.
 */
export const conformanceServer: McpServerFactory = () => {
  const server = new McpServer(
    { name: 'muster-conformance', version: '1' },
    { capabilities: { logging: {}, resources: { subscribe: true } }, requestState: { verify: state.verify } },
  )
  registerContent(server)
  registerWork(server)
  registerQuestions(server)
  registerRounds(server)
  registerPages(server)
  server.server.setRequestHandler('resources/subscribe', () => ({}))
  server.server.setRequestHandler('resources/unsubscribe', () => ({}))
  return server
}

const state = createRequestStateCodec({ key: crypto.getRandomValues(new Uint8Array(32)) })

/** One red pixel, and a WAV file without a sample. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA='

const text = (said: string) => ({ content: [{ type: 'text' as const, text: said }] })
const image = { type: 'image' as const, data: PNG, mimeType: 'image/png' }

function registerContent(server: McpServer): void {
  const answers = {
    test_simple_text: text('This is a simple text response for testing.').content,
    test_image_content: [image],
    test_audio_content: [{ type: 'audio' as const, data: WAV, mimeType: 'audio/wav' }],
    test_embedded_resource: [
      {
        type: 'resource' as const,
        resource: {
          uri: 'test://embedded-resource',
          mimeType: 'text/plain',
          text: 'This is an embedded resource content.',
        },
      },
    ],
    test_multiple_content_types: [
      ...text('Multiple content types test:').content,
      image,
      {
        type: 'resource' as const,
        resource: {
          uri: 'test://mixed-content-resource',
          mimeType: 'application/json',
          text: '{"value":123}',
        },
      },
    ],
  }
  for (const [name, content] of Object.entries(answers)) {
    server.registerTool(name, { description: name }, () => ({ content }))
  }
}

function registerWork(server: McpServer): void {
  server.registerTool('test_error_handling', { description: 'Always fails' }, () => {
    throw new Error('This tool intentionally returns an error for testing')
  })
  const withLogging = async ({ mcpReq }: ServerContext) => {
    for (const said of ['started', 'processing', 'completed']) {
      await mcpReq.log('info', `Tool execution ${said}`)
      await wait(50)
    }
    return text('Logged')
  }
  server.registerTool('test_tool_with_logging', { description: 'Logs three lines' }, withLogging)
  server.registerTool('test_logging_tool', { description: 'Logs three lines' }, withLogging)
  server.registerTool(
    'test_tool_with_progress',
    { description: 'Tells its progress' },
    async ({ mcpReq }) => {
      const progressToken = mcpReq._meta?.progressToken
      for (const progress of [0, 50, 100]) {
        if (progressToken !== undefined) {
          await mcpReq.notify({
            method: 'notifications/progress',
            params: { progressToken, progress, total: 100 },
          })
        }
        await wait(50)
      }
      return text('Done')
    },
  )
}

const nameForm = (message: string) =>
  inputRequired.elicit({ message, requestedSchema: z.object({ name: z.string() }) })
const sampling = (asked: string, maxTokens = 100) =>
  inputRequired.createMessage({
    messages: [{ role: 'user', content: { type: 'text', text: asked } }],
    maxTokens,
  })

/** Tools that ask the human or the model at the client, and say what came back. */
function registerQuestions(server: McpServer): void {
  const asks = (
    name: string,
    requestedSchema: Parameters<typeof inputRequired.elicit>[0]['requestedSchema'],
    description: string,
  ) =>
    server.registerTool(
      name,
      { description, inputSchema: z.object({ message: z.string().default('Please answer') }) },
      ({ message }, { mcpReq }) => {
        if (mcpReq.inputResponses?.['answer'] === undefined) {
          return inputRequired({
            inputRequests: { answer: inputRequired.elicit({ message, requestedSchema }) },
          })
        }
        return text(`Elicitation completed: ${JSON.stringify(mcpReq.inputResponses['answer'])}`)
      },
    )
  const three = ['option1', 'option2', 'option3']
  const titled = [1, 2, 3].map((n) => ({ const: `value${n}`, title: `Option ${n}` }))
  asks('test_elicitation', z.object({ username: z.string(), email: z.string() }), 'Asks who is there')
  asks('test_streaming_elicitation', z.object({ username: z.string() }), 'Asks who is there')
  asks(
    'test_elicitation_sep1034_defaults',
    {
      type: 'object',
      properties: {
        name: { type: 'string', default: 'John Doe' },
        age: { type: 'integer', default: 30 },
        score: { type: 'number', default: 95.5 },
        status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
        verified: { type: 'boolean', default: true },
      },
    },
    'Asks with defaults',
  )
  asks(
    'test_elicitation_sep1330_enums',
    {
      type: 'object',
      properties: {
        untitledSingle: { type: 'string', enum: three },
        titledSingle: { type: 'string', oneOf: titled },
        legacyEnum: { type: 'string', enum: ['opt1', 'opt2'], enumNames: ['Option One', 'Option Two'] },
        untitledMulti: { type: 'array', items: { type: 'string', enum: three } },
        titledMulti: { type: 'array', items: { anyOf: titled } },
      },
    },
    'Asks with choices of every kind',
  )
  server.registerTool(
    'test_sampling',
    { description: 'Asks the model of the client', inputSchema: z.object({ prompt: z.string() }) },
    ({ prompt }, { mcpReq }) => {
      const answer = inputResponse(mcpReq.inputResponses, 'answer')
      return answer.kind === 'sampling'
        ? text(`LLM response: ${JSON.stringify(answer.result.content)}`)
        : inputRequired({ inputRequests: { answer: sampling(prompt) } })
    },
  )
}

const capabilitiesSchema = z.object({ elicitation: z.unknown().optional(), sampling: z.unknown().optional() })

/** Tools that need several rounds, and keep what they know in a state that nobody can alter. */
function registerRounds(server: McpServer): void {
  const nameSchema = z.object({ name: z.string() })
  const tool = (
    name: string,
    handler: (ctx: ServerContext) => Promise<ReturnType<typeof text> | ReturnType<typeof inputRequired>>,
  ) => server.registerTool(`test_input_required_result_${name}`, { description: `Rounds: ${name}` }, handler)

  tool('elicitation', async ({ mcpReq }) => {
    const given = acceptedContent(mcpReq.inputResponses, 'user_name', nameSchema)
    return given === undefined
      ? inputRequired({ inputRequests: { user_name: nameForm('What is your name?') } })
      : text(`Hello, ${given.name}!`)
  })
  tool('sampling', async ({ mcpReq }) => {
    const answer = inputResponse(mcpReq.inputResponses, 'capital_question')
    return answer.kind === 'sampling'
      ? text(JSON.stringify(answer.result.content))
      : inputRequired({ inputRequests: { capital_question: sampling('What is the capital of France?') } })
  })
  tool('list_roots', async ({ mcpReq }) => {
    const answer = inputResponse(mcpReq.inputResponses, 'client_roots')
    return answer.kind === 'roots'
      ? text(JSON.stringify(answer.roots))
      : inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } })
  })
  for (const name of ['request_state', 'tampered_state']) {
    tool(name, async (ctx) => {
      if (ctx.mcpReq.requestState() !== undefined && ctx.mcpReq.inputResponses !== undefined)
        return text('state-ok')
      const confirm = inputRequired.elicit({
        message: 'Please confirm',
        requestedSchema: z.object({ ok: z.boolean() }),
      })
      return inputRequired({ inputRequests: { confirm }, requestState: await state.mint('asked', ctx) })
    })
  }
  tool('multiple_inputs', async (ctx) => {
    if (Object.keys(ctx.mcpReq.inputResponses ?? {}).length === 3) return text('All three are there')
    return inputRequired({
      inputRequests: {
        user_name: nameForm('What is your name?'),
        greeting: sampling('Generate a greeting', 50),
        client_roots: inputRequired.listRoots(),
      },
      requestState: await state.mint('asked', ctx),
    })
  })
  tool('multi_round', async (ctx) => {
    const round = ctx.mcpReq.requestState()
    const { inputResponses } = ctx.mcpReq
    if (round === 2 && inputResponses?.['step2'] !== undefined) return text('Both steps are done')
    const next = round === 1 && inputResponses?.['step1'] !== undefined ? 2 : 1
    return inputRequired({
      inputRequests: { [`step${next}`]: nameForm(`Step ${next}: What is your name?`) },
      requestState: await state.mint(next, ctx),
    })
  })
  tool('capabilities', async ({ mcpReq }) => {
    const said = new Map<string, unknown>(Object.entries(mcpReq.envelope ?? {}))
    const can = capabilitiesSchema.safeParse(said.get(CLIENT_CAPABILITIES_META_KEY)).data
    return inputRequired({
      inputRequests: {
        ...(can?.elicitation !== undefined && { user_name: nameForm('What is your name?') }),
        ...(can?.sampling !== undefined && { greeting: sampling('Generate a greeting') }),
      },
    })
  })
  server.registerPrompt(
    'test_input_required_result_prompt',
    { description: 'Asks for its context' },
    ({ mcpReq }) => {
      const given = acceptedContent(mcpReq.inputResponses, 'user_context', z.object({ context: z.string() }))
      if (given !== undefined) return said(given.context)
      const message = 'What context should the prompt use?'
      const requestedSchema = z.object({ context: z.string() })
      return inputRequired({
        inputRequests: { user_context: inputRequired.elicit({ message, requestedSchema }) },
      })
    },
  )
}

const said = (words: string) => ({
  messages: [{ role: 'user' as const, content: { type: 'text' as const, text: words } }],
})

function registerPages(server: McpServer): void {
  const plain = { mimeType: 'text/plain' }
  server.registerResource('static-text', 'test://static-text', plain, ({ href: uri }) => ({
    contents: [{ uri, ...plain, text: 'This is the content of the static text resource.' }],
  }))
  server.registerResource(
    'static-binary',
    'test://static-binary',
    { mimeType: 'image/png' },
    ({ href: uri }) => ({
      contents: [{ uri, mimeType: 'image/png', blob: PNG }],
    }),
  )
  server.registerResource('watched', 'test://watched-resource', plain, ({ href: uri }) => ({
    contents: [{ uri, ...plain, text: 'Watched' }],
  }))
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined })
  server.registerResource(
    'template',
    template,
    { mimeType: 'application/json' },
    ({ href: uri }, { id }) => ({
      contents: [
        {
          uri,
          mimeType: 'application/json',
          text: JSON.stringify({ id, data: `Data for ID: ${String(id)}` }),
        },
      ],
    }),
  )

  server.registerPrompt('test_simple_prompt', { description: 'Simple' }, () =>
    said('This is a simple prompt for testing.'),
  )
  server.registerPrompt(
    'test_prompt_with_arguments',
    { description: 'With arguments', argsSchema: z.object({ arg1: z.string(), arg2: z.string() }) },
    ({ arg1, arg2 }) => said(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`),
  )
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'With a resource', argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri: uri }) => ({
      messages: [
        { role: 'user', content: { type: 'resource', resource: { uri, ...plain, text: 'Embedded.' } } },
        ...said('Please process the embedded resource above.').messages,
      ],
    }),
  )
  server.registerPrompt('test_prompt_with_image', { description: 'With an image' }, () => ({
    messages: [{ role: 'user', content: image }, ...said('Please analyze the image above.').messages],
  }))
  server.server.registerCapabilities({ completions: {} })
  server.server.setRequestHandler('completion/complete', () => ({
    completion: { values: ['paris', 'park'] },
  }))
}
