import { z } from 'zod'
import { TABLES } from '../tables/define.ts'

/** What stands in the way of reading a file as planned (`error`), or what people should know of it (`warning`). */
const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** What to do, as a full sentence. */
  next: z.string(),
  /** The column that it is about, as the header has it. */
  column: z.string().optional(),
  /** What else people have to say before it can be read. */
  asks: z.enum(['source']).optional(),
})
export type PlanProblem = z.infer<typeof problemSchema>

const formatSchema = z.object({ name: z.string(), title: z.string() })

/** A column of a file, and what becomes of it. */
const columnSchema = z.object({
  /** Its place in the file’s rows, counted from 0: two columns may have one name. */
  at: z.int().nonnegative(),
  /** As the header has it. */
  column: z.string(),
  /** The field that it fills; null when the column is not read. */
  field: z.string().nullable(),
  /** What that field is: `e-mail address`. Empty when the column is not read. */
  words: z.string(),
  /** True when people said so, false when its name did. */
  chosen: z.boolean(),
})
export type PlanColumn = z.infer<typeof columnSchema>

/** A field that columns of the file may fill. */
const fieldSchema = z.object({
  name: z.string(),
  words: z.string(),
  /** Without a column for it the file can’t be read. */
  required: z.boolean(),
  /** Several columns may fill it, each adding something. Of all other fields a second column is an error. */
  several: z.boolean(),
})

/** How one file would be read. */
const fileSchema = z.object({
  path: z.string(),
  /** Its name, without folders. */
  file: z.string(),
  bytes: z.int(),
  compressed: z.boolean(),
  /** Null when no format fits: `problems` tells why, `alternatives` is empty. */
  format: formatSchema.nullable(),
  /** `named`: people named the format. `unsure` waits for that: the import is refused. */
  sure: z.enum(['named', 'certain', 'likely', 'unsure']),
  /** Other formats that could read the file, the closest first. */
  alternatives: z.array(formatSchema),
  /** Under which name the file’s ids are known. */
  source: z.string().nullable(),
  /** Of what has been looked at; a file that changes its encoding further down is read line by line. */
  encoding: z.enum([
    'UTF-8',
    'UTF-8 with a byte order mark',
    'UTF-16',
    'Windows-1252',
    'UTF-8 and Windows-1252',
  ]),
  delimiter: z.enum([',', ';', '\t', '|']),
  /** About how many rows it has, by its size; just as many as have been looked at, where these are all. */
  rowsAbout: z.int(),
  /** What its rows become. */
  makes: z.array(z.enum(TABLES)),
  columns: z.array(columnSchema),
  /** What the columns may be mapped to. */
  fields: z.array(fieldSchema),
  /** The first rows, a cell for each of `columns`; personal data is masked. */
  sample: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** How many rows have been looked at, and why some of these would be rejected. */
  lookedAt: z.int(),
  rejects: z.array(z.object({ reason: z.string(), rows: z.int(), line: z.int() })),
  problems: z.array(problemSchema),
})
export type PlannedImportFile = z.infer<typeof fileSchema>

/** How files would be read, before anything is written. */
export const importPlanSchema = z.object({
  /** Amounts are read in this currency; settled once the workspace holds money. */
  currency: z.object({
    code: z.string(),
    settled: z.boolean(),
    /** Where the files name several and nobody has said which one counts: these. */
    choices: z.array(z.string()),
  }),
  timezone: z.string(),
  files: z.array(fileSchema),
  /** What is said of all files together. */
  problems: z.array(problemSchema),
  /** False while any problem is an error. */
  ready: z.boolean(),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

/** What people say about a file: which format it has, and which columns are read otherwise than their names tell. */
export const fileChoiceSchema = z.strictObject({
  path: z.string(),
  format: z.string().optional(),
  /** `field: null` leaves a column out. The name is compared with the file’s, in case it has changed. */
  columns: z
    .array(z.strictObject({ at: z.int().nonnegative(), column: z.string(), field: z.string().nullable() }))
    .default([]),
})
export type FileChoice = z.input<typeof fileChoiceSchema>
