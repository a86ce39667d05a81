import { openReadOnly } from '#db/open.ts'
import type { writeInThread } from './export-thread.ts'
import { type WriteHooks, writeExport } from './write-export.ts'

/** Writes exports in the calling thread: a thread of its own takes longer to start than a small file to write. */
export const writeHere =
  (hooks: Partial<WriteHooks> = {}): typeof writeInThread =>
  async (databasePath, task, { signal, onProgress }) => {
    const driver = openReadOnly(databasePath)
    try {
      return writeExport(driver, task, {
        progress: onProgress,
        cancelled: () => signal.aborted,
        ...hooks,
      })
    } finally {
      driver.close()
    }
  }
