import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider'
import { z } from 'zod'
import type { ToolAnswer } from '../message.ts'

/** A tool call with what came of it. */
export interface Step {
  readonly tool: string
  readonly input: unknown
  readonly answer: ToolAnswer
}

/** One message of the human, with what was done about it so far. */
export interface HeardTurn {
  readonly text: string
  readonly steps: readonly Step[]
}

/** The conversation as a program needs it: turns, oldest first; the last one is to be answered. */
export function heardIn(prompt: LanguageModelV4Prompt): readonly HeardTurn[] {
  const turns: { text: string; steps: Step[] }[] = []
  const calls = new Map<string, unknown>()
  for (const message of prompt) {
    if (message.role === 'user') turns.push({ text: textOf(message), steps: [] })
    if (message.role === 'assistant') {
      for (const part of message.content)
        if (part.type === 'tool-call') calls.set(part.toolCallId, part.input)
    }
    if (message.role !== 'tool') continue
    for (const part of message.content) {
      if (part.type !== 'tool-result') continue
      const answer = answerOf('value' in part.output ? part.output.value : undefined)
      turns.at(-1)?.steps.push({ tool: part.toolName, input: calls.get(part.toolCallId), answer })
    }
  }
  return turns
}

const textOf = (message: LanguageModelV4Message & { role: 'user' }): string =>
  message.content.map((part) => (part.type === 'text' ? part.text : '')).join('')

const problemSchema = z.object({
  code: z.enum(['input', 'conflict', 'not_found', 'config', 'limit', 'bug']),
  message: z.string(),
  next: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  choices: z.array(z.string()),
})
const answerSchema: z.ZodType<ToolAnswer> = z.union([
  z.object({ content: z.string(), error: problemSchema }),
  z.object({ content: z.string(), details: z.unknown() }),
])

/** Results arrive as the JSON text that tools.ts made; anything else comes from the SDK and means a failed call. */
function answerOf(value: unknown): ToolAnswer {
  const parsed = typeof value === 'string' ? answerSchema.safeParse(parseJson(value)) : undefined
  if (parsed?.success) return parsed.data
  const content = typeof value === 'string' ? value : 'The call failed'
  const error = {
    code: 'bug',
    message: content,
    next: 'Say it in other words.',
    path: [],
    choices: [],
  } as const
  return { content, error }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
