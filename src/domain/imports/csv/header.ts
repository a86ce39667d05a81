import { InputError } from '#kernel/errors.ts'
import { recordReader } from './records.ts'
import type { TextFile } from './text.ts'

/** A file whose header is known. */
export interface CsvFile extends TextFile {
  readonly delimiter: Delimiter
  /** The header's cells, blanks around them removed. */
  readonly header: readonly string[]
}

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Reads a file's header line, and with it which delimiter the file uses. */
export async function readHeader(text: TextFile): Promise<CsvFile> {
  let start = ''
  for await (const piece of text.read()) {
    start += piece
    if (/[\r\n]/.test(start)) break
  }
  const line = start.replace(/^[\r\n]+/, '').split(/[\r\n]/, 1)[0] ?? ''
  const delimiter = delimiterOf(line)
  const header = cellsOf(text.name, line, delimiter)
  if (header.every((cell) => cell === '')) {
    throw new InputError(`${text.name} has no header line`, {
      next: 'Put the column names on the first line of the file.',
    })
  }
  return { ...text, delimiter, header }
}

/** The sign that stands most often between the names, outside quotes. */
function delimiterOf(header: string): Delimiter {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function cellsOf(file: string, line: string, delimiter: string): string[] {
  let header: string[] = []
  const reader = recordReader({ file, delimiter }, (cells) => {
    header = cells.map((cell) => cell.trim())
  })
  reader.push(line)
  reader.end()
  return header
}

/**
 * Hands on the records below the header, until `onRecord` answers false. `onPiece` is told after each piece of text how
 * much of the file’s bytes has been read, and waited for.
 */
export async function readRecords(
  file: CsvFile,
  onRecord: (cells: string[], line: number) => boolean,
  {
    onPiece,
    wanted,
  }: {
    onPiece?(done: number): Promise<void> | void
    readonly wanted?: ReadonlySet<number>
  } = {},
): Promise<void> {
  let headerRead = false
  let goOn = true
  const format = {
    file: file.name,
    delimiter: file.delimiter,
    ...(wanted === undefined ? {} : { wanted }),
  }
  const reader = recordReader(format, (cells, line) => {
    if (headerRead && goOn) goOn = onRecord(cells, line)
    headerRead = true
  })
  let read = 0
  for await (const piece of file.read((done) => (read = done))) {
    reader.push(piece)
    if (!goOn) return
    await onPiece?.(read)
  }
  reader.end()
}
