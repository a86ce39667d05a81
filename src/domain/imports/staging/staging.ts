import type { Writer } from '#db/run.ts'
import { change, emptyTable } from '../apply/change.ts'
import { type ColumnKind, isTable, type StagedTable, type TableName, TABLES } from '../tables/define.ts'
import { importTables } from '../tables/index.ts'
import { type Batch, batchInto } from './batch.ts'
import { quoted, stagedName } from './names.ts'
import { type Rejects, openRejects } from './rejects.ts'

type Driver = Writer['driver']

/** A run's rows between their files and the final transaction, in temporary tables that die with the process. */
export interface Staging {
  readonly rejects: Rejects
  /** The columns of a table that this run has something to say about; undefined when it has no such rows. */
  present(table: StagedTable): ReadonlySet<string> | undefined
  /** Makes room for rows of a table; columns beyond the table's own are the format's working matter. */
  open(table: StagedTable, present: readonly string[], extra?: ReadonlyMap<string, ColumnKind>): void
  batch(table: StagedTable, columns: readonly string[]): Batch
  /** Writes what was added to the batches and the rejects since; the rows are in their tables only then. */
  flush(): void
  /** Puts what was staged so far out of the way, so that rows of another kind can be staged. */
  setAside(): SetAside
  /** Brings it back as what is staged; what was staged before it is forgotten. */
  bringBack(aside: SetAside): void
  /** Forgets everything that was staged. */
  close(): void
}

/** Staged tables that wait for their turn. */
export interface SetAside {
  readonly number: number
  readonly opened: ReadonlyMap<StagedTable, ReadonlySet<string>>
}

export function openStaging(driver: Driver): Staging {
  drop(driver)
  // Temporary tables lie in a file of their own, which this keeps in memory up to 64 MB.
  driver.pragma('temp.cache_size = -65536')
  const cacheSize = Number(driver.pragma('main.cache_size', { simple: true }))
  // The final transaction touches many pages, some of them often; sorting may take as much again.
  driver.pragma('main.cache_size = -32768')
  return stagingIn(driver, () => {
    drop(driver)
    driver.pragma(`main.cache_size = ${cacheSize}`)
  })
}

/**
 * For a few rows at a time, again and again: what was staged is emptied at the end instead of dropped, since to make
 * and drop tables takes longer than to fill them. An import that comes in between drops them.
 */
export function openSmallStaging(driver: Driver): Staging {
  return stagingIn(driver, (tables) => {
    for (const table of tables) change(driver, `DELETE FROM ${stagedName(table)}`)
  })
}

function stagingIn(driver: Driver, close: (tables: Iterable<StagedTable>) => void): Staging {
  const rejects = openRejects(driver)
  let opened = new Map<StagedTable, ReadonlySet<string>>()
  let asides = 0
  let batches: Batch[] = []
  // At once: with each commit SQLite walks all pages of temporary tables that it holds in memory.
  const flush = driver.transaction(() => {
    for (const batch of batches) batch.write()
    rejects.write()
  })
  return {
    rejects,
    present: (table) => opened.get(table),
    open(table, present, extra = new Map()) {
      const before = opened.get(table)
      if (before === undefined) {
        const kinds = new Map(extra)
        const own = isTable(table) ? importTables[table].columns : {}
        for (const [name, { kind }] of Object.entries(own)) kinds.set(name, kind)
        const columns = [...kinds].map(([name, kind]) => `${quoted(name)} ${affinityOf(kind)}`)
        emptyTable(driver, stagedName(table), `place INTEGER PRIMARY KEY, ${columns.join(', ')}`)
      }
      opened.set(table, new Set([...(before ?? []), ...present]))
    },
    batch(table, columns) {
      const batch = batchInto(driver, stagedName(table), columns)
      batches.push(batch)
      return batch
    },
    flush,
    setAside() {
      const aside = { number: asides++, opened }
      for (const table of opened.keys()) rename(driver, `import_${table}`, asideName(aside, table))
      opened = new Map()
      batches = []
      return aside
    },
    bringBack(aside) {
      drop(driver, (name) => name !== 'import_rejects' && !name.startsWith(ASIDE))
      for (const table of aside.opened.keys()) rename(driver, asideName(aside, table), `import_${table}`)
      opened = new Map(aside.opened)
    },
    close: () => close(opened.keys()),
  }
}

/** The driver binds every number as a float; whole ones are told apart here, and are smaller. */
function affinityOf(kind: ColumnKind): 'INTEGER' | 'REAL' | 'TEXT' {
  switch (kind) {
    case 'flag':
    case 'instant':
    case 'whole':
    case 'count':
    case 'charge':
    case 'money':
      return 'INTEGER'
    case 'number':
    case 'latitude':
    case 'longitude':
      return 'REAL'
    case 'id':
    case 'text':
    case 'list':
    case 'date':
    case 'currency':
    case 'country':
    case 'order_status':
    case 'shop_status':
    case 'relationship':
      return 'TEXT'
  }
}

const ASIDE = 'import_aside_'
const asideName = ({ number }: SetAside, table: StagedTable): string => `${ASIDE}${number}_${table}`

function rename(driver: Driver, from: string, to: string): void {
  driver.exec(`ALTER TABLE temp.${quoted(from)} RENAME TO ${quoted(to)}`)
}

function drop(driver: Driver, which: (name: string) => boolean = () => true): void {
  const names = driver
    .prepare<[], string>(
      `SELECT name FROM temp.sqlite_master WHERE type = 'table' AND name LIKE 'import\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()
  for (const name of names.filter(which)) driver.exec(`DROP TABLE temp.${quoted(name)}`)
}

/** Tables in the order in which their rows are applied: what is referred to comes first. */
export const stagedTables = (staging: Staging): TableName[] =>
  TABLES.filter((table) => staging.present(table) !== undefined)
