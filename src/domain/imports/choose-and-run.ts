import type { WriteContext } from '../writer/operation.ts'
import {
  type ImportInput,
  importInputSchema,
  parseImportInput,
  type PlannedInput,
  plannedInputSchema,
} from './input.ts'
import { chooseFiles } from './plan/plan-files.ts'
import type { FileReading } from './reading/file-reading.ts'
import type { ImportReport } from './report.ts'
import { runImport } from './run-import.ts'

/** Finds the files that paths stand for, how each is read, and imports them. */
export async function chooseAndRun(
  ctx: WriteContext,
  input: ImportInput,
  reader: FileReading,
): Promise<ImportReport> {
  const { paths, format, map, ignore, ...settings } = parseImportInput(importInputSchema, input)
  const { files, passedOver } = await chooseFiles(paths, { format, map, ignore })
  const notes = passedOver.length > 0 ? [`Not read: ${passedOver.join(', ')}.`] : []
  return runImport(ctx, { files, settings, notes }, reader)
}

/** Imports files as people chose in their plan. */
export async function runPlanned(
  ctx: WriteContext,
  input: PlannedInput,
  reader: FileReading,
): Promise<ImportReport> {
  const { files, ...settings } = parseImportInput(plannedInputSchema, input)
  return runImport(ctx, { files, settings, notes: [] }, reader)
}
