import type { OrderStatus } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { RankCondition } from '../conditions/rank.ts'

export interface ProductRecord {
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

/** Everything about one customer that a condition can ask; rows dated after now are still in it. */
export interface CustomerRecord {
  readonly id: number
  readonly externalId: string
  readonly text: Readonly<
    Record<
      | 'email'
      | 'phone'
      | 'first_name'
      | 'last_name'
      | 'gender'
      | 'country'
      | 'region'
      | 'city'
      | 'postcode'
      | 'language',
      string | null
    >
  >
  readonly latitude: number | null
  readonly longitude: number | null
  readonly createdAt: Instant | null
  /** `YYYY-MM-DD` */
  readonly birthday: string | null
  readonly tags: readonly string[]
  readonly interests: readonly string[]
  readonly consent: Readonly<Record<'email' | 'sms', 'subscribed' | 'unsubscribed' | null>>
  readonly orders: readonly OrderRecord[]
  readonly events: readonly EventRecord[]
  /** Ids of the list segments that hold this customer. */
  readonly lists: ReadonlySet<string>
}

export interface RfmScores {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/** What one customer can't know alone: where the others stand. */
export interface Population {
  /** Null without a counted order. */
  rfm(customer: CustomerRecord): RfmScores | null
  rankHolds(condition: RankCondition, customer: CustomerRecord): boolean
}
