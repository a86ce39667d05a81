import type { Writer } from '#db/run.ts'
import { change, countRows, emptyTable } from '../apply/change.ts'
import { type Batch, batchInto } from './batch.ts'
import { fileAt, lineAt } from './place.ts'

type Driver = Writer['driver']

export interface RejectedRow {
  /** Which of the run's files, counted from 0. */
  readonly file: number
  readonly line: number
  readonly reason: string
  /** The value that the reason is about. */
  readonly detail: string | null
}

export interface ReasonCount {
  readonly reason: string
  readonly rows: number
  /** How many orders the rows are of, where the file says so. */
  readonly orders: number
}

/** The rows that an import does not take; kept on disk, since every row of a file may be among them. */
export interface Rejects {
  add(place: number, reason: string, detail: string, order: string | null): void
  /** Writes what has been added since; only then the rows are among the others. */
  write(): void
  /** Rejects staged rows: `select` answers place, reason, detail and order id. They leave their table. */
  rejectStaged(table: string, select: string, ...parameters: (string | number)[]): number
  total(): number
  byReason(): ReasonCount[]
  byFile(): ReadonlyMap<number, number>
  rows(): IterableIterator<RejectedRow>
  /** The first few rows of every reason. */
  sample(each: number): RejectedRow[]
}

const LONGEST_DETAIL = 200
/** Their name within SQL: `place`, `reason`, `detail`, `order_id`. */
export const REJECTS = 'temp.import_rejects'

export function openRejects(driver: Driver): Rejects {
  emptyTable(driver, REJECTS, 'place INTEGER PRIMARY KEY, reason, detail, order_id')
  const batch: Batch = batchInto(driver, REJECTS, ['reason', 'detail', 'order_id'])
  return {
    add: (place, reason, detail, order) => batch.add(place, [reason, detail.slice(0, LONGEST_DETAIL), order]),
    write: () => batch.write(),
    rejectStaged(table, select, ...parameters) {
      const rejected = change(
        driver,
        `INSERT OR IGNORE INTO ${REJECTS}(place, reason, detail, order_id) ${select}`,
        ...parameters,
      )
      if (rejected > 0) {
        driver.exec(`DELETE FROM ${table} WHERE place IN (SELECT place FROM ${REJECTS})`)
      }
      return rejected
    },
    total: () => countRows(driver, REJECTS),
    byReason: () =>
      driver
        .prepare<[], ReasonCount>(
          `SELECT reason, count(*) AS rows, count(DISTINCT order_id) AS orders
           FROM ${REJECTS} GROUP BY reason ORDER BY rows DESC, reason`,
        )
        .all(),
    byFile() {
      const counts = new Map<number, number>()
      const rows = driver
        .prepare<[], { file: number; rows: number }>(
          `SELECT place >> 32 AS file, count(*) AS rows FROM ${REJECTS} GROUP BY 1`,
        )
        .all()
      for (const { file, rows: count } of rows) counts.set(file, count)
      return counts
    },
    *rows() {
      const statement = driver.prepare<[], StoredRow>(
        `SELECT place, reason, detail FROM ${REJECTS} ORDER BY place`,
      )
      for (const row of statement.iterate()) yield readRow(row)
    },
    sample: (each) =>
      driver
        .prepare<[number], StoredRow>(
          `SELECT place, reason, detail FROM (
             SELECT *, row_number() OVER (PARTITION BY reason ORDER BY place) AS rank FROM ${REJECTS})
           WHERE rank <= ? ORDER BY place`,
        )
        .all(each)
        .map(readRow),
  }
}

interface StoredRow {
  readonly place: number
  readonly reason: string
  readonly detail: string | null
}

const readRow = ({ place, reason, detail }: StoredRow): RejectedRow => ({
  file: fileAt(place),
  line: lineAt(place),
  reason,
  detail,
})
