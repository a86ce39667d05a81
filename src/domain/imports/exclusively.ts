import type { Writer } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'

const busy = new WeakSet<Writer['driver']>()

/** Runs the one import that a connection can have: its temporary tables are the connection's. */
export async function exclusively<T>(driver: Writer['driver'], work: () => Promise<T>): Promise<T> {
  if (busy.has(driver)) {
    throw new ConflictError('Another import is running', { next: 'Wait until it has finished, then import.' })
  }
  busy.add(driver)
  try {
    return await work()
  } finally {
    busy.delete(driver)
  }
}
