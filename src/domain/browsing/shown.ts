/** What a list of customers can be put in order by; one line each in sorts.ts. */
export const SORTS = ['spent', 'orders', 'last_order', 'name'] as const
export type Sort = (typeof SORTS)[number]
export const DIRECTIONS = ['asc', 'desc'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** A customer in a list that a signed-in human looks at. Texts are empty where nothing is known. */
export interface CustomerRow {
  /** As imported. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly city: string
  /** Its English name. */
  readonly country: string
  readonly orders: number
  /** Currency units, before refunds. */
  readonly spent: number
  /** ISO 8601; null for somebody who never ordered. */
  readonly lastOrder: string | null
}

/** A page of the members of criteria, at one as-of time that all pages of a list share. */
export interface CustomerPage {
  readonly customers: readonly CustomerRow[]
  /** How many there are on all pages: members, or those of them who match the search. */
  readonly total: number
  /** ISO 8601, a whole minute. */
  readonly asOf: string
  readonly currency: string
  /** Asks for what is behind this page; null on the last one. */
  readonly next: string | null
  /** Names and addresses are shortened: whoever looks may not see them whole. */
  readonly masked: boolean
}
