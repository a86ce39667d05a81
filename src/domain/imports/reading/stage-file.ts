import { readRecords } from '../csv/header.ts'
import type { Notice, RowPart } from '../formats/define.ts'
import type { PlannedFile } from '../mapping/file-plan.ts'
import { placeOf } from '../staging/place.ts'
import type { Staging } from '../staging/staging.ts'
import type { CellReaders } from './cell-readers.ts'
import { fileReader, valueNames } from './file-reader.ts'

/** Reads a file's rows into the staging tables; answers how many rows it has. */
export async function stageFile(
  planned: PlannedFile,
  /** Which of the run's files it is, counted from 0. */
  number: number,
  staging: Staging,
  around: { readonly readers: CellReaders; readonly notice: Notice; onBytes(done: number): void },
): Promise<number> {
  const parts = planned.shape.parts.map((part) => openPart(planned, part, staging))
  const { read, orderAt } = fileReader(planned, around)
  let rows = 0
  let pieces = 0
  await readRecords(
    planned.file,
    (cells, line) => {
      rows += 1
      const place = placeOf(number, line)
      const values = read(cells)
      if (Array.isArray(values)) {
        for (const { batch, picks, when } of parts) {
          if (when === undefined || values[when] !== null) batch.add(place, values, picks)
        }
      } else {
        const order = orderAt === undefined ? null : (cells[orderAt] ?? null)
        staging.rejects.add(place, values.reason, values.detail, order)
      }
      return true
    },
    {
      wanted: placesOf(planned),
      onBytes(done) {
        pieces += 1
        if (pieces % TOGETHER !== 1) return
        staging.flush()
        around.onBytes(done)
      },
    },
  )
  staging.flush()
  return rows
}

/** So many pieces of a file are written at once: rows that wait keep the text in memory which they stand in. */
const TOGETHER = 32

/** The places of the cells that the reading of a row looks at. */
const placesOf = ({ columns }: PlannedFile): ReadonlySet<number> =>
  new Set(columns.flatMap(({ at, labels = [] }) => [at, ...labels.map((label) => label.at)]))

/** Makes room for the rows of a part. */
function openPart(planned: PlannedFile, { table, columns, when }: RowPart, staging: Staging) {
  const names = valueNames(planned)
  const filled = Object.entries(columns).filter(([, field]) => names.has(field))
  staging.open(
    table,
    filled.map(([column]) => column),
    new Map(filled.map(([column, field]) => [column, names.get(field)?.kind ?? 'text'])),
  )
  const at = (field: string) => [...names.keys()].indexOf(field)
  return {
    batch: staging.batch(
      table,
      filled.map(([column]) => column),
    ),
    picks: filled.map(([, field]) => at(field)),
    when: when === undefined ? undefined : at(when),
  }
}
