import type { Outcome } from '../outcome.ts'

/** One call of a tool, as the model made it. */
export interface ToolUse {
  readonly tool: string
  /** Undefined where what the model wrote was no JSON. */
  readonly input: unknown
  /** What the model was answered with; undefined where the call never reached the tool. */
  readonly content?: string
  readonly details?: unknown
  /** Why it failed. */
  readonly error?: string
}

export interface Tokens {
  readonly input: number
  /** Of the input: what the server had at hand already, and charges less for. */
  readonly cached: number
  readonly output: number
}

export const NO_TOKENS: Tokens = { input: 0, cached: 0, output: 0 }

export const addTokens = (a: Tokens, b: Tokens): Tokens => ({
  input: a.input + b.input,
  cached: a.cached + b.cached,
  output: a.output + b.output,
})

/** Something that the model was given, other than what the human and itself had said. */
export interface Given {
  readonly as: 'instructions' | 'tools' | 'result'
  readonly text: string
}

/** What one message of the human led to. */
export interface Turn {
  readonly said: string
  readonly outcome: Outcome
  readonly uses: readonly ToolUse[]
  readonly given: readonly Given[]
  /** How often the model was asked. */
  readonly steps: number
  readonly tokens: Tokens
  /** Milliseconds, tools included. */
  readonly ms: number
}

export type Conversation = readonly Turn[]
