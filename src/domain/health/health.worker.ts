import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openReadOnly } from '#db/open.ts'
import { LimitError } from '#kernel/errors.ts'
import { toPlain } from '#kernel/plain-error.ts'
import type { FromTask, Stoppable } from '#kernel/task-thread.ts'
import { look } from './look.ts'
import type { HealthTask, Seen } from './messages.ts'

/** Looks once and ends. */
const { databasePath, now, known, cancel }: HealthTask & Stoppable = workerData

const reply = (message: FromTask<Seen>) => parentPort?.postMessage(message)

let told = -1
function onProgress(done: number): void {
  if (Atomics.load(cancel, 0) === 1) {
    throw new LimitError('The look at the data was cancelled', { next: 'Start it again when you like.' })
  }
  const percent = Math.floor(100 * done)
  if (percent > told) reply({ type: 'progress', done })
  told = percent
}

try {
  const driver = openReadOnly(databasePath)
  const answer = look(driver, { now, known, onProgress })
  driver.close()
  reply({ type: 'done', answer })
} catch (error) {
  reply({ type: 'failed', error: toPlain(faultOf(error, databasePath)) })
}
