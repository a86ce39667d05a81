import { query, type Reader } from '#db/run.ts'
import { type Clock, toMinute } from '#kernel/clock.ts'
import { readWorkspace } from '../workspace/workspace.ts'
import { checkInThread } from './export-thread.ts'
import type { FormatId } from './formats/index.ts'
import type { ExportOptions } from './options.ts'
import type { Checked } from './tally.ts'

/** What the file of a preview's members would hold, and whom it would leave out. */
export type CheckExport = (
  of: { readonly previewId: string; readonly format: FormatId; readonly options: ExportOptions },
  signal: AbortSignal | undefined,
) => Promise<Checked>

export function createExportChecks(deps: {
  readonly databasePath: string
  readonly reader: Reader
  readonly clock: Clock
  /** For tests: how rows are made. */
  readonly check?: typeof checkInThread
}): CheckExport {
  const { databasePath, reader, clock, check = checkInThread } = deps
  return async ({ previewId, format, options }, signal) => {
    const counted = reader.get(query.selectFrom('previews').select('members').where('id', '=', previewId))
    if (counted === undefined) throw new Error(`There is no preview ${previewId}`)
    const { currency } = readWorkspace(reader)
    const now = toMinute(clock.now())
    return check(databasePath, { members: counted.members, format, options, now, currency }, { signal })
  }
}
