import { type CsvFile, readRecords } from '../csv/header.ts'
import type { FilePlan } from '../formats/define.ts'
import { placeOf } from '../staging/place.ts'
import type { Staging } from '../staging/staging.ts'
import type { ColumnKind } from '../tables/define.ts'
import type { CellReaders } from './cell-readers.ts'
import { type RejectedCells, rowReader } from './row-reader.ts'

export interface FileToStage {
  readonly file: CsvFile
  readonly plan: FilePlan
  /** Which of the run's files it is, counted from 0. */
  readonly number: number
}

/** Reads a file's rows into the staging tables; answers how many rows it has. */
export async function stageFile(
  { file, plan, number }: FileToStage,
  staging: Staging,
  readers: CellReaders,
  onBytes: (done: number) => void,
): Promise<number> {
  const computed = plan.computed ?? []
  const names = [...plan.columns.map(({ name }) => name), ...computed]
  const kinds = plan.columns.map(({ name, column }): [string, ColumnKind] => [name, column.kind])
  staging.open(
    plan.table,
    names,
    new Map([...kinds, ...computed.map((name): [string, ColumnKind] => [name, 'text'])]),
  )
  const batch = staging.batch(plan.table, names)
  const read = rowReader(plan, readers)
  const orderAt = plan.columns.find(({ name }) => name === plan.order)?.at
  const width = file.header.length
  let rows = 0
  await readRecords(
    file,
    (cells, line) => {
      rows += 1
      const place = placeOf(number, line)
      const row = cells.length === width ? read(cells) : wrongWidth(cells.length, width)
      if (!Array.isArray(row)) {
        const order = orderAt === undefined ? null : (cells[orderAt] ?? null)
        staging.rejects.add(place, row.reason, row.detail, order)
      } else batch.add(place, row)
      return true
    },
    onBytes,
  )
  batch.flush()
  staging.rejects.flush()
  return rows
}

const wrongWidth = (cells: number, header: number): RejectedCells => ({
  reason: 'the row has more or fewer cells than the header',
  detail: `${cells} instead of ${header}`,
})
