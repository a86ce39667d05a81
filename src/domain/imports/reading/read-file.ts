import type { Currency } from '#kernel/money.ts'
import type { SeenEncodings } from '../csv/decoding.ts'
import { readRecords } from '../csv/header.ts'
import type { RowPart } from '../formats/define.ts'
import type { PlannedFile } from '../mapping/file-plan.ts'
import { gatherRows, type RowValues } from '../staging/gather.ts'
import { placeOf } from '../staging/place.ts'
import type { ColumnKind } from '../tables/define.ts'
import { cellReaders, type ReadingNotes } from './cell-readers.ts'
import { fileReader, valueNames } from './file-reader.ts'

/** A piece of a file, read: plain data, since it may cross a thread. */
export interface ReadPiece {
  /** For each part of the file’s shape its rows. */
  readonly parts: readonly (readonly RowValues[])[]
  readonly rejects: readonly RejectedLine[]
  /** How much of the file’s bytes has been read. */
  readonly done: number
}

export interface RejectedLine {
  readonly place: number
  readonly reason: string
  readonly detail: string
  readonly order: string | null
}

/** What was read of a whole file, when all its pieces have been handed on. */
export interface ReadWhole {
  readonly rows: number
  readonly notes: ReadingNotes
  readonly seen: SeenEncodings
}

/** How the rows of a file are read. */
export interface Reading {
  /** Which of the run's files it is, counted from 0. */
  readonly number: number
  readonly currency: Currency
}

/** Reads a file and hands on its rows, piece by piece, each when the one before is taken. */
export async function readFile(
  planned: PlannedFile,
  { number, currency }: Reading,
  hand: (piece: ReadPiece) => Promise<void> | void,
): Promise<ReadWhole> {
  const notes: ReadingNotes = { roundedAmounts: 0, unknownCountries: new Map(), noticed: new Map() }
  const parts = planned.shape.parts.map((part) => {
    const { columns, picks, when } = pickedBy(planned, part)
    return { picks, when, gathered: gatherRows(columns.length + 1) }
  })
  const { read, orderAt } = fileReader(planned, {
    readers: cellReaders({ currency, roundsMoney: planned.format.roundsMoney }, notes),
    notice: (what) => void notes.noticed.set(what, (notes.noticed.get(what) ?? 0) + 1),
  })
  let rejects: RejectedLine[] = []
  let rows = 0
  let pieces = 0
  const handOn = (done: number, rowsOf: 'takeFull' | 'takeAll') => {
    const piece = { parts: parts.map(({ gathered }) => gathered[rowsOf]()), rejects, done }
    rejects = []
    return hand(piece)
  }
  await readRecords(
    planned.file,
    (cells, line) => {
      rows += 1
      const place = placeOf(number, line)
      const values = read(cells, place)
      if (Array.isArray(values)) {
        for (const { gathered, picks, when } of parts) {
          if (when === undefined || values[when] !== null) gathered.add(place, values, picks)
        }
      } else {
        const { reason, detail } = values
        rejects.push({
          place,
          reason,
          detail,
          order: orderAt === undefined ? null : (cells[orderAt] ?? null),
        })
      }
      return true
    },
    {
      wanted: placesOf(planned),
      onPiece(done) {
        pieces += 1
        return pieces % TOGETHER === 1 ? handOn(done, 'takeFull') : undefined
      },
    },
  )
  await handOn(planned.file.bytes, 'takeAll')
  return { rows, notes, seen: { ...planned.file.seen } }
}

/** So many pieces of text are handed on at once: rows that wait keep the text in memory which they stand in. */
const TOGETHER = 32

/** The places of the cells that the reading of a row looks at. */
const placesOf = ({ columns }: PlannedFile): ReadonlySet<number> =>
  new Set(columns.flatMap(({ at, labels = [] }) => [at, ...labels.map((label) => label.at)]))

/** The columns of a part that a file fills, and where in a row’s values stands what fills them. */
export function pickedBy(planned: PlannedFile, { columns, when }: RowPart) {
  const kinds = valueNames(planned)
  const places = new Map([...kinds.keys()].map((name, at) => [name, at]))
  const filled = Object.entries(columns).flatMap(([column, field]) => {
    const at = places.get(field)
    const kind: ColumnKind = kinds.get(field)?.kind ?? 'text'
    return at === undefined ? [] : [{ column, at, kind }]
  })
  return {
    columns: filled.map(({ column }) => column),
    kinds: new Map(filled.map(({ column, kind }) => [column, kind])),
    picks: filled.map(({ at }) => at),
    when: when === undefined ? undefined : places.get(when),
  }
}
