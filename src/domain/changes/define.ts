import type { z } from 'zod'
import type { Reader, Writer } from '#db/run.ts'
import type { JoinRule } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'
import type { PerimeterOf } from '../audiences/perimeter.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Definitions } from '../definitions.ts'
import type { CheckExport } from '../exports/checks.ts'
import type { Checked } from '../exports/tally.ts'
import type { Measure } from '../indicators/measures/index.ts'
import type { Bitset } from '../members/bitset.ts'
import type { Preview } from '../previews/schema.ts'
import type { FitOf } from '../profiles/describe-fit.ts'
import type { EntityOutlook, ProposedProfile } from '../profiles/scoring/scoring.ts'
import type { ProfileVersionRef } from '../profiles/version-ref.ts'
import type { Difference } from '../proposals/shown.ts'
import type { Authorship } from '../segments/store.ts'

/** What a change may look at while it describes itself. */
export interface DescribeContext extends Definitions {
  readonly reader: Reader
  now(): Instant
  /** Criteria and measures in words, as of now. */
  words(criteria: Criteria): string
  measureWords(measure: Measure): string
  /** Throws NotFoundError. */
  preview(id: string): Preview
  /** Criteria as they count: with ids for names. Throws InputError for what the data can't answer. */
  resolve(criteria: Criteria): Criteria
  /** Counts the criteria that a segment has or had, as of now. */
  count(criteria: Criteria, segmentId: string): Promise<Preview>
  /** Counts whom a profile fits, as of now, with the receipt of the request for all that its parameters hold. */
  countFit(fit: Criteria, of: FitOf): Promise<Preview>
  /** What everybody would score if these profiles were so, beside what is stored. */
  asIf(profiles: readonly ProposedProfile[]): Promise<readonly EntityOutlook[]>
  /** Counts an audience with its perimeter, as of now. */
  countAudience(audience: PerimeterOf, assumptions: readonly string[]): Promise<Preview>
  /** Throws InputError for an address that nothing may be sent to, ConfigError where nothing can be signed. */
  checkWebhook(url: string): void
  /** What a file of a preview's members would hold. */
  checkExport(of: Parameters<CheckExport>[0]): Promise<Checked>
}

/** What a human is shown and confirms. */
export interface Description {
  /** One sentence that says what would happen. */
  readonly summary: string
  /** The thing that is changed, and the version of it that this was said about. */
  readonly target: { readonly id: string; readonly version: number } | null
  /** Who would be touched; null when nobody enters or leaves anything. */
  readonly preview: Preview | null
  readonly difference: readonly Difference[]
}

/** What a change is given to happen with, inside the transaction of its confirmation. */
export interface ApplyContext extends Definitions {
  readonly writer: Writer
  readonly ids: Ids
  readonly by: Authorship
  /** The criteria that were counted and who satisfies them now; null where the description had no preview. */
  readonly counted: Counted | null
}

export interface Counted {
  readonly criteria: Criteria
  readonly members: Bitset
  readonly asOf: Instant
}

/** For changes whose description always has a preview. */
export function countedOf({ counted }: ApplyContext): Counted {
  if (counted === null) throw new Error('A change that touches members was confirmed without a count')
  return counted
}

/** One line of a difference, or none where nothing would change. */
export const changed = (what: string, before: string, after: string | undefined): readonly Difference[] =>
  after === undefined || after === before ? [] : [{ what, before, after }]

/** Lines about what the data can't tell of the members of an audience. */
export const notKnown = ({ perimeter }: Preview): readonly Difference[] =>
  (perimeter?.notes ?? []).map((note) => ({ what: 'not known', before: null, after: note }))

export interface SegmentOutcome {
  readonly segmentId: string
  readonly version: number
}
export interface IndicatorOutcome {
  readonly indicatorId: string
  readonly version: number
}
export interface AudienceOutcome {
  readonly audienceId: string
  readonly version: number
}
export interface RoutingOutcome {
  readonly ruleId: string
  readonly version: number
}
/** Of several profiles at once, those that are cloned for example, the versions stand in the order of the ids. */
export interface ProfileOutcome {
  readonly profileIds: readonly string[]
  readonly versions: readonly number[]
}
export interface ExportOutcome {
  readonly exportId: string
}
export interface QuestionOutcome {
  readonly questionId: string
  /** The job that asks it; null where none was left behind. */
  readonly runId: string | null
  readonly restored?: boolean
}
export interface JoinOutcome {
  readonly joinId: number
}
export interface JoinRuleOutcome {
  readonly joinRule: JoinRule
  readonly before: JoinRule
}
/** What was made or changed. */
export type Outcome =
  | SegmentOutcome
  | IndicatorOutcome
  | AudienceOutcome
  | RoutingOutcome
  | QuestionOutcome
  | ProfileOutcome
  | ExportOutcome
  | JoinOutcome
  | JoinRuleOutcome

/** The change that takes one back. */
export type Undoing =
  | { readonly kind: 'delete_segment'; readonly segmentId: string }
  | { readonly kind: 'undo'; readonly segmentId: string; readonly version: number }
  | { readonly kind: 'delete_indicator'; readonly indicatorId: string }
  | { readonly kind: 'undo_indicator'; readonly indicatorId: string; readonly version: number }
  | { readonly kind: 'delete_audience'; readonly audienceId: string }
  | { readonly kind: 'undo_audience'; readonly audienceId: string; readonly version: number }
  | { readonly kind: 'delete_routing_rule'; readonly ruleId: string }
  | { readonly kind: 'undo_routing_rule'; readonly ruleId: string; readonly version: number }
  | { readonly kind: 'delete_profile'; readonly profiles: ProfileVersionRef[] }
  | { readonly kind: 'undo_profile'; readonly profiles: ProfileVersionRef[] }
  | { readonly kind: 'undo_export'; readonly exportId: string }
  | { readonly kind: 'separate_customers'; readonly joinId: number }
  | { readonly kind: 'join_customers'; readonly joinId: number }
  | { readonly kind: 'set_join_rule'; readonly rule: JoinRule }
  | { readonly kind: 'delete_question'; readonly questionId: string; readonly restore?: true }

/**
 * One kind of change that can be proposed.
 *
 * @example see rename-segment.ts
 */
export interface ChangeDefinition<S extends z.ZodObject, O extends Outcome = SegmentOutcome> {
  readonly schema: S
  /** Looks at what is there; throws when the change can't be made. */
  describe(change: z.output<S>, ctx: DescribeContext): Promise<Description>
  /** The present version of what it changes: a proposal that was made of another one is stale. */
  version(change: z.output<S>, reader: Reader): number | null
  /** Makes it. Throws ConflictError when it can't be made any more. */
  apply(change: z.output<S>, ctx: ApplyContext): O
  /** What takes it back, once it was made of version `base`. Left out where nothing is left behind that could be. */
  undo?(outcome: O, base: number | null): Undoing
}

/** A change of whatever kind: its methods check what they are given against its schema. */
export interface AnyChange {
  describe(change: unknown, ctx: DescribeContext): Promise<Description>
  version(change: unknown, reader: Reader): number | null
  apply(change: unknown, ctx: ApplyContext): Outcome
  undo?(outcome: Outcome, base: number | null): Undoing
}

export function defineChange<S extends z.ZodObject, O extends Outcome = SegmentOutcome>(
  definition: ChangeDefinition<S, O>,
): AnyChange & { readonly schema: S } {
  const { schema } = definition
  return {
    schema,
    ...(definition.undo && { undo: definition.undo }),
    describe: (change, ctx) => definition.describe(schema.parse(change), ctx),
    version: (change, reader) => definition.version(schema.parse(change), reader),
    apply: (change, ctx) => definition.apply(schema.parse(change), ctx),
  }
}
