import type { Currency } from '#kernel/money.ts'
import type { AddressedChannel } from '../../audiences/shown.ts'
import type { Entity } from '../../entities/entity.ts'
import type { Scores } from '../../rfm/scores.ts'
import type { ExportOptions } from '../options.ts'

/** What SQLite answers for a column. */
export type Value = string | number | null

/** What a file is written with. */
export interface FormatContext {
  /** Of whom its rows are. */
  readonly entity: Entity
  readonly options: ExportOptions
  /** The file takes people out again: whatever they consented to. */
  readonly removal: boolean
  /** Orders after it are invisible, epoch seconds. */
  readonly now: number
  /** No counted order is dated after `now`: the facts rows tell what there is. */
  readonly factsHold: boolean
  readonly currency: Currency
  /** Does any customer have a value in this column? */
  filled(column: string): boolean
  /** RFM scores of all customers; computed when it is called. */
  scores(): Scores
}

/** Why somebody is in none of the files: `no e-mail address that may be used`. */
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

/** How a format turns customers, companies or people into rows. */
export interface RowPlan {
  /** Each with the end of its name (empty for an only one) and its columns. */
  readonly files: readonly { readonly suffix: string; readonly headers: readonly string[] }[]
  /** SQL expressions over what `RECORDS` joins, each of them cheap: they are read for every row. */
  readonly select: readonly string[]
  /** Makes the row of a record of what `select` answered. */
  row(id: number, values: readonly Value[]): Row | LeftOut
}

/** Columns in the order of the file; `contact` needs the option of that name. */
export interface ColumnNames {
  readonly plain: readonly string[]
  readonly contact: readonly string[]
}

/** What is chosen by yes or no. */
export type OptionName = Exclude<keyof ExportOptions, 'columns'>

/**
 * A kind of file that Muster writes. A format is one file in this folder and one line in index.ts.
 *
 * @example see standard-csv.ts
 */
export interface ExportFormat {
  /** For people: `Standard CSV`, `Google Ads customer match`. */
  readonly title: string
  /** Where it goes, behind “exported”: `to Meta`, `as standard CSV`. */
  readonly goes: string
  /** What it is for, in a line, for whoever chooses. */
  readonly about: string
  /** The channel whose consent its rows need, so that only audiences on it go there; null for analysis. */
  readonly channel: AddressedChannel | null
  /** Whose rows it has. Formats for a channel need a consent, which is kept for customers alone. */
  readonly entities: readonly Entity[]
  readonly options: readonly OptionName[]
  /** What single columns can be chosen of. */
  readonly columns?: Readonly<Record<Entity, ColumnNames>>
  /** Larger files are split. */
  readonly mostBytes?: number
  /** Fewer rows than this do not deliver there. */
  readonly leastRows?: number
  /** Why a name may be refused there; undefined for one that may not. */
  readonly riskyName?: (name: string) => string | undefined
  readonly plan: (ctx: FormatContext) => RowPlan
}

export const isLeftOut = (made: Row | LeftOut): made is LeftOut => 'why' in made
