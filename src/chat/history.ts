import { convertToModelMessages, type ModelMessage, type ToolSet } from 'ai'
import type { MusterMessage } from './message.ts'

/** So many of the human's messages, the last included, go to the model with their answers. */
const REMEMBERED_TURNS = 12

/** What the model is sent of a conversation: recent turns, with tool results as the tools word them for models. */
export const promptOf = (messages: readonly MusterMessage[], tools: ToolSet): Promise<ModelMessage[]> =>
  convertToModelMessages(recentTurns(messages), {
    tools,
    // A turn that was stopped can hold calls without a result, which models' servers refuse.
    ignoreIncompleteToolCalls: true,
  })

function recentTurns(messages: readonly MusterMessage[]): MusterMessage[] {
  const asked = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []))
  return messages.slice(asked.at(-REMEMBERED_TURNS) ?? 0)
}
