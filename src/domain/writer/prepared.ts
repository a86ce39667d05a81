import type { WriterPort } from './port.ts'

/**
 * Opens a database for reading, once the writer has made, migrated and filled it as every start needs it, which a
 * read-only connection could not.
 */
export async function prepared<R>(writer: WriterPort, open: () => R): Promise<R> {
  try {
    await writer.call('ensureWorkspace', null)
    await writer.call('ensureDefaultSegments', null)
    await writer.call('ensureBuiltinIndicators', null)
    await writer.call('ensureSignalTypes', null)
    return open()
  } catch (error) {
    // Its thread would keep the process alive.
    await writer.close()
    throw error
  }
}
