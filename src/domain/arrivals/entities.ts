import type { CellReaders } from '../imports/reading/cell-readers.ts'
import { stageRows } from '../imports/reading/stage-rows.ts'
import { openSmallStaging } from '../imports/staging/staging.ts'
import type { TableName } from '../imports/tables/define.ts'
import { importTables } from '../imports/tables/index.ts'
import type { EntityRow, LineRows } from './rows.ts'
import type { Applying } from './store.ts'
import type { Cells } from './traits.ts'

/** Somebody or something with an id, and the columns that something was said of. */
export interface MergedRow {
  readonly table: EntityRow['table']
  readonly id: string
  readonly cells: Cells
}

/** What is referred to comes first. */
const ORDER = ['companies', 'people', 'customers', 'products', 'orders'] as const

/**
 * One row for each of them: of two values for a column the later message’s counts. What is said of new ones only is
 * left out where they are known.
 */
export function mergeEntities(
  rows: readonly EntityRow[],
  known: (table: EntityRow['table'], ids: readonly string[]) => ReadonlySet<string>,
): readonly MergedRow[] {
  const guarded = rows.filter(({ onlyNew }) => onlyNew !== undefined)
  const there = new Map(
    [...Map.groupBy(guarded, ({ table }) => table)].map(([table, of]) => [
      table,
      known(
        table,
        of.flatMap(({ id }) => id ?? []),
      ),
    ]),
  )
  const merged = new Map<string, MergedRow>()
  for (const { table, id, cells, onlyNew } of rows) {
    if (id === null) continue
    const key = `${table} ${id}`
    const before = merged.get(key)
    const isThere = before !== undefined || there.get(table)?.has(id) === true
    if (onlyNew === true && isThere) continue
    const left = onlyNew === undefined || onlyNew === true || !isThere ? [] : onlyNew
    const said = Object.fromEntries(Object.entries(cells).filter(([column]) => !left.includes(column)))
    merged.set(key, { table, id, cells: { ...before?.cells, ...said } })
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
      apply(run, readers, {
        table,
        columns: ['id', ...Object.keys(first.cells)],
        rows: alike.map(({ id, cells }) => ({ id, ...cells })),
      })
    }
  }
}

/** The lines of orders; of an order that is told twice, those of the later message. */
export function applyLines(run: Applying, told: readonly LineRows[], readers: CellReaders): void {
  const latest = new Map(told.map(({ orderId, lines }) => [orderId, lines]))
  if (latest.size === 0) return
  apply(run, readers, {
    table: 'items',
    columns: ['order_id', 'product_id', 'quantity', 'price'],
    rows: [...latest].flatMap(([orderId, lines]) => lines.map((line) => ({ ...line, order_id: orderId }))),
  })
}

function apply(
  run: Applying,
  readers: CellReaders,
  staged: {
    readonly table: TableName
    readonly columns: readonly string[]
    readonly rows: readonly Cells[]
  },
): void {
  const staging = openSmallStaging(run.driver)
  try {
    stageRows(staging, readers, { ...staged, number: 0 })
    importTables[staged.table].apply({ ...run, staging, actor: ARRIVING, notes: [] })
    if (staging.rejects.total() > 0) {
      throw new Error(`Rows that were read were not taken: ${JSON.stringify(staging.rejects.byReason())}`)
    }
  } finally {
    staging.close()
  }
}

/** Who does what arriving data leads to. */
export const ARRIVING = { userId: null, name: 'Arriving data', surface: 'system', session: null } as const
