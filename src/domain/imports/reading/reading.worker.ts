import { parentPort, workerData } from 'node:worker_threads'
import { InputError } from '#kernel/errors.ts'
import { toPlain } from '#kernel/plain-error.ts'
import { prepareFile } from '../mapping/prepare-files.ts'
import { readFile } from './read-file.ts'
import type { FromReading, ThreadReading } from './read-in-thread.ts'

/** Reads one file and ends. */
const { choice, header, ...reading }: ThreadReading = workerData

/** So many pieces may wait to be taken: one to write, one that is there when it is written. */
let room = 2
let roomAgain: (() => void) | undefined
parentPort?.on('message', () => {
  room += 1
  roomAgain?.()
})

const reply = (message: FromReading) => parentPort?.postMessage(message)

try {
  const { planned, file } = await prepareFile(choice)
  if (planned === undefined || file.header.join('\n') !== header.join('\n')) {
    throw new InputError(`${file.name} was changed while it was being imported`, { next: 'Import it again.' })
  }
  const whole = await readFile(planned, reading, async (piece) => {
    while (room === 0) {
      await new Promise<void>((resolve) => {
        roomAgain = resolve
      })
    }
    room -= 1
    reply({ type: 'piece', piece })
  })
  reply({ type: 'whole', whole })
} catch (error) {
  reply({ type: 'failed', error: toPlain(error) })
}
parentPort?.close()
