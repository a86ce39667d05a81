import type { Source } from '#db/schema.ts'
import type { Writer } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import type { TouchedCustomers } from '../../facts/touched.ts'
import type { Staging } from '../staging/staging.ts'

/** What the tables are given to apply their staged rows, inside the final transaction. */
export interface ApplyRun {
  readonly writer: Writer
  readonly driver: Writer['driver']
  readonly staging: Staging
  /** Under which name the files' ids of customers, orders and events are known. */
  readonly source: string
  /** Customers without an id of their own have one of their address: they are who has that address in the source. */
  readonly addressIds?: true
  readonly now: Instant
  readonly actor: Actor
  /** The customers whose facts are computed anew at the end. */
  readonly touched: TouchedCustomers
  /** What the report should say openly. */
  readonly notes: string[]
  /** The rows of a source have changed: its version counter rises. */
  changed(source: Source): void
}
