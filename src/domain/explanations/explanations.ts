import type { IndicatorDefinition } from '../indicators/schema.ts'
import type { Measure } from '../indicators/measures/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Explanation } from '../criteria/evaluate.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Masked } from '../customers/masked.ts'
import type { Entity } from '../entities/entity.ts'
import type { Preview } from '../previews/schema.ts'
import type { Segment } from '../segments/schema.ts'

/** A counted preview, or a segment by id or name. */
export type Explained = { readonly previewId: string } | { readonly segment: string }

export interface OneExplained {
  readonly entity: Entity
  readonly one: Masked
  /** What was held against it. */
  readonly words: string
  readonly explanation: Explanation
  /** What would have to turn for the whole to turn, the least of it. */
  readonly nearest: readonly Flipped[]
  /** When that happens by itself, as time passes and nothing else does. */
  readonly next: Next
}

export interface SegmentsOfOne {
  readonly one: Masked
  readonly segments: readonly Segment[]
}

/** A condition that would have to turn, or that will. */
export interface Flipped {
  readonly words: string
  /** Before it turns. */
  readonly holds: boolean
  /** By how much: `1 more order`; null where nothing can be measured, or it is time that turns it. */
  readonly miss: string | null
}

/** The time to come, in which nothing happens. */
export interface Next {
  /** The instant of the change: `2026-01-12T14:03:22+01:00`, in the workspace's zone; null for none in `days`. */
  readonly at: string | null
  /** So many days were looked ahead. */
  readonly days: number
  /** What turns then. */
  readonly because: readonly Flipped[]
  /** It depends on others too, who are taken to stay as they are: ranks and RFM scores. */
  readonly heldStill: boolean
}

/** Why: criteria in words and numbers, and one customer, company or person held against them. */
export interface Explanations {
  /** Completes "Customers who …", as of now. */
  words(criteria: Criteria): string
  /** The statement that selects them, over the documented views, as of now. */
  sql(criteria: Criteria): string
  /** What a measure is: a noun. */
  measureWords(measure: Measure): string
  /** The statement behind an indicator, over the documented views: who has a status, or everybody's number. */
  indicatorSql(definition: IndicatorDefinition): string
  /** The numbers behind criteria: a preview as it was counted, a segment as it is now. */
  counted(
    what: Explained,
    options: { readonly actor: Actor; readonly signal?: AbortSignal },
  ): Promise<Preview>
  /**
   * One of those that the criteria are over: by the id as imported, a customer or person by e-mail as well, a
   * company by domain or name. Throws NotFoundError.
   */
  one(named: string, what: Explained, options: { readonly signal?: AbortSignal }): Promise<OneExplained>
  /** The segments and lists that a customer is in as of now, by name as `one` finds them. Throws NotFoundError. */
  segmentsOf(named: string, options: { readonly signal?: AbortSignal }): Promise<SegmentsOfOne>
}
