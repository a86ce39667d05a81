import type { Writer } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'

const busy = new WeakSet<Writer['driver']>()

/** For writes that are done at once, and need the same temporary tables. Throws ConflictError while an import runs. */
export function refuseDuringImport(driver: Writer['driver']): void {
  if (!busy.has(driver)) return
  throw new ConflictError('An import is running', { next: 'Wait until it has finished, then try again.' })
}

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
