import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openReadOnly } from '#db/open.ts'
import { type PlainError, toPlain } from '#kernel/plain-error.ts'
import { type WriteTask, type Written, writeExport } from './write-export.ts'

export interface ExportWork {
  readonly databasePath: string
  readonly task: WriteTask
  /** One shared word; 1 asks to stop. */
  readonly cancel: Int32Array
}

export type FromExport =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly written: Written }
  | { readonly type: 'failed'; readonly error: PlainError }

/** Writes one export and ends. */
const { databasePath, task, cancel }: ExportWork = workerData
const reply = (message: FromExport) => parentPort?.postMessage(message)
try {
  const driver = openReadOnly(databasePath)
  try {
    const written = writeExport(driver, task, {
      progress: (done, total) => reply({ type: 'progress', done, total }),
      cancelled: () => Atomics.load(cancel, 0) === 1,
    })
    reply({ type: 'done', written })
  } finally {
    driver.close()
  }
} catch (error) {
  reply({ type: 'failed', error: toPlain(faultOf(error, databasePath)) })
}
