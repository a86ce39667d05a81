import type { Source } from '#db/schema.ts'
import type { Writer } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { defineFunctions } from '../../facts/functions.ts'
import { refreshFacts } from '../../facts/refresh.ts'
import { touchedCustomers } from '../../facts/touched.ts'
import { settleOrderChanges } from '../../arrivals/order-changes.ts'
import { settleEvents } from '../../arrivals/settle-events.ts'
import { keepErasedOut } from '../../privacy/keep-out.ts'
import { joinNotes, joinSame } from '../../joins/join-same.ts'
import { settleWaiting } from '../../signals/waiting.ts'
import { countOf } from '#kernel/text.ts'
import type { ImportFormat } from '../formats/define.ts'
import { type SetAside, type Staging, stagedTables } from '../staging/staging.ts'
import type { Counts, TableName } from '../tables/define.ts'
import { importTables } from '../tables/index.ts'
import { isEmpty } from './change.ts'
import { dropDuplicates } from './dedupe.ts'
import { ensureLists } from './ensure-lists.ts'
import { raiseVersions } from './raise-versions.ts'
import type { ApplyRun } from './run.ts'
import { rejectSplitOrders } from './split-orders.ts'
import { nameLonelyRegions } from './lonely-regions.ts'

/** The rows of one format, staged. */
export interface StagedPart {
  readonly format: ImportFormat
  /** Under which name the ids of these rows are known. */
  readonly source: string
  readonly rows: SetAside
}

export interface StagedRun {
  readonly staging: Staging
  /** In the order in which they are applied. */
  readonly parts: readonly StagedPart[]
  readonly now: Instant
  readonly actor: Actor
  readonly notes: string[]
  /** Told before each step; throws when the caller has cancelled. */
  onStep(what: string): void
}

export interface AppliedTable extends Counts {
  readonly table: TableName
  /** Rows that repeat another row of their file word for word. */
  readonly repeated: number
}

/** What became of the rows of one format. */
export interface AppliedPart {
  readonly format: string
  readonly source: string
  readonly tables: readonly AppliedTable[]
}

/** Moves everything staged into the database. The caller holds the one transaction around it. */
export function applyStaged(writer: Writer, run: StagedRun): AppliedPart[] {
  const { driver } = writer
  defineFunctions(driver)
  const touched = touchedCustomers(driver)
  if (isEmpty(driver, 'customers')) touched.everyone()
  const changed = new Set<Source>()
  const applied = run.parts.map((part) => {
    run.staging.bringBack(part.rows)
    const { addressIds, name } = part.format
    const tables = applyPart(part, run.onStep, {
      ...run,
      writer,
      driver,
      touched,
      source: part.source,
      ...(addressIds === undefined ? {} : { addressIds }),
      changed: (source) => void changed.add(source),
    })
    return { format: name, source: part.source, tables }
  })
  if (changed.size > 0) {
    run.onStep('Joining customers of several sources')
    const changing = (source: Source) => void changed.add(source)
    run.notes.push(...joinNotes(joinSame({ ...run, writer, touched, changed: changing }, 'touched')))
  }
  run.onStep('Computing the facts of customers')
  if (changed.size > 0) refreshFacts(driver, touched)
  raiseVersions(writer, changed)
  driver.pragma('analysis_limit = 400')
  driver.exec('ANALYZE main')
  return applied
}

function applyPart({ format }: StagedPart, onStep: StagedRun['onStep'], run: ApplyRun): AppliedTable[] {
  const { driver, staging, notes } = run
  onStep('Sorting the rows')
  rejectSplitOrders(driver, staging)
  format.derive?.(run)
  keepErasedOut(run)
  const applied = stagedTables(staging).map((table): AppliedTable => {
    onStep(`Saving ${table}`)
    const repeated = dropDuplicates(driver, staging, table)
    if (table === 'customers') nameLonelyRegions(driver, notes)
    if (table === 'lists') ensureLists(run)
    return { table, ...importTables[table].apply(run), repeated }
  })
  settleArrivals(run)
  return applied
}

/** What came before that which it is about, and waited for these rows. */
function settleArrivals({ driver, staging, source, now, touched, notes, changed }: ApplyRun): void {
  if (staging.present('companies') ?? staging.present('people') ?? staging.present('signals')) {
    const { signals } = settleWaiting(driver, now)
    if (signals.length > 0) {
      changed('signals')
      notes.push(`${countOf(signals.length, 'signal')} that waited for these companies and people now count.`)
    }
  }
  if (staging.present('orders')) {
    const settled = settleOrderChanges({ driver, touched, changed }, source)
    if (settled > 0)
      notes.push(
        `${countOf(settled, 'refund or cancellation', 'refunds and cancellations')} that waited for these orders now count.`,
      )
  }
  if (staging.present('customers')) {
    const events = settleEvents({ driver, touched, changed }, { source })
    if (events > 0) notes.push(`${countOf(events, 'event')} that waited for these customers now count.`)
  }
}
