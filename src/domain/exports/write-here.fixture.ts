import { openReadOnly } from '#db/open.ts'
import { checkExport } from './check-export.ts'
import type { checkInThread, writeInThread } from './export-thread.ts'
import { type WriteHooks, writeExport } from './write-export.ts'

// In the calling thread: a thread of its own takes longer to start than a small file to write.

export const writeHere =
  (hooks: Partial<WriteHooks> = {}): typeof writeInThread =>
  async (databasePath, task, { signal, onProgress }) =>
    withDriver(databasePath, (driver) =>
      writeExport(driver, task, {
        progress: (done, total) => onProgress?.(done, total),
        cancelled: () => signal?.aborted ?? false,
        ...hooks,
      }),
    )

export const checkHere: typeof checkInThread = async (databasePath, task) =>
  withDriver(databasePath, (driver) =>
    checkExport(driver, task, { progress: () => {}, cancelled: () => false }),
  )

function withDriver<T>(path: string, work: (driver: ReturnType<typeof openReadOnly>) => T): T {
  const driver = openReadOnly(path)
  try {
    return work(driver)
  } finally {
    driver.close()
  }
}
