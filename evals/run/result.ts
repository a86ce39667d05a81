import type { SuiteName } from '../suites/define.ts'
import type { Score } from '../scorers/verdict.ts'
import type { Kind } from '../outcome.ts'
import type { Tokens, Turn } from './turn.ts'

/** What is kept of a turn: enough to read what happened. */
export interface TurnRecord {
  readonly said: string
  readonly kind: Kind
  readonly words: string | null
  readonly count: number | null
  readonly shown: number | null
  readonly assumptions: readonly string[]
  readonly drafted: readonly string[]
  readonly text: string
  readonly calls: readonly { readonly tool: string; readonly input: unknown; readonly error?: string }[]
  readonly steps: number
  readonly tokens: Tokens
  readonly ms: number
}

/** How one case went with one model. */
export interface Result {
  readonly suite: SuiteName
  readonly id: string
  readonly family: string
  readonly held: boolean
  readonly text: string
  readonly score: Score
  readonly turns: readonly TurnRecord[]
}

/** All cases with one model. */
export interface ModelRun {
  readonly model: string
  readonly results: readonly Result[]
}

export const recordOf = ({ said, outcome, uses, steps, tokens, ms }: Turn): TurnRecord => ({
  said,
  kind: outcome.kind,
  words: outcome.words ?? null,
  count: outcome.count ?? null,
  shown: outcome.members?.length ?? null,
  assumptions: outcome.assumptions,
  drafted: outcome.proposals.map(({ summary }) => summary),
  text: outcome.text,
  calls: uses.map(({ tool, input, error }) => ({ tool, input, ...(error === undefined ? {} : { error }) })),
  steps,
  tokens,
  ms: Math.round(ms),
})
