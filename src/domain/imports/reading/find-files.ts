import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InputError } from '#kernel/errors.ts'
import { tableOf } from '../formats/generic.ts'
import { TABLES } from '../tables/define.ts'

export interface FoundFiles {
  readonly paths: readonly string[]
  /** Other CSV files of the folders, which are not read. */
  readonly passedOver: readonly string[]
}

/** The files that paths stand for: a file is itself, a folder its files of the generic format. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  if (paths.length === 0) {
    throw new InputError('There is nothing to import', { next: 'Name a folder or some CSV files.' })
  }
  const found: string[] = []
  const passedOver: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined)
    if (info === undefined) {
      throw new InputError(`There is no file or folder ${path}`, { next: 'Check the path and import again.' })
    }
    if (!info.isDirectory()) {
      found.push(path)
      continue
    }
    const names = (await readdir(path)).toSorted()
    const tables = names.filter((name) => tableOf(name) !== undefined)
    if (tables.length === 0) {
      throw new InputError(`The folder ${path} has no file that Muster knows`, {
        next: `Put any of ${TABLES.map((name) => `${name}.csv`).join(', ')} into it, or name a file of another format.`,
        choices: names.filter((name) => /\.csv(?:\.gz)?$/i.test(name)),
      })
    }
    found.push(...tables.map((name) => join(path, name)))
    passedOver.push(...names.filter((name) => /\.csv(?:\.gz)?$/i.test(name) && !tables.includes(name)))
  }
  // The same file named twice is read once.
  return { paths: [...new Set(found.map((path) => resolve(path)))], passedOver }
}
