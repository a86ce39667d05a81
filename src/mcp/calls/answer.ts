import type { CallToolResult } from '@modelcontextprotocol/server'
import type { MusterError } from '#kernel/errors.ts'
import { fence, sentence } from '#kernel/untrusted.ts'
import type { ToolResult } from '#tools/define.ts'

const textOf = (text: string): CallToolResult['content'] => [{ type: 'text', text }]

/** A tool's result: `content` for the model, `details` for programs. */
export const resultAnswer = ({ content, details }: ToolResult<unknown>): CallToolResult => ({
  content: textOf(content),
  structuredContent: { ...structured(details) },
})

/** The same answer with more to read at its end, and more for programs. */
export const extended = (
  answer: CallToolResult,
  text: string,
  more: Readonly<Record<string, unknown>> = {},
): CallToolResult => ({
  ...answer,
  content: [...answer.content, ...textOf(text)],
  ...(answer.structuredContent !== undefined && {
    structuredContent: { ...structured(answer.structuredContent), ...more },
  }),
})

/** An error that whoever wrote the request can mend: what happened, where, what to choose from, what to do. */
export function problemAnswer({ message, path, choices, next }: MusterError): CallToolResult {
  const lines = [
    sentence(message),
    path.length > 0 ? `Where: ${sentence(path.join('.'))}` : '',
    choices.length > 0 ? `Choices: ${choices.map((choice) => fence(choice)).join(', ')}` : '',
    `Next: ${sentence(next)}`,
  ]
  return { isError: true, content: textOf(lines.filter((line) => line !== '').join('\n')) }
}

/** A bug: what it was stands in the log under the id, and nowhere else. */
export const bugAnswer = (id: string): CallToolResult => ({
  isError: true,
  content: textOf(
    `Something went wrong inside Muster. Nothing was changed.\n` +
      `Next: Try once more; if it stays, tell the operator the id ${id}, under which the server's log (stderr) says more.`,
  ),
})

const structured = (details: unknown): object =>
  details !== null && typeof details === 'object' ? details : { result: details }
