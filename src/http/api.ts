/**
 * The HTTP API as types, for the web app and other clients. Every route needs the session cookie of a signed-in
 * human, except GET /healthz, GET /readyz, /signin, /v1 and the files of the web app; those of guards/widget.ts take a
 * widget's token instead. Requests that change something are JSON and come from our own origin. Errors are `ApiError`
 * with a fitting status. GET /openapi.json lists the routes, each as it is described where it stands.
 */
import type {
  Perimeter,
  ShownAudience as Audience,
  ShownAudienceVersion as AudienceVersion,
} from '#domain/audiences/shown.ts'
import type { CustomerRow } from '#domain/browsing/shown.ts'
import type { Naming } from '#domain/references/named.ts'
import type {
  ShownSegment as Segment,
  ShownSegmentVersion as SegmentVersion,
} from '#domain/segments/shown.ts'
import type { RefreshJob } from '#domain/segments/refresh-jobs.ts'
import type { FullFigures, SegmentCount, SegmentRow } from '#domain/segments/shown-table.ts'
import type { Freshness } from '#domain/sources/fresh-schema.ts'
import type { Thread } from '#domain/threads/schema.ts'
import type { User } from '#domain/users/schema.ts'
import type { Currency } from '#kernel/money.ts'

export type { CustomerPage, CustomerRow, Direction, Sort } from '#domain/browsing/shown.ts'
export type { Why, WhyLine } from '#domain/explanations/shown.ts'
export type { MotionRequest as DraftMotion, Motions } from '#domain/motions/shown.ts'
export type { Routing } from '#domain/routing/shown.ts'
export type { Perimeter } from '#domain/audiences/shown.ts'
export type * from './arrivals-api.ts'
export type * from './criteria-api.ts'
export type * from './data-api.ts'
export type * from './export-api.ts'
export type * from './groups-api.ts'
export type * from './health-api.ts'
export type * from './indicator-api.ts'
export type * from './profile-api.ts'
export type * from './widget-api.ts'
export type { Distribution } from '#domain/indicators/shown-distribution.ts'
export type { Moved } from '#domain/moves/shown.ts'
export type { ActivityPage } from '#domain/activity/shown.ts'
export type { GroupDifferences } from '#domain/insights/shown-differences.ts'
export type { GroupComparison } from '#domain/insights/shown-comparison.ts'
export type { Geography } from '#domain/insights/shown-geography.ts'
export type { Figures } from '#domain/insights/schema.ts'
export type { ShownPreview as Preview } from '#domain/previews/shown.ts'
export type { ShownProposal as Proposal } from '#domain/proposals/shown.ts'
export type { RefreshJob } from '#domain/segments/refresh-jobs.ts'
export type { FullFigures, SegmentCount, SegmentRow } from '#domain/segments/shown-table.ts'
export type { Thread } from '#domain/threads/schema.ts'
export type { User } from '#domain/users/schema.ts'

export interface ApiError {
  readonly code: 'input' | 'conflict' | 'not_found' | 'config' | 'limit' | 'signed_out' | 'forbidden' | 'bug'
  readonly message: string
  readonly next: string
  readonly path: readonly (string | number)[]
  readonly choices: readonly string[]
  /** For `bug`: what stands in the server's log beside the cause. */
  readonly id?: string
}

export interface Session {
  readonly user: User
  readonly expiresAt: string
}

export interface WorkspaceView {
  readonly name: string
  readonly zone: string
  readonly currency: Currency
  readonly demo: boolean
  /** What every reading takes for now, ISO 8601. */
  readonly now: string
  readonly model: {
    /** `offline`, `openai/…` or `local/…`: who answers. */
    readonly id: string
    /** Why another model answers than the one that was asked for. */
    readonly note?: string
  }
  /** Whether a button on this page counts as a human's confirmation (`MUSTER_CONFIRM`). */
  readonly confirmHere: boolean
}

/** `M` is the message type of `#chat/message.ts`, which only the web app and the chat know. */
export interface ThreadView<M = unknown> {
  readonly thread: Thread
  readonly messages: readonly M[]
  /** An answer is being written: GET /api/chat/:threadId/stream follows it. */
  readonly answering: boolean
}

/**
 * One message of the human. The server owns the history: it reads nothing else from the client, so the stock
 * body of the AI SDK's DefaultChatTransport (`{id, messages, trigger}`) works too, and of it only the chat's
 * id, the trigger and the id and text of the last user message count.
 */
export interface ChatRequest {
  /** Without one a thread is started; the answer's metadata names it. */
  readonly threadId?: string
  /** The message's id, made by the client: sent twice, it is stored once. */
  readonly id: string
  readonly text: string
  /** The thread's version as this tab knows it; another one is refused, so that tabs can't overwrite. */
  readonly version?: number
}

/** Asks the last message again; its answer is replaced. */
export interface AskAgain {
  readonly threadId: string
  readonly again: true
  readonly version?: number
}

export interface RenameThread {
  readonly title: string
  readonly version?: number
}

export interface ConfirmRequest {
  /** `contentHash` of exactly the proposal that was shown. */
  readonly contentHash: string
  /** The count as the human typed it; needed where the proposal says `typeCount`. */
  readonly typedCount?: number
}

export interface RejectRequest {
  readonly reason?: string
}

/** The first customers who match, from all there are. */
export interface CustomersFound {
  readonly customers: readonly CustomerRow[]
  /** Names and addresses are shortened: whoever looks may not see them whole. */
  readonly masked: boolean
}

export interface SegmentList {
  /** One page of them. `words` completes "Customers who …"; null for lists. */
  readonly segments: readonly (SegmentRow & { readonly words: string | null })[]
  /** How many there are on all pages. */
  readonly found: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** All customers there are: what shares are shares of. */
  readonly total: number
  /** Customers who never ordered, whom no RFM segment holds. */
  readonly noOrders: number
  readonly currency: string
  /** Of the data that the criteria of these segments read. */
  readonly freshness: readonly Freshness[]
}

/** One segment with its history, oldest version first. */
export type SegmentView = Segment & {
  readonly words: string | null
  /** Over the documented views; null for lists. */
  readonly sql: string | null
  /** Of the data that its criteria read. */
  readonly freshness: readonly Freshness[]
  /** All customers there are: what shares are shares of. */
  readonly total: number
  /** The segments, audiences and indicators whose criteria name it. */
  readonly usedBy: readonly Naming[]
  /** `words` is null for lists, and where it named something that is gone. */
  readonly versions: readonly (SegmentVersion & { readonly words: string | null })[]
}

export interface SegmentFigures {
  /** Null until they were worked out, which takes a minute after a change. */
  readonly figures: FullFigures | null
}

export interface SegmentHistory {
  /** Oldest first, without those in which nobody came or went. */
  readonly counts: readonly SegmentCount[]
}

export interface RefreshState {
  /** The one that runs, or the last since the server started. */
  readonly job: RefreshJob | null
}

/** A change by a click: what `src/domain/changes` lists, by its kind. */
export interface DraftRequest {
  readonly change: { readonly kind: string; readonly [field: string]: unknown }
}

/** An audience with what it is made of: completes "Customers who …", "Companies that …", or says what it names and is gone. */
export type ShownAudience = Audience & { readonly words: string | null; readonly broken: string | null }

export interface AudienceList {
  readonly audiences: readonly ShownAudience[]
  /** All customers, companies and people there are. */
  readonly totals: Readonly<Record<ShownAudience['entity'], number>>
}

/** One audience, counted now, with its history, oldest version first. */
export type AudienceView = ShownAudience & {
  /** Null where something that it names is gone. */
  readonly now: {
    readonly perimeter: Perimeter
    readonly asOf: string
    /** The members, over the documented views. */
    readonly sql: string
    readonly freshness: readonly Freshness[]
  } | null
  readonly versions: readonly (AudienceVersion & { readonly words: string | null })[]
}
