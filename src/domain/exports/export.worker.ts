import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openReadOnly } from '#db/open.ts'
import { type PlainError, toPlain } from '#kernel/plain-error.ts'
import { type CheckTask, checkExport } from './check-export.ts'
import type { Checked } from './tally.ts'
import { type WriteTask, type Written, writeExport } from './write-export.ts'

export interface ExportWork {
  readonly databasePath: string
  readonly task: { readonly write: WriteTask } | { readonly check: CheckTask }
  /** One shared word; 1 asks to stop. */
  readonly cancel: Int32Array
}

export type FromExport =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'written'; readonly written: Written }
  | { readonly type: 'checked'; readonly checked: Checked }
  | { readonly type: 'failed'; readonly error: PlainError }

/** Writes or checks one export and ends. */
const { databasePath, task, cancel }: ExportWork = workerData
const reply = (message: FromExport) => parentPort?.postMessage(message)
const hooks = {
  progress: (done: number, total: number) => reply({ type: 'progress', done, total }),
  cancelled: () => Atomics.load(cancel, 0) === 1,
}
try {
  const driver = openReadOnly(databasePath)
  try {
    if ('write' in task) reply({ type: 'written', written: writeExport(driver, task.write, hooks) })
    else reply({ type: 'checked', checked: checkExport(driver, task.check, hooks) })
  } finally {
    driver.close()
  }
} catch (error) {
  reply({ type: 'failed', error: toPlain(faultOf(error, databasePath)) })
}
