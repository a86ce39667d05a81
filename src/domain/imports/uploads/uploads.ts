import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import type { Ids } from '#kernel/ids.ts'

/** Files that people sent to be imported: beside the database, for its owner alone, until they are imported. */
export interface Uploads {
  /** Stores a file as it comes. Throws InputError for one that is empty or over the limit; nothing of it stays. */
  receive(
    name: string,
    body: ReadableStream<Uint8Array>,
  ): Promise<{ readonly id: string; readonly bytes: number }>
  /** Where it lies. Throws NotFoundError. */
  path(id: string): Promise<string>
  drop(ids: readonly string[]): Promise<void>
  /** Where the rejected rows of the last import are written. */
  rejectsPath(): Promise<string>
  /** Removes what has lain there for a day. */
  sweep(): Promise<void>
}

/** Files that were sent, and what was rejected of them: erasing a person takes them away, whoever they hold. */
export const uploadsOf = (databasePath: string): string => join(dirname(databasePath), 'uploads')

/** Larger files are read where they lie: `muster import`. */
const LARGEST = 1_000_000_000
const KEPT_MS = 24 * 3600 * 1000
const ID = /^upl_[A-Za-z0-9_-]{1,40}$/

export function createUploads({
  databasePath,
  ids,
  largest = LARGEST,
}: {
  readonly databasePath: string
  readonly ids: Ids
  readonly largest?: number
}): Uploads {
  const folder = uploadsOf(databasePath)
  const made = () => mkdir(folder, { recursive: true, mode: 0o700 })

  return {
    async receive(name, body) {
      await made()
      const id = ids.next('upl')
      const own = join(folder, id)
      await mkdir(own, { mode: 0o700 })
      let bytes = 0
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          if (bytes <= largest) done(null, chunk)
          else done(tooLarge(name, largest))
        },
      })
      try {
        await pipeline(
          Readable.fromWeb(body),
          counted,
          createWriteStream(join(own, safeName(name)), { mode: 0o600 }),
        )
        if (bytes === 0) throw new InputError(`${name} is empty`, { next: 'Choose a file with rows.' })
      } catch (error) {
        await rm(own, { recursive: true, force: true })
        throw error
      }
      return { id, bytes }
    },
    async path(id) {
      const [name] = ID.test(id) ? await readdir(join(folder, id)).catch(() => []) : []
      if (name !== undefined) return join(folder, id, name)
      throw new NotFoundError('This file is not here any more', {
        next: 'Files are kept until they are imported, for a day at most. Choose it again.',
      })
    },
    async drop(gone) {
      for (const id of gone) if (ID.test(id)) await rm(join(folder, id), { recursive: true, force: true })
    },
    async rejectsPath() {
      await made()
      return join(folder, 'rejects.csv')
    },
    async sweep() {
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        // Someone else’s sweep may have been faster.
        const found = await stat(join(folder, name)).catch(() => undefined)
        if (found !== undefined && Date.now() - found.mtimeMs > KEPT_MS)
          await rm(join(folder, name), { recursive: true, force: true })
      }
    },
  }
}

/** Its own name is what reports call it; of a path only the last part, and no name that means a folder. */
function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
    .replaceAll(/[\p{C}/]/gu, '_')
    .slice(-120)
  return /^\.*$/.test(last) ? 'file.csv' : last
}

const tooLarge = (name: string, largest: number): InputError =>
  new InputError(`${name} is larger than ${(largest / 1e6).toLocaleString('en-US')} MB`, {
    next: 'Pack it with gzip, or import it where it lies: muster import <file>.',
  })
