import { isStepCount, ToolLoopAgent, type ToolSet } from 'ai'
import type { ChosenModel } from './models.ts'

/** So many times a model may look and act before it has to answer. */
export const MAX_STEPS = 12

export interface TurnLimits {
  /** Milliseconds for a whole turn. */
  readonly totalMs: number
  /** Milliseconds without a sign of life from the model. */
  readonly silentMs: number
}

export const TURN_LIMITS: TurnLimits = { totalMs: 5 * 60_000, silentMs: 2 * 60_000 }

/** The loop of model and tools. */
export const createAgent = (options: {
  readonly model: ChosenModel
  readonly instructions: string
  readonly tools: ToolSet
  readonly limits: TurnLimits
}): ToolLoopAgent<never, ToolSet> =>
  new ToolLoopAgent({
    model: options.model.model,
    instructions: options.instructions,
    tools: options.tools,
    stopWhen: isStepCount(MAX_STEPS),
    // In the order the model gave them, so that the last result is what the turn came to.
    toolCallConcurrency: 1,
    maxRetries: 1,
    timeout: { totalMs: options.limits.totalMs, chunkMs: options.limits.silentMs },
    // What customers are asked about stays with the company, as far as a request can see to it.
    providerOptions: { openai: { store: false } },
    // Errors are told to the person by the turn; the SDK's own handler would print them.
    onError: () => undefined,
  })
