import { statSync } from 'node:fs'
import type { PlannedFile } from '../mapping/file-plan.ts'
import { readFile, type Reading, type ReadPiece, type ReadWhole } from './read-file.ts'
import { openReadingThread } from './reading-thread.ts'

/** From here on a thread that reads while this one writes is worth its start, in bytes. */
const LARGE = 8 << 20

/** Reads the files of an import, one after the other. */
export interface FileReading {
  /** Hands on what is read of a file, piece by piece. */
  read(planned: PlannedFile, reading: Reading, hand: (piece: ReadPiece) => void): Promise<ReadWhole>
  /** When all has been read, or nothing more is to be; twice does no harm. */
  close(): Promise<void>
}

/**
 * Small files are read here, large ones in a thread of their own: where there are any it is started at once, and
 * makes itself ready while the import is planned.
 */
export function openFileReading(paths: readonly string[]): FileReading {
  const large = paths.some((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= LARGE)
  let thread = large ? openReadingThread() : undefined
  return {
    read(planned, reading, hand) {
      if (planned.file.bytes < LARGE) return readFile(planned, reading, hand)
      thread ??= openReadingThread()
      return thread.read(planned, reading, hand)
    },
    async close() {
      await thread?.close()
      thread = undefined
    },
  }
}
