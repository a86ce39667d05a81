import { query, type Reader } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import type { Operation } from '../writer/operation.ts'

/** May the database's file hold parts of what was deleted before deletions were overwritten? */
export const hasRemnants = (reader: Reader): boolean => readWorkspaceRow(reader)?.remnants === 1

/** Has anybody been erased from this database? */
export const hasErased = (reader: Reader): boolean =>
  reader.get(
    query.selectFrom('log').select('at').where('action', 'in', ['erase_person', 'erase_source']).limit(1),
  ) !== undefined

/**
 * Writes the whole database anew, so that its file holds nothing that was deleted. Needed once in the life of one that
 * was in use before deletions were overwritten; takes as much room again twice, and keeps all other writes waiting.
 */
export const writeAnew: Operation<null, { readonly before: number; readonly after: number }> = ({
  writer,
}) => {
  const { driver } = writer
  refuseDuringImport(driver)
  const bytes = () =>
    Number(driver.pragma('page_count', { simple: true })) *
    Number(driver.pragma('page_size', { simple: true }))
  const before = bytes()
  driver.exec('VACUUM')
  // The new pages are in the log of writes: only when it is carried over are the old ones gone.
  const busy = driver.pragma('wal_checkpoint(TRUNCATE)', { simple: true })
  if (busy !== 0) {
    throw new ConflictError('Somebody reads the database: the old file is still there beneath the new one', {
      next: 'End other programs that read it (`muster start` too), and run `muster erase --remnants`.',
    })
  }
  writer.run(query.updateTable('workspace').set({ remnants: 0 }))
  return { before, after: bytes() }
}
