/** Exports, as the web app and other clients see them. Part of api.ts. */
import type { ExportChoice } from '#domain/exports/choices.ts'
import type { ChosenOptions } from '#domain/exports/options.ts'
import type { ExportProgress, ShownExport as Export } from '#domain/exports/shown.ts'

export type ExportView = Export & {
  /** Null when the server is not writing it at this moment. */
  readonly progress: ExportProgress | null
}

/** What can be asked for: each kind of file with its options. */
export interface ExportFormats {
  readonly formats: readonly ExportChoice[]
}

/** A proposal to write a file of an audience or segment, by id or name; to a channel a segment goes as an audience. */
export interface DraftExport {
  readonly of: string
  readonly format: string
  /** By name, as ExportFormats has them: what is not named is off, and without `columns` the file has them all. */
  readonly options?: ChosenOptions | undefined
  /** Segments to suppress, by id or name, where a segment goes to a channel. */
  readonly less?: readonly string[] | undefined
  /** Suppresses too whoever was exported in this format in the last so many days. */
  readonly restDays?: number | undefined
}

/** Newest first. */
export interface ExportList {
  readonly exports: readonly ExportView[]
}
