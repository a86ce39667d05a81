import type {
  LanguageModelV4,
  LanguageModelV4Content,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider'
import { generateId, simulateReadableStream } from 'ai'
import { atHandAfter, type Interpret } from './offline/at-hand.ts'
import { heardIn } from './offline/heard.ts'
import { nextMove } from './offline/moves.ts'

/**
 * A model that needs no key and no network: it reads the message with the interpreter, calls the same tools as
 * any other model, and puts their results into words. It keeps nothing and sees nothing but the prompt.
 */
export function createOfflineModel(interpret: Interpret): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'muster',
    modelId: 'offline',
    supportedUrls: {},
    async doGenerate({ prompt }) {
      const content = contentFor(prompt, interpret)
      return { content, finishReason: finishOf(content), usage: FREE, warnings: [] }
    },
    async doStream({ prompt }) {
      const content = contentFor(prompt, interpret)
      const chunks: LanguageModelV4StreamPart[] = [
        { type: 'stream-start', warnings: [] },
        ...content.flatMap(partsOf),
        { type: 'finish', finishReason: finishOf(content), usage: FREE },
      ]
      return { stream: simulateReadableStream({ chunks, initialDelayInMs: null, chunkDelayInMs: null }) }
    },
  }
}

function contentFor(prompt: LanguageModelV4Prompt, interpret: Interpret): LanguageModelV4Content[] {
  const turns = heardIn(prompt)
  const turn = turns.at(-1)
  if (turn === undefined) throw new Error('The offline model was asked without a message')
  const before = turns.slice(0, -1)
  const move = nextMove(interpret(turn.text, atHandAfter(before, interpret)), turn, before)
  if ('say' in move) return [{ type: 'text', text: move.say }]
  return move.calls.map(({ tool, input }) => ({
    type: 'tool-call',
    toolCallId: generateId(),
    toolName: tool,
    input: JSON.stringify(input),
  }))
}

function partsOf(content: LanguageModelV4Content): LanguageModelV4StreamPart[] {
  if (content.type === 'tool-call') return [content]
  if (content.type !== 'text') return []
  const id = generateId()
  return [
    { type: 'text-start', id },
    { type: 'text-delta', id, delta: content.text },
    { type: 'text-end', id },
  ]
}

const finishOf = (content: readonly LanguageModelV4Content[]) => ({
  unified: content.some(({ type }) => type === 'tool-call') ? ('tool-calls' as const) : ('stop' as const),
  raw: undefined,
})

const FREE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
} as const
