import { type McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { type McpPrompt, mcpPrompts, type PromptArgument } from '#prompts/mcp.ts'

/** Long enough for any description, too short to smuggle a document in. */
const MAX_ARGUMENT = 2000

/** Offers the prompts for common jobs. */
export function registerPrompts({ server }: McpServer): void {
  server.setRequestHandler('prompts/list', () => ({
    prompts: mcpPrompts.map(({ name, title, description, arguments: args }) => ({
      name,
      title,
      description,
      arguments: args.map(wireArgument),
    })),
  }))
  server.setRequestHandler('prompts/get', ({ params }) => {
    const prompt = mcpPrompts.find(({ name }) => name === params.name)
    if (prompt === undefined) throw invalid(`There is no prompt of that name`)
    const text = prompt.text(checked(prompt, params.arguments ?? {}))
    return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] }
  })
}

const wireArgument = ({ name, description, required }: PromptArgument) => ({ name, description, required })

/** What was given for each argument; throws for one that is missing, too long or unknown. */
function checked(prompt: McpPrompt, args: Readonly<Record<string, string>>) {
  const given = new Map(Object.entries(args).filter(([, value]) => value.trim() !== ''))
  for (const [name, value] of given) {
    if (!prompt.arguments.some((argument) => argument.name === name)) {
      throw invalid(`The prompt ${prompt.name} takes no argument of that name`)
    }
    if (value.length > MAX_ARGUMENT) throw invalid(`${name} is longer than ${MAX_ARGUMENT} characters`)
  }
  for (const { name, required } of prompt.arguments) {
    if (required && !given.has(name)) throw invalid(`The prompt ${prompt.name} needs ${name}`)
  }
  return (name: string): string | undefined => given.get(name)
}

const invalid = (message: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, message)
