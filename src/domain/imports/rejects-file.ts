import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { InputError } from '#kernel/errors.ts'
import type { Rejects } from './staging/rejects.ts'

/** Throws InputError when the file can't be written: known before an import, not after it. */
export function checkRejectsFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unwritable(path)
  const unfinished = `${path}.part`
  closeSync(openFor(unfinished))
  rmSync(unfinished)
}

/** Writes all rejected rows to a CSV file, which appears at once when it is whole. */
export function writeRejects(path: string, rejects: Rejects, files: readonly string[]): void {
  const unfinished = `${path}.part`
  const file = openFor(unfinished)
  try {
    let text = 'file,line,reason,value\n'
    for (const { file: number, line, reason, detail } of rejects.rows()) {
      text += `${[files[number] ?? '', String(line), reason, detail ?? ''].map(cell).join(',')}\n`
      if (text.length > 1 << 16) {
        writeSync(file, text)
        text = ''
      }
    }
    writeSync(file, text)
  } catch (error) {
    closeSync(file)
    rmSync(unfinished, { force: true })
    throw error
  }
  closeSync(file)
  renameSync(unfinished, path)
}

function openFor(path: string): number {
  try {
    return openSync(path, 'w')
  } catch {
    throw unwritable(path)
  }
}

const unwritable = (path: string): InputError =>
  new InputError(`The rejected rows can't be written to ${path}`, {
    next: 'Name a file in a folder that exists and that you may write to.',
  })

/** Quoted where need be; a leading sign that spreadsheets would run as a formula gets an apostrophe. */
function cell(text: string): string {
  const inert = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
