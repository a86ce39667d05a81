import type { Writer } from '#db/run.ts'

/**
 * Runs a transaction of which what it deleted can't be read from the database's files any more: the writer overwrites
 * whatever it deletes (`secure_delete`), and the log of writes is emptied as soon as readers let it go.
 */
export function unrecoverably<T>(writer: Writer, work: () => T): T {
  const result = writer.transaction(work)
  writer.driver.pragma('wal_checkpoint(TRUNCATE)')
  return result
}
