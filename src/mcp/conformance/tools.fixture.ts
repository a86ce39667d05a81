import { setTimeout as wait } from 'node:timers/promises'
import {
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { image, sampling, text, WAV } from './said.fixture.ts'

/** Tools that answer in one round, or ask once. */
export function registerTools(server: McpServer): void {
  registerContent(server)
  registerWork(server)
  registerQuestions(server)
}

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
  // The suite’s client says that it has no model, and expects to be refused for that.
  server.registerTool('test_missing_capability', { description: 'Asks the model of the client' }, () =>
    inputRequired({ inputRequests: { answer: sampling('Is anybody there?') } }),
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
