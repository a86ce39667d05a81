import type { Currency } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { WriteContext } from '../../writer/operation.ts'
import type { StagedPart } from '../apply/apply-staged.ts'
import type { TextFile } from '../csv/text.ts'
import { groupByFormat } from '../mapping/prepare-files.ts'
import { mainTable, type PlannedFile } from '../mapping/file-plan.ts'
import type { Staging } from '../staging/staging.ts'
import type { TableName } from '../tables/define.ts'
import type { ReadingNotes } from './cell-readers.ts'
import type { FileReading } from './file-reading.ts'
import { stageFile } from './stage-file.ts'

/** What was read of a file. */
export interface ReadFile {
  readonly file: string
  readonly table: TableName
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
  readonly ignoredColumns: readonly string[]
}

export interface StagedFiles {
  readonly read: readonly ReadFile[]
  readonly parts: readonly StagedPart[]
}

/** Reads all files into the staging tables; what reading took for granted is added to the notes. */
export async function stageFiles(
  { progress }: Pick<WriteContext, 'progress'>,
  staging: Staging,
  files: readonly PlannedFile[],
  {
    reader,
    currency,
    source,
  }: { readonly reader: FileReading; readonly currency: Currency; readonly source: string | undefined },
  notes: string[],
): Promise<StagedFiles> {
  const reading: ReadingNotes = { roundedAmounts: 0, unknownCountries: new Map(), noticed: new Map() }
  const total = files.reduce((sum, { file }) => sum + file.bytes, 0)
  let done = 0
  const read: ReadFile[] = []
  const parts: StagedPart[] = []
  for (const group of groupByFormat(files)) {
    const [{ format } = { format: undefined }] = group
    if (format === undefined) continue
    for (const planned of group) {
      const { file, columns, ignored } = planned
      const before = done
      const whole = await stageFile(planned, { reader, number: read.length, currency }, staging, (bytes) =>
        progress({ done: before + bytes, total, what: `Reading ${file.name}` }),
      )
      const { rows, seen } = whole
      addNotes(reading, whole.notes)
      done += file.bytes
      read.push({
        file: file.name,
        table: mainTable(planned),
        rows,
        columns: Object.fromEntries(columns.map(({ name, at }) => [name, file.header[at] ?? ''])),
        ignoredColumns: ignored,
      })
      notes.push(...tellEncoding({ name: file.name, seen }))
    }
    parts.push({ format, source: source ?? format.source, rows: staging.setAside() })
  }
  notes.push(...explain(reading, currency))
  return { read, parts }
}

function addNotes(all: ReadingNotes, { roundedAmounts, unknownCountries, noticed }: ReadingNotes): void {
  all.roundedAmounts += roundedAmounts
  for (const [country, rows] of unknownCountries) {
    all.unknownCountries.set(country, (all.unknownCountries.get(country) ?? 0) + rows)
  }
  for (const [what, rows] of noticed) all.noticed.set(what, (all.noticed.get(what) ?? 0) + rows)
}

export function tellEncoding({ name, seen }: Pick<TextFile, 'name' | 'seen'>): string[] {
  if (seen.windowsLines === 0) return []
  const lines = `${countOf(seen.windowsLines, 'line')} of ${name} ${seen.windowsLines === 1 ? 'is' : 'are'} not UTF-8 and ${seen.windowsLines === 1 ? 'was' : 'were'} read as Windows-1252`
  return [seen.utf8 ? `${lines}; its other lines are UTF-8.` : `${lines}.`]
}

/** As many as a reader takes in; the others are counted. */
const NAMED = 10

function explain(
  { roundedAmounts, unknownCountries, noticed }: ReadingNotes,
  { code, exponent }: Currency,
): string[] {
  const notes = [...noticed].map(([what, rows]) => `${what}: ${rows.toLocaleString('en-US')}.`)
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
