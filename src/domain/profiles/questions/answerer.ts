import type { Answers, Price } from './schema.ts'

/** One question about one record, with everything that may be used to answer it. */
export interface Asked {
  readonly question: string
  readonly answers: Answers
  /** The record's own facts, each one line with its values fenced; an answer names them by their place, from 1. */
  readonly facts: readonly string[]
}

/** What a model wrote, and what it used. */
export interface Replied {
  /** As it stands: whoever asked reads it, and trusts nothing in it. */
  readonly text: string
  readonly tokens: { readonly input: number; readonly output: number }
}

/** Who answers questions about records: the configured model. Throws what goes wrong on the way to it. */
export interface Answerer {
  readonly model: string
  /** Null where nobody said what its tokens cost. */
  readonly price: Price | null
  ask(asked: Asked, signal: AbortSignal): Promise<Replied>
}
