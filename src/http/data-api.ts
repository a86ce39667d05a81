/** The part of the HTTP API that is about data coming in; `api.ts` has the routes. */
import type { ShownSource } from '#domain/sources/shown.ts'

export type { Joins, ShownJoin } from '#domain/joins/shown.ts'
export type { ImportPlan } from '#domain/imports/plan/schema.ts'
export type { ImportState, Uploaded } from '#domain/imports/uploads/shown.ts'
export type { ShownSource } from '#domain/sources/shown.ts'
export type { Freshness } from '#domain/sources/fresh-schema.ts'

export interface SourceList {
  /** Overdue ones first, then the latest. */
  readonly sources: readonly ShownSource[]
}
