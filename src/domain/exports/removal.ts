import { createHash } from 'node:crypto'
import { closeSync, constants, copyFileSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Writer } from '#db/run.ts'
import type { Entity } from '../entities/entity.ts'
import { cell } from './csv.ts'
import { folderOf } from './folder.ts'
import type { RowPlan } from './formats/define.ts'
import { manifestSchema } from './manifest.ts'
import { withFileFaults, type WrittenFile } from './out-file.ts'
import { idColumn, RECORDS } from './records.ts'

/** What takes back an analysis file: whose rows to delete. */
export const idsOf = (entity: Entity): RowPlan => ({
  files: [{ suffix: '-remove', headers: [idColumn(entity)] }],
  select: [RECORDS[entity].identity],
  row: (_id, [identity]) => ({ file: 0, text: cell(String(identity)) }),
})

export const MADE_ANEW =
  'The exported files are gone or were changed, so this was made of the addresses that are known now: whoever had another one when they were exported has to be removed by hand.'

/**
 * What takes back a file that was handed over to a channel: the very rows that were handed over, since people are
 * found there by the address they had then. Null when the files are not what they were any more.
 */
export function copySent(
  driver: Writer['driver'],
  exportId: string,
  to: { readonly folder: string },
): { readonly files: readonly WrittenFile[]; readonly rows: number } | null {
  const stored = driver
    .prepare<[string], string | null>('SELECT manifest FROM exports WHERE id = ?')
    .pluck()
    .get(exportId)
  const { files, rows } = manifestSchema.parse(JSON.parse(stored ?? ''))
  const from = folderOf(driver.name, exportId)
  if (!files.every(({ name, sha256 }) => hashOf(join(from, name)) === sha256)) return null
  return {
    rows,
    files: files.map((file) => {
      const name = file.name.replace(/\.csv$/, '-remove.csv')
      const path = join(to.folder, name)
      withFileFaults(path, () => copyFileSync(join(from, file.name), path, constants.COPYFILE_EXCL))
      return { ...file, name }
    }),
  }
}

/** Undefined for a file that can't be read. */
function hashOf(path: string): string | undefined {
  try {
    const fd = openSync(path, 'r')
    try {
      const hash = createHash('sha256')
      const chunk = Buffer.alloc(1 << 20)
      for (let read = readSync(fd, chunk); read > 0; read = readSync(fd, chunk)) {
        hash.update(chunk.subarray(0, read))
      }
      return hash.digest('hex')
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
}
