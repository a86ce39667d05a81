import { parentPort } from 'node:worker_threads'
import { InputError } from '#kernel/errors.ts'
import { toPlain } from '#kernel/plain-error.ts'
import { prepareFile } from '../mapping/prepare-files.ts'
import { readFile } from './read-file.ts'
import type { FromReading, ThreadReading, ToReading } from './reading-thread.ts'

/** So many pieces may wait to be taken: one to write, one that is there when it is written. */
const ROOM = 2

let room = ROOM
let roomAgain: (() => void) | undefined

const say = (message: FromReading) => parentPort?.postMessage(message)

async function read({ choice, header, ...reading }: ThreadReading): Promise<void> {
  room = ROOM
  try {
    const { planned, file } = await prepareFile(choice)
    if (planned === undefined || file.header.join('\n') !== header.join('\n')) {
      throw new InputError(`${file.name} was changed while it was being imported`, {
        next: 'Import it again.',
      })
    }
    const whole = await readFile(planned, reading, async (piece) => {
      while (room === 0) {
        await new Promise<void>((resolve) => {
          roomAgain = resolve
        })
      }
      room -= 1
      say({ type: 'piece', piece })
    })
    say({ type: 'whole', whole })
  } catch (error) {
    say({ type: 'failed', error: toPlain(error) })
  }
}

parentPort?.on('message', (message: ToReading) => {
  if (message.type === 'read') void read(message.reading)
  else {
    room += 1
    roomAgain?.()
  }
})
