/** The part of the HTTP API that is about indicators; `api.ts` has the routes. */
import type {
  ShownIndicator as Indicator,
  ShownIndicatorVersion as IndicatorVersion,
} from '#domain/indicators/shown.ts'
import type { Naming } from '#domain/references/named.ts'

/** An indicator with its meaning: completes "Customers who …" for a status, a noun for a number. */
export type ShownIndicator = Indicator & {
  readonly words: string
  /** `money`, `days` …; null for a status. */
  readonly unit: string | null
}

export interface IndicatorList {
  readonly indicators: readonly ShownIndicator[]
  /** All customers there are. */
  readonly total: number
}

/** One indicator with its history, oldest version first. */
export type IndicatorView = ShownIndicator & {
  /** Over the documented views. */
  readonly sql: string
  /** The segments, indicators and audiences whose criteria name it. */
  readonly usedBy: readonly Naming[]
  readonly versions: readonly IndicatorVersion[]
}
