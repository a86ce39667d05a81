import type { Operation } from '../writer/operation.ts'
import {
  type ImportInput,
  importInputSchema,
  parseImportInput,
  type PlannedInput,
  plannedInputSchema,
} from './input.ts'
import { chooseFiles } from './plan/plan-files.ts'
import type { ImportReport } from './report.ts'
import { runImport } from './run-import.ts'

/** Imports files and folders, each file in the format that its headers tell. */
export const importFiles: Operation<ImportInput, ImportReport> = async (ctx, input) => {
  const { paths, format, map, ignore, ...settings } = parseImportInput(importInputSchema, input)
  const { files, passedOver } = await chooseFiles(paths, { format, map, ignore })
  const notes = passedOver.length > 0 ? [`Not read: ${passedOver.join(', ')}.`] : []
  return runImport(ctx, { files, settings, notes })
}

/** Imports files as their plan (`planFiles`) and the choices in it say. */
export const importPlanned: Operation<PlannedInput, ImportReport> = async (ctx, input) => {
  const { files, ...settings } = parseImportInput(plannedInputSchema, input)
  return runImport(ctx, { files, settings, notes: [] })
}
