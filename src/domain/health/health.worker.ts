import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openReadOnly } from '#db/open.ts'
import { LimitError } from '#kernel/errors.ts'
import { toPlain } from '#kernel/plain-error.ts'
import { look } from './look.ts'
import type { FromHealth, HealthSettings } from './messages.ts'

/** Looks once and ends. */
const { databasePath, now, known, cancel }: HealthSettings = workerData

const reply = (message: FromHealth) => parentPort?.postMessage(message)

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
  const seen = look(driver, { now, known, onProgress })
  driver.close()
  reply({ type: 'done', seen })
} catch (error) {
  reply({ type: 'failed', error: toPlain(faultOf(error, databasePath)) })
}
