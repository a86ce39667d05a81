import { InputError } from '#kernel/errors.ts'
import type { Currency } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { WriteContext } from '../../writer/operation.ts'
import type { Staging } from '../staging/staging.ts'
import type { TableName } from '../tables/define.ts'
import { cellReaders, type ReadingNotes } from './cell-readers.ts'
import type { ChosenFormat } from './choose-format.ts'
import { stageFile } from './stage-file.ts'

/** What was read of a file. */
export interface ReadFile {
  readonly file: string
  readonly table: TableName
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
  readonly ignoredColumns: readonly string[]
}

/** Reads all files into the staging tables; what reading took for granted is added to the notes. */
export async function stageFiles(
  { progress }: Pick<WriteContext, 'progress'>,
  staging: Staging,
  { format, files }: ChosenFormat,
  currency: Currency,
  notes: string[],
): Promise<ReadFile[]> {
  refuseUnevenFiles(files)
  const reading: ReadingNotes = { roundedAmounts: 0, unknownCountries: new Map() }
  const readers = cellReaders({ currency, roundsMoney: format.roundsMoney }, reading)
  const total = files.reduce((sum, { file }) => sum + file.bytes, 0)
  let done = 0
  const read: ReadFile[] = []
  for (const [number, { file, plan }] of files.entries()) {
    const rows = await stageFile({ file, plan, number }, staging, readers, (bytes) =>
      progress({ done: done + bytes, total, what: `Reading ${file.name}` }),
    )
    done += file.bytes
    read.push({
      file: file.name,
      table: plan.table,
      rows,
      columns: Object.fromEntries(plan.columns.map(({ name, at }) => [name, file.header[at] ?? ''])),
      ignoredColumns: plan.ignored,
    })
  }
  notes.push(...explain(reading, currency))
  return read
}

/** Two files for one table must have the same columns: what one of them lacks would be taken for empty. */
function refuseUnevenFiles(files: ChosenFormat['files']): void {
  const columnsOf = new Map<TableName, string>()
  for (const { file, plan } of files) {
    const columns = plan.columns
      .map(({ name }) => name)
      .toSorted()
      .join(', ')
    const before = columnsOf.get(plan.table)
    if (before !== undefined && before !== columns) {
      throw new InputError(`${file.name} has other columns than another file with the same kind of rows`, {
        next: `Import the files one after the other. One has ${before}; the other ${columns}.`,
      })
    }
    columnsOf.set(plan.table, columns)
  }
}

/** As many as a reader takes in; the others are counted. */
const NAMED = 10

function explain({ roundedAmounts, unknownCountries }: ReadingNotes, { code, exponent }: Currency): string[] {
  const notes: string[] = []
  if (roundedAmounts > 0) {
    notes.push(
      `Amounts with more decimals than ${code} has (${exponent}) were rounded: ${roundedAmounts.toLocaleString('en-US')}.`,
    )
  }
  if (unknownCountries.size > 0) {
    const named = [...unknownCountries].toSorted(([, a], [, b]) => b - a)
    const list = named.slice(0, NAMED).map(([text, rows]) => `${text} (${countOf(rows, 'row')})`)
    const more = named.length > NAMED ? ` and ${named.length - NAMED} more` : ''
    notes.push(
      `These countries were not recognised and are kept as they are written: ${list.join(', ')}${more}.`,
    )
  }
  return notes
}
