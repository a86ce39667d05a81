import type { Operation } from '../writer/operation.ts'
import type { ImportInput, PlannedInput } from './input.ts'
import { type FileReading, openFileReading } from './reading/file-reading.ts'
import type { ImportReport } from './report.ts'

/** Imports files and folders, each file in the format that its headers tell. */
export const importFiles: Operation<ImportInput, ImportReport> = (ctx, input) =>
  whileReading(input.paths, async (reader) => (await importing()).chooseAndRun(ctx, input, reader))

/** Imports files as their plan (`planFiles`) and the choices in it say. */
export const importPlanned: Operation<PlannedInput, ImportReport> = (ctx, input) =>
  whileReading(
    input.files.map(({ path }) => path),
    async (reader) => (await importing()).runPlanned(ctx, input, reader),
  )

/**
 * All that imports need, loaded while the thread that reads large files starts. To load it takes either as long as to
 * read tens of thousands of lines.
 */
const importing = () => import('./choose-and-run.ts')

async function whileReading<T>(
  paths: readonly string[],
  work: (reader: FileReading) => Promise<T>,
): Promise<T> {
  const reader = openFileReading()
  try {
    reader.expect(paths)
    return await work(reader)
  } finally {
    await reader.close()
  }
}
