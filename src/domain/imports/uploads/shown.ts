import { z } from 'zod'
import { importReportSchema } from '../report.ts'

/** An import of uploaded files. */
export const importJobSchema = z.object({
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  startedAt: z.string(),
  by: z.string(),
  /** What it does now. */
  what: z.string(),
  /** Of this step, 0 to 1; null where that is not known. */
  done: z.number().nullable(),
  /** Once it is done. */
  report: importReportSchema.nullable(),
  /** Why it failed, and what to do: nothing of it was kept. */
  problem: z.object({ message: z.string(), next: z.string() }).nullable(),
})
export type ImportJob = z.infer<typeof importJobSchema>

export const importStateSchema = z.object({
  /** The one that runs, or the last since the server started. */
  job: importJobSchema.nullable(),
})
export type ImportState = z.infer<typeof importStateSchema>

export const uploadedSchema = z.object({ id: z.string(), bytes: z.int() })
export type Uploaded = z.infer<typeof uploadedSchema>
