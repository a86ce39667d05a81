import { join } from 'node:path'
import type { Entity } from '../entities/entity.ts'
import type { ExportFormat, Row, RowPlan } from './formats/define.ts'
import { cell, LINE_END } from './csv.ts'
import { idColumn } from './records.ts'
import { type OpenFile, type OutFile, outFile, type WrittenFile } from './out-file.ts'

/** The files of one export in a folder: begun with their first row, split where the format says so. */
export interface ExportFiles {
  write(row: Row): void
  /** Somebody who is in none of them. */
  leaveOut(who: string, why: string): void
  close(): readonly WrittenFile[]
  abandon(): void
}

export interface FilesSettings {
  readonly folder: string
  /** What their names begin with. */
  readonly base: string
  readonly format: Pick<ExportFormat, 'mostBytes'>
  readonly plan: Pick<RowPlan, 'files'>
  /** Of whom its rows are. */
  readonly entity: Entity
  readonly open?: OpenFile
}

/** The list of who is in none of the files and why. */
export const LEFT_OUT_FILE = 'left-out.csv'

interface Open {
  readonly name: string
  readonly file: OutFile
  rows: number
}

export function exportFiles({ folder, base, format, plan, entity, open }: FilesSettings): ExportFiles {
  const done: WrittenFile[] = []
  const current = new Map<number, Open>()
  const parts = new Map<number, number>()
  let leftOut: Open | undefined

  const begin = (name: string, headers: readonly string[]): Open => {
    const begun = { name, file: outFile(join(folder, name), open), rows: 0 }
    begun.file.write(headers.map(cell).join(',') + LINE_END)
    return begun
  }
  const finish = ({ name, file, rows }: Open) => done.push({ name, rows, ...file.close() })

  const next = (at: number): Open => {
    const of = plan.files[at]
    if (of === undefined) throw new Error(`The format has no file ${at}`)
    const part = (parts.get(at) ?? 0) + 1
    parts.set(at, part)
    const begun = begin(`${base}${of.suffix}${part === 1 ? '' : `-${part}`}.csv`, of.headers)
    current.set(at, begun)
    return begun
  }

  return {
    write(row) {
      const line = row.text + LINE_END
      let into = current.get(row.file) ?? next(row.file)
      const { mostBytes } = format
      if (mostBytes !== undefined && into.file.bytes() + Buffer.byteLength(line) > mostBytes) {
        finish(into)
        into = next(row.file)
      }
      into.file.write(line)
      into.rows++
    },
    leaveOut(who, why) {
      leftOut ??= begin(LEFT_OUT_FILE, [idColumn(entity), 'why'])
      leftOut.file.write(`${cell(who)},${cell(why)}${LINE_END}`)
      leftOut.rows++
    },
    close() {
      // Nobody to write is a file too: one that says so.
      if (parts.size === 0) next(0)
      for (const each of current.values()) finish(each)
      if (leftOut !== undefined) leftOut.file.close()
      return done
    },
    abandon() {
      for (const { file } of current.values()) file.abandon()
      leftOut?.file.abandon()
    },
  }
}
