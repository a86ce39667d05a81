import { acceptedContent, inputRequired, type McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { image, plain } from './said.fixture.ts'

const said = (words: string) => ({
  messages: [{ role: 'user' as const, content: { type: 'text' as const, text: words } }],
})

/** Prompts, one of which asks for its context, and what their arguments are completed to. */
export function registerPrompts(server: McpServer): void {
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
  server.server.registerCapabilities({ completions: {} })
  server.server.setRequestHandler('completion/complete', () => ({
    completion: { values: ['paris', 'park'] },
  }))
}
