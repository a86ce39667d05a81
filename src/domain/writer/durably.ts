import type { Writer } from '#db/run.ts'

/**
 * Runs a transaction that is on the disk when this answers: neither a killed process nor a power failure takes it back.
 * Other transactions survive the first alone, which is faster, and are theirs to do again.
 */
export function durably<T>(writer: Writer, work: () => T): T {
  writer.driver.pragma('synchronous = FULL')
  try {
    return writer.transaction(work)
  } finally {
    writer.driver.pragma('synchronous = NORMAL')
  }
}
