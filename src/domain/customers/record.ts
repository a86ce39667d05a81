import type { Channel, OrderStatus } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { RankCondition } from '../conditions/rank/rank.ts'
import type { ScoreRankCondition } from '../conditions/score-rank/score-rank.ts'
import type { AnswerRecord } from '../profiles/questions/answers-of.ts'
import type { ScoreRecord } from '../profiles/score-of.ts'
import type { TextField } from './keys.ts'

export interface ProductRecord {
  readonly id: number
  readonly title: string
  readonly category: string | null
  readonly brand: string | null
  readonly sku: string | null
  readonly tags: readonly string[]
  /** Minor units. */
  readonly price: number | null
}

export interface OrderRecord {
  readonly id: number
  readonly at: Instant
  readonly status: OrderStatus
  /** Minor units, as the next two. */
  readonly total: number
  readonly discount: number
  readonly refunded: number
  readonly code: string | null
  readonly channel: string | null
  readonly device: string | null
  readonly lines: readonly {
    readonly product: ProductRecord
    readonly quantity: number
    /** Of one piece, in minor units. */
    readonly price: number
  }[]
}

export interface EventRecord {
  readonly type: string
  readonly at: Instant
  readonly product: ProductRecord | null
  readonly campaign: string | null
  readonly channel: string | null
  readonly device: string | null
}

export interface MembershipRecord {
  readonly segment: string
  readonly from: Instant
  /** Null for whoever was in when the segment was first counted. */
  readonly entered: Instant | null
  /** Null for whoever was in when it was last counted. */
  readonly left: Instant | null
}

/** A file that held a customer, and was not taken back. */
export interface ExportedRecord {
  readonly format: string
  /** When it was written, to the minute. */
  readonly at: Instant
}

/** Everything about one customer that a condition can ask; rows dated after now are still in it. */
export interface CustomerRecord {
  readonly id: number
  /** How people call this customer: the id of the source `default` where there is one. */
  readonly externalId: string
  /** The ids of every source, the one above among them. */
  readonly externalIds: readonly string[]
  readonly text: Readonly<Record<TextField, string | null>>
  readonly latitude: number | null
  readonly longitude: number | null
  readonly createdAt: Instant | null
  /** `YYYY-MM-DD` */
  readonly birthday: string | null
  readonly tags: readonly string[]
  readonly interests: readonly string[]
  readonly consent: Readonly<Record<Channel, 'subscribed' | 'unsubscribed' | null>>
  /** Consented, with a usable address that has not bounced. */
  readonly reachable: Readonly<Record<Channel, boolean>>
  readonly orders: readonly OrderRecord[]
  readonly events: readonly EventRecord[]
  /** Ids of the list segments that hold this customer. */
  readonly lists: ReadonlySet<string>
  /** The stretches of time in which segments held this customer, as their counts found it. */
  readonly memberships: readonly MembershipRecord[]
  readonly exports: readonly ExportedRecord[]
  /** The stored values of frozen indicators, by their ids; 1 for a status that holds. */
  readonly indicators: ReadonlyMap<string, number>
  /** Null where no live ICP fits. */
  readonly score: ScoreRecord | null
  /** What a model answered, by the ids of the questions. */
  readonly answers: ReadonlyMap<string, AnswerRecord>
}

export interface RfmScores {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/** Whoever stands somewhere in a rank: a customer, a company or a person. */
export interface Ranked {
  readonly id: number
}

/** What one of them can't know alone: where the others stand. */
export interface Population {
  /** Null without a counted order. */
  rfm(customer: CustomerRecord): RfmScores | null
  rankHolds(condition: RankCondition | ScoreRankCondition, record: Ranked): boolean
}
