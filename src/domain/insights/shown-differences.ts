/** What two groups of customers are told apart by. */
export const DIFFERENCE_KINDS = ['rfm', 'country', 'city', 'category', 'product'] as const
export type DifferenceBy = (typeof DIFFERENCE_KINDS)[number]

/** One value, and how many of each group have it, as shares of the group from 0 to 1. */
export interface DifferenceRow {
  readonly label: string
  readonly first: number
  readonly second: number
}

export interface Difference {
  readonly by: DifferenceBy
  /** What comes before the value: `In`, `Bought`; empty where it stands by itself. */
  readonly verb: string
  readonly title: string
  /** The largest differences first. */
  readonly rows: readonly DifferenceRow[]
}

/** What one of the two groups is worth: currency units, null where nobody or no order is there to divide by. */
export interface GroupWorth {
  readonly name: string
  readonly customers: number
  /** Customers with an order. */
  readonly buyers: number
  readonly spent: number
  readonly spentPerCustomer: number | null
  readonly ordersPerCustomer: number | null
  readonly averageOrder: number | null
}

/** How two groups of customers differ, read at one state of the data. Orders that were cancelled never count. */
export interface GroupDifferences {
  /** ISO 8601, a whole minute. */
  readonly asOf: string
  readonly currency: string
  readonly first: GroupWorth
  readonly second: GroupWorth
  readonly differences: readonly Difference[]
  /** The most telling of them, a sentence each; where there is none, that. */
  readonly told: readonly string[]
}
