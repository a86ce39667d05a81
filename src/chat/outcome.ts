import type { Criteria } from '#domain/criteria/schema.ts'
import type { Entity } from '#domain/entities/entity.ts'
import type { Preview } from '#domain/previews/schema.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { cardsOf, type ToolOutcome } from './cards.ts'
import type { Reading, TurnProblem } from './message.ts'

/** What one turn came to, the same for every model: what `muster ask --json` prints. */
export interface Outcome {
  /**
   * `preview`: criteria were counted. `proposal`: changes were drafted. `question`: it has to be clarified.
   * `answer`: something was looked up. `refused`: out of scope, unsupported, or it failed; `text` says why.
   */
  readonly kind: 'preview' | 'proposal' | 'question' | 'answer' | 'refused'
  readonly entity: Entity
  readonly criteria: Criteria | null
  readonly words: string | null
  readonly sql: string | null
  readonly count: number | null
  readonly total: number | null
  readonly asOf: string | null
  /** How fresh the data is that the criteria read. */
  readonly freshness: Preview['freshness']
  readonly receipt: Preview['receipt']
  /** Conditions that no words of the message led to. */
  readonly unasked?: readonly string[]
  /** One step from what was counted, each counted too. */
  readonly alternatives: NonNullable<Preview['alternatives']>
  /** What the criteria at hand were before this turn changed them. */
  readonly changedFrom?: NonNullable<Preview['changedFrom']>
  readonly assumptions: readonly string[]
  readonly question?: string
  readonly options?: readonly Reading[]
  readonly proposals: readonly Proposal[]
  readonly text: string
  /** The turn ended early for a reason that lies outside the request. */
  readonly problem?: TurnProblem
}

export interface TurnFacts {
  readonly outcomes: readonly ToolOutcome[]
  readonly text: string
  readonly problem?: TurnProblem | undefined
}

/** Derived from the results of tools alone: a model's words decide nothing here. */
export function outcomeOf({ outcomes, text, problem }: TurnFacts): Outcome {
  const proposals = outcomes.flatMap((outcome) => outcome.proposals)
  const common = { proposals, text, ...(problem === undefined ? {} : { problem }) }
  if (problem !== undefined) return { kind: 'refused', ...common, ...counted(undefined) }
  if (proposals.length > 0) {
    return { kind: 'proposal', ...common, ...counted(proposals.findLast(({ preview }) => preview)?.preview) }
  }
  // What was done last is what the turn came to: a model that found out better corrects itself.
  const last = outcomes.flatMap(cardsOf).findLast(({ kind }) => kind !== 'proposal')
  if (last?.kind === 'preview') return { kind: 'preview', ...common, ...counted(last.data) }
  if (last?.kind === 'question') return { kind: 'question', ...common, ...counted(undefined), ...last.data }
  return { kind: last?.kind === 'refusal' ? 'refused' : 'answer', ...common, ...counted(undefined) }
}

const counted = (preview: Preview | null | undefined) => ({
  entity: preview?.entity ?? ('customer' as const),
  criteria: preview?.criteria ?? null,
  words: preview?.words ?? null,
  sql: preview?.sql ?? null,
  count: preview?.count ?? null,
  total: preview?.total ?? null,
  asOf: preview?.asOf ?? null,
  freshness: preview?.freshness ?? [],
  receipt: preview?.receipt ?? [],
  alternatives: preview?.alternatives ?? [],
  ...(preview?.unasked === undefined ? {} : { unasked: preview.unasked }),
  ...(preview?.changedFrom === undefined ? {} : { changedFrom: preview.changedFrom }),
  assumptions: preview?.assumptions ?? [],
})
