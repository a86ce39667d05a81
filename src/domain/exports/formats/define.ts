import type { Currency } from '#kernel/money.ts'
import type { Scores } from '../../rfm/scores.ts'
import type { ExportOptions } from '../options.ts'

/** What SQLite answers for a column. */
export type Value = string | number | null

/** What a file is written with. */
export interface FormatContext {
  readonly options: ExportOptions
  /** Orders after it are invisible, epoch seconds. */
  readonly now: number
  /** No counted order is dated after `now`: the facts rows tell what there is. */
  readonly factsHold: boolean
  readonly currency: Currency
  /** RFM scores of all customers; computed when it is called. */
  scores(): Scores
}

/** Why somebody is in none of the files, in words that complete "12 customers …". */
export interface LeftOut {
  readonly why: string
}

/** A row, and in which of the plan's files it stands. */
export interface Row {
  readonly file: number
  /** The cells, quoted and separated, without the line's end. */
  readonly text: string
  /** What was mended to write it: `phones` whose country code was added. */
  readonly mended?: 'phone'
}

/** How a format turns customers into rows. */
export interface RowPlan {
  /** Each with the end of its name (empty for an only one) and its columns. */
  readonly files: readonly { readonly suffix: string; readonly headers: readonly string[] }[]
  /** SQL expressions over `c` (customers) and `f` (facts), each of them cheap: they are read for every row. */
  readonly select: readonly string[]
  /** Makes the row of a customer of what `select` answered. */
  row(id: number, values: readonly Value[]): Row | LeftOut
}

export type OptionName = keyof ExportOptions

/**
 * A kind of file that Muster writes. A format is one file in this folder and one line in index.ts.
 *
 * @example see standard-csv.ts
 */
export interface ExportFormat {
  /** For people: `Standard CSV`, `Google Ads customer match`. */
  readonly title: string
  /** The channel whose consent its rows need, so that only audiences on it go there; null for analysis. */
  readonly channel: 'email' | 'sms' | 'ads' | null
  readonly options: readonly OptionName[]
  /** Larger files are split. */
  readonly mostBytes?: number
  /** Fewer rows than this do not deliver there. */
  readonly leastRows?: number
  /** Why a name may be refused there; undefined for one that may not. */
  riskyName?(name: string): string | undefined
  plan(ctx: FormatContext): RowPlan
}

export const isLeftOut = (made: Row | LeftOut): made is LeftOut => 'why' in made
