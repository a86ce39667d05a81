import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openWriter, type OpenWriter } from '#db/open.ts'
import { fixedClock, systemClock } from '#kernel/clock.ts'
import { giveWay } from '#kernel/give-way.ts'
import { randomIds } from '#kernel/ids.ts'
import { toPlain } from '#kernel/plain-error.ts'
import type { FromWriter, ToWriter } from './messages.ts'
import { allBegun, cancelled, perform } from './port.ts'

export interface WriterSettings {
  readonly databasePath: string
  /** The setting MUSTER_NOW, when the clock stands still. */
  readonly now: string | null
}

// People wait for what the other threads do; whoever sends data waits for this one, and sends much of it.
giveWay(4)
const settings: WriterSettings = workerData
let opened: OpenWriter | undefined
/** Opened by the first call, which is told when that fails. */
const open = (): OpenWriter => (opened ??= openWriter(settings.databasePath))
const clock = settings.now === null ? systemClock : fixedClock(settings.now)

const reply = (message: FromWriter) => parentPort?.postMessage(message)

async function handle(message: Exclude<ToWriter, 'close'>): Promise<void> {
  const { id, name, input, cancel } = message
  try {
    const output = await perform(name, input, {
      writer: open(),
      clock,
      ids: randomIds,
      progress(progress) {
        if (Atomics.load(cancel, 0) === 1) throw cancelled()
        reply({ id, type: 'progress', progress })
      },
    })
    reply({ id, type: 'done', output })
  } catch (error) {
    reply({ id, type: 'failed', error: toPlain(faultOf(error, settings.databasePath)) })
  }
}

async function close(): Promise<void> {
  await allBegun()
  opened?.driver.pragma('wal_checkpoint(TRUNCATE)')
  opened?.close()
  parentPort?.close()
}

parentPort?.on('message', (message: ToWriter) => {
  void (message === 'close' ? close() : handle(message))
})
