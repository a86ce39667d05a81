import type { Writer } from '#db/run.ts'

/**
 * Runs a large transaction whose journal is carried over into the database when whoever waits has the answer, and not
 * with its commit: what is committed is there for all to read, and stays, either way.
 */
export function carriedOverLater<T>(writer: Writer, work: () => T): T {
  const { driver } = writer
  const before = Number(driver.pragma('wal_autocheckpoint', { simple: true }))
  driver.pragma('wal_autocheckpoint = 0')
  try {
    return writer.transaction(work)
  } finally {
    driver.pragma(`wal_autocheckpoint = ${before}`)
    setImmediate(() => carryOver(driver))
  }
}

/** Moves what it can and never waits for readers. */
function carryOver(driver: Writer['driver']): void {
  if (!driver.open) return
  try {
    driver.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // A full disk, say: nothing is lost, and the next commit tries again.
  }
}
