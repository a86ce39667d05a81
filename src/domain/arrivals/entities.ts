import type { CellReaders } from '../imports/reading/cell-readers.ts'
import { importTables } from '../imports/tables/index.ts'
import { stageRows } from '../imports/reading/stage-rows.ts'
import { openStaging } from '../imports/staging/staging.ts'
import type { EntityRow } from './rows.ts'
import type { Applying } from './store.ts'
import type { Cells } from './traits.ts'

/** Somebody with an id, and the columns that something was said of. */
export interface MergedRow {
  readonly table: EntityRow['table']
  readonly id: string
  readonly cells: Cells
}

/** What is referred to comes first. */
const ORDER = ['companies', 'people', 'customers'] as const

/** One row for each of them: of two values for a column the later message’s counts. */
export function mergeEntities(rows: readonly EntityRow[]): readonly MergedRow[] {
  const merged = new Map<string, MergedRow>()
  for (const { table, id, cells } of rows) {
    if (id === null) continue
    const key = `${table} ${id}`
    merged.set(key, { table, id, cells: { ...merged.get(key)?.cells, ...cells } })
  }
  return [...merged.values()]
}

/** Adds and updates them as an import does, each in the columns that something was said of. */
export function applyEntities(run: Applying, rows: readonly MergedRow[], readers: CellReaders): void {
  for (const table of ORDER) {
    const own = rows.filter((row) => row.table === table)
    for (const alike of Map.groupBy(own, ({ cells }) => Object.keys(cells).toSorted().join()).values()) {
      const [first] = alike
      if (first === undefined) continue
      const staging = openStaging(run.driver)
      try {
        stageRows(staging, readers, {
          table,
          columns: ['id', ...Object.keys(first.cells)],
          rows: alike.map(({ id, cells }) => ({ id, ...cells })),
          number: 0,
        })
        importTables[table].apply({ ...run, staging, actor: ARRIVING, notes: [] })
        if (staging.rejects.total() > 0) {
          throw new Error(`Rows that were read were not taken: ${JSON.stringify(staging.rejects.byReason())}`)
        }
      } finally {
        staging.close()
      }
    }
  }
}

const ARRIVING = { userId: null, name: 'Arriving data', surface: 'system', session: null } as const
