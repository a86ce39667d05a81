import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { ConfigError, LimitError } from '#kernel/errors.ts'

export interface WrittenFile {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** A file that is being written; nothing of it is to be trusted before `close` has answered. */
export interface OutFile {
  readonly bytes: () => number
  write(text: string): void
  /** Makes it last, and answers what it holds. */
  close(): Omit<WrittenFile, 'name' | 'rows'>
  /** Lets go of it without another word. */
  abandon(): void
}

/** Opens a new file for its owner alone. */
export type OpenFile = (path: string) => number
const openNew: OpenFile = (path) => openSync(path, 'wx', 0o600)

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 18

export function outFile(path: string, open: OpenFile = openNew): OutFile {
  const fd = withFileFaults(path, () => open(path))
  const hash = createHash('sha256')
  let waiting: string[] = []
  let length = 0
  let bytes = 0

  const flush = () => {
    const chunk = Buffer.from(waiting.join(''))
    waiting = []
    length = 0
    hash.update(chunk)
    withFileFaults(path, () => {
      // A full disk can take a part and refuse the rest.
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at)
    })
  }

  let ended = false
  const end = () => {
    if (!ended) closeSync(fd)
    ended = true
  }

  return {
    bytes: () => bytes,
    write(text) {
      waiting.push(text)
      length += text.length
      bytes += Buffer.byteLength(text)
      if (length >= CHUNK) flush()
    },
    close() {
      flush()
      withFileFaults(path, () => fsyncSync(fd))
      end()
      return { bytes, sha256: hash.digest('hex') }
    },
    abandon: end,
  }
}

/** What a failing disk tells people: what is wrong with which file, and what they can do about it. */
export function withFileFaults<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') {
      throw new LimitError(`There is no room for the file ${path}; nothing of it was kept`, {
        next: 'Free some room on the disk of the database, and start the export again.',
      })
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new ConfigError(`The file ${path} can’t be written`, {
        next: 'Let your user write to the folder of the database, and start the export again.',
      })
    }
    throw error
  }
}
