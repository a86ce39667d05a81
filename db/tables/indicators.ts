/** Named facts and statuses of customers, and the stored values of those that are frozen. */

export type IndicatorPolicy = 'dynamic' | 'frozen'

export interface IndicatorsTable {
  id: string
  name: string
  name_key: string
  description: string
  /** `builtin`: there from the start, and nobody changes more of it than its refresh policy. */
  kind: 'builtin' | 'custom'
  /** Criteria of a status or the measure of a number, as JSON. */
  definition: string
  policy: IndicatorPolicy
  /** Why this policy, in a sentence. */
  policy_reason: string
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
  /** When the stored values were read; null while there are none. */
  values_as_of: number | null
  /** The version counters of the sources that they were read from, as JSON. */
  values_from: string | null
}

export interface IndicatorVersionsTable {
  indicator_id: string
  version: number
  name: string
  description: string
  definition: string
  policy: IndicatorPolicy
  policy_reason: string
  deleted: number
  actor: string
  at: number
  proposal_id: string | null
}

export interface IndicatorValuesTable {
  indicator_id: string
  customer_id: number
  value: number
}
