import { z } from 'zod'
import type { AppliedPart, AppliedTable } from './apply/apply-staged.ts'
import type { ReadFile } from './reading/stage-files.ts'
import type { Rejects } from './staging/rejects.ts'
import { TABLES } from './tables/define.ts'
import { rowsOf } from './tables/row-words.ts'

/** The account of an import: what it read, what became of it, what it took for granted. */
export const importReportSchema = z.object({
  id: z.string(),
  format: z.string(),
  /** Amounts were read in this currency. */
  currency: z.string(),
  /** False when the database held everything already. */
  changed: z.boolean(),
  files: z.array(
    z.object({
      file: z.string(),
      table: z.enum(TABLES),
      rows: z.int(),
      rejected: z.int(),
      /** Which column each field was read from. */
      columns: z.record(z.string(), z.string()),
      ignoredColumns: z.array(z.string()),
    }),
  ),
  tables: z.array(
    z.object({
      table: z.enum(TABLES),
      /** What people call its rows: `order lines`. */
      what: z.string(),
      added: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      /** Lines of replaced orders and members of replaced lists that the files no longer have. */
      removed: z.int(),
      /** Rows that repeat another row of the files word for word. */
      repeated: z.int(),
    }),
  ),
  rejected: z.object({
    rows: z.int(),
    /** The commonest first; orders are counted where the file tells them. */
    reasons: z.array(z.object({ reason: z.string(), rows: z.int(), orders: z.int() })),
    /** The first few of each reason. */
    sample: z.array(
      z.object({ file: z.string(), line: z.int(), reason: z.string(), value: z.string().nullable() }),
    ),
  }),
  /** Rules and assumptions that people should know of, as sentences. */
  notes: z.array(z.string()),
  seconds: z.number(),
})
export type ImportReport = z.infer<typeof importReportSchema>

/** So many rows of each reason stand in the report. */
const SAMPLE = 5

export interface ReportParts {
  readonly id: string
  readonly format: string
  readonly currency: string
  readonly read: readonly ReadFile[]
  readonly rejects: Rejects
  readonly applied: readonly AppliedPart[]
  readonly notes: readonly string[]
  readonly seconds: number
}

export function makeReport({ read, rejects, applied, notes, ...rest }: ReportParts): ImportReport {
  const rejectedIn = rejects.byFile()
  const tables = sumByTable(applied.flatMap((part) => part.tables))
  return {
    ...rest,
    changed: tables.some(({ added, updated, removed = 0 }) => added + updated + removed > 0),
    files: read.map(({ ignoredColumns, ...file }, number) => ({
      ...file,
      ignoredColumns: [...ignoredColumns],
      rejected: rejectedIn.get(number) ?? 0,
    })),
    tables: tables.map(({ removed = 0, ...table }) => ({ ...table, what: rowsOf(table.table), removed })),
    rejected: {
      rows: rejects.total(),
      reasons: rejects.byReason(),
      sample: rejects.sample(SAMPLE).map(({ file, line, reason, detail }) => ({
        file: read[file]?.file ?? '',
        line,
        reason,
        value: detail,
      })),
    },
    notes: [...notes],
  }
}

/** Rows of one table may come in files of several formats. */
const sumByTable = (applied: readonly AppliedTable[]): AppliedTable[] =>
  TABLES.flatMap((table) => {
    const [first, ...others] = applied.filter((one) => one.table === table)
    return first === undefined ? [] : [others.reduce(sum, first)]
  })

const sum = (a: AppliedTable, b: AppliedTable): AppliedTable => ({
  table: a.table,
  added: a.added + b.added,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  removed: (a.removed ?? 0) + (b.removed ?? 0),
  repeated: a.repeated + b.repeated,
})
