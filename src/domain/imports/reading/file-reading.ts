import { existsSync, statSync } from 'node:fs'
import type { PlannedFile } from '../mapping/file-plan.ts'
import type { Reading, ReadPiece, ReadWhole } from './read-file.ts'
import { openReadingThread } from './reading-thread.ts'

/** From here on a thread that reads while this one writes is worth its start, in bytes. */
const LARGE = 8 << 20

/** Reads the files of an import, one after the other. */
export interface FileReading {
  /** Is told of files as soon as they are known: a thread starts where one is large, and makes itself ready meanwhile. */
  expect(paths: readonly string[]): void
  /** Hands on what is read of a file, piece by piece. */
  read(planned: PlannedFile, reading: Reading, hand: (piece: ReadPiece) => void): Promise<ReadWhole>
  /** When all has been read, or nothing more is to be; twice does no harm. */
  close(): Promise<void>
}

/** Small files are read here, large ones in a thread of their own. */
export function openFileReading(): FileReading {
  let thread: ReturnType<typeof openReadingThread> | undefined
  return {
    expect(paths) {
      if (paths.some((path) => existsSync(path) && statSync(path).size >= LARGE))
        thread ??= openReadingThread()
    },
    async read(planned, reading, hand) {
      if (planned.file.bytes >= LARGE) {
        thread ??= openReadingThread()
        return thread.read(planned, reading, hand)
      }
      // Loaded only here: what it needs would keep the thread from being started at once.
      const { readFile } = await import('./read-file.ts')
      return readFile(planned, reading, hand)
    },
    async close() {
      await thread?.close()
      thread = undefined
    },
  }
}
