import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withFileFaults } from './out-file.ts'

/** Exports stand beside the database, a folder each, for its owner alone. */
export const exportsFolder = (databasePath: string): string => join(dirname(databasePath), 'exports')

/** The folder of a finished export. */
export const folderOf = (databasePath: string, exportId: string): string =>
  join(exportsFolder(databasePath), exportId)

const PARTIAL = /^\..+\.(\d+)\.partial$/

/** A new folder for an export that is being written by this process. */
export function makePartial(databasePath: string, exportId: string): string {
  const path = join(exportsFolder(databasePath), `.${exportId}.${process.pid}.partial`)
  withFileFaults(path, () => {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path, { recursive: true, mode: 0o700 })
  })
  return path
}

export const dropPartial = (path: string): void => rmSync(path, { recursive: true, force: true })

/** Removes what processes left behind that were killed while they wrote. */
export function sweepPartials(databasePath: string): void {
  const folder = exportsFolder(databasePath)
  for (const name of namesIn(folder)) {
    const pid = Number(PARTIAL.exec(name)?.[1] ?? process.pid)
    if (!isRunning(pid)) dropPartial(join(folder, name))
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Nothing was exported yet.
    return []
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A name for files: the letters and digits of the Latin alphabet, the rest as hyphens. */
export function fileBase(subject: string, format: string): string {
  const plain = subject
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${plain === '' ? 'customers' : plain}-${format.replaceAll('_', '-')}`
}
