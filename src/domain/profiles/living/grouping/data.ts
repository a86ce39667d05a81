/** Below so many customers groups are chance. */
export const LEAST_CUSTOMERS = 200

/** What customers do, in numbers: a row for each customer, a column for each trait. What nobody knows is NaN. */
export interface Behaved {
  readonly rows: number
  readonly columns: readonly Float32Array[]
  readonly orders: Float32Array
  /** What the goal measures of each. */
  readonly goal: Float32Array
}

/** What finding groups has to know of a trait. */
export interface TraitShape {
  /** The number of the behaviour that it is an aspect of. */
  readonly behaviour: number
  readonly scale: 'even' | 'log'
  /** Whether it grows with the number of orders alone: that part of it sets nobody apart. */
  readonly growsWithOrders: boolean
  /** Bounds are multiples of it. */
  readonly grid: number
  /** The sides that criteria can ask for. */
  readonly more: boolean
  readonly less: boolean
}

/** Hears how far it is, 0 to 1, and throws once somebody cancelled. */
export type OnProgress = (done: number) => void
