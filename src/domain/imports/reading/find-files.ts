import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InputError } from '#kernel/errors.ts'
import { readHeader } from '../csv/header.ts'
import { openText } from '../csv/text.ts'
import { TABLE_FILE, tableOf } from '../formats/generic.ts'
import { chooseFormat } from '../mapping/choose-format.ts'
import { TABLES } from '../tables/define.ts'

export interface FoundFiles {
  readonly paths: readonly string[]
  /** Other files of the folders that may hold rows, which are not read. */
  readonly passedOver: readonly string[]
}

/** The files that paths stand for: a file is itself, a folder those of its files that Muster knows. */
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
    const names = (await readdir(path)).filter((name) => TABLE_FILE.test(name)).toSorted()
    const known: string[] = []
    for (const name of names) {
      if (tableOf(name) !== undefined || (await isKnown(join(path, name)))) known.push(name)
      else passedOver.push(name)
    }
    if (known.length === 0) {
      throw new InputError(`The folder ${path} has no file that Muster knows`, {
        next: `Put exports of a shop, or any of ${TABLES.map((name) => `${name}.csv`).join(', ')} into it; or name the file, and its format or columns.`,
        choices: names,
      })
    }
    found.push(...known.map((name) => join(path, name)))
  }
  // The same file named twice is read once.
  return { paths: [...new Set(found.map((path) => resolve(path)))], passedOver }
}

/** Does a file have the headers of a format? What can't be read at all is not known either. */
async function isKnown(path: string): Promise<boolean> {
  try {
    const { best } = chooseFormat(await readHeader(await openText(path)), { path })
    return best?.mapped.missing.length === 0
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}
