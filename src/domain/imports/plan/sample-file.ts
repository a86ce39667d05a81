import type { Currency } from '#kernel/money.ts'
import type { CellValue } from '../cells/cell.ts'
import { readRecords } from '../csv/header.ts'
import type { PreparedFile } from '../mapping/prepare-files.ts'
import { cellReaders } from '../reading/cell-readers.ts'
import { fileReader } from '../reading/file-reader.ts'
import { maskCell } from './mask-cell.ts'

/** What the first rows of a file tell. */
export interface FileSample {
  /** The first of them, masked. */
  readonly rows: readonly { readonly line: number; readonly cells: string[] }[]
  /** All that have been looked at and would be taken, as they are read. */
  readonly values: readonly (readonly CellValue[])[]
  readonly lookedAt: number
  /** Why some would not be taken, with the line of the first; the commonest reason first. */
  readonly rejects: readonly { readonly reason: string; readonly rows: number; readonly line: number }[]
  /** About how many rows the file has: just as many as were looked at, where these are all. */
  readonly rowsAbout: number
}

const LOOKED_AT = 1000
const SHOWN = 5
/** As CSV of shops is packed by gzip, roughly. */
const PACKED = 6

/** Reads the first rows of a file as an import would, and keeps nothing. */
export async function sampleFile(
  { file, planned }: PreparedFile,
  { currency, choices }: { readonly currency: Currency; readonly choices: readonly string[] },
): Promise<FileSample> {
  const strict = cellReaders(
    { currency, roundsMoney: planned?.format.roundsMoney ?? false },
    { roundedAmounts: 0, unknownCountries: new Map() },
  )
  // Which of several currencies counts is yet to be said.
  const readers = choices.length === 0 ? strict : { ...strict, currency: strict.id }
  const reader = planned && fileReader(planned, { readers, notice: () => {} })
  const fields = new Map(planned?.columns.map(({ name, at }) => [at, name]))
  const rows: { line: number; cells: string[] }[] = []
  const values: CellValue[][] = []
  const rejects = new Map<string, { reason: string; rows: number; line: number }>()
  let lookedAt = 0
  let letters = 0
  let ended = true
  await readRecords(file, (cells, line) => {
    if (lookedAt === LOOKED_AT) {
      ended = false
      return false
    }
    lookedAt += 1
    letters += cells.reduce((sum, cell) => sum + cell.length + 1, 0)
    if (rows.length < SHOWN) {
      rows.push({
        line,
        cells: file.header.map((column, at) => maskCell(cells[at] ?? '', { column, field: fields.get(at) })),
      })
    }
    const read = reader?.read(cells, line)
    if (Array.isArray(read)) values.push(read)
    else if (read !== undefined) {
      const known = rejects.get(read.reason)
      rejects.set(read.reason, {
        reason: read.reason,
        line: known?.line ?? line,
        rows: (known?.rows ?? 0) + 1,
      })
    }
    return true
  })
  const bytes = (file.bytes * (file.compressed ? PACKED : 1)) / (file.seen.utf16 ? 2 : 1)
  return {
    rows,
    values,
    lookedAt,
    rejects: [...rejects.values()].toSorted((a, b) => b.rows - a.rows),
    rowsAbout: ended ? lookedAt : Math.max(lookedAt + 1, Math.round((bytes * lookedAt) / letters)),
  }
}
