import type {
  LanguageModelV4,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolResultPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider'
import type { Given, Tokens } from './turn.ts'

/** What passes between the chat and a model. */
export interface ModelWatch {
  onAsked(given: readonly Given[]): void
  onCall(call: { readonly tool: string; readonly input: unknown }): void
  onTokens(tokens: Tokens): void
}

/** The same model, with an eye on what it is given and what it does. */
export const watchModel = (model: LanguageModelV4, watch: ModelWatch): LanguageModelV4 => ({
  specificationVersion: 'v4',
  provider: model.provider,
  modelId: model.modelId,
  supportedUrls: model.supportedUrls,
  // The chat only ever streams.
  doGenerate: () => Promise.reject(new Error('Nothing is asked of this model without a stream')),
  async doStream(options) {
    watch.onAsked([...givenIn(options.prompt), { as: 'tools', text: JSON.stringify(options.tools ?? []) }])
    const { stream, ...result } = await model.doStream(options)
    const seen = new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
      transform(part, controller) {
        if (part.type === 'tool-call') watch.onCall({ tool: part.toolName, input: parsed(part.input) })
        if (part.type === 'finish') watch.onTokens(tokensOf(part.usage))
        controller.enqueue(part)
      },
    })
    return { ...result, stream: stream.pipeThrough(seen) }
  },
})

/** All but the words of the human, and those of the model itself. */
const givenIn = (prompt: LanguageModelV4Prompt): readonly Given[] =>
  prompt.flatMap((message): readonly Given[] => {
    if (message.role === 'system') return [{ as: 'instructions', text: message.content }]
    if (message.role !== 'tool') return []
    return message.content.flatMap((part) =>
      part.type === 'tool-result' ? { as: 'result', text: textOf(part.output) } : [],
    )
  })

const textOf = (output: LanguageModelV4ToolResultPart['output']): string =>
  output.type === 'text' || output.type === 'error-text' ? output.value : JSON.stringify(output)

function parsed(input: string): unknown {
  try {
    return JSON.parse(input)
  } catch {
    return undefined
  }
}

const tokensOf = ({ inputTokens, outputTokens }: LanguageModelV4Usage): Tokens => ({
  input: inputTokens.total ?? 0,
  cached: inputTokens.cacheRead ?? 0,
  output: outputTokens.total ?? 0,
})
