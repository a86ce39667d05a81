import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { fixedClock } from '#kernel/clock.ts'
import { countingIds } from '#kernel/ids.ts'
import type { WriteContext } from '../writer/operation.ts'
import { importFiles } from './import-files.ts'
import type { ImportInput } from './input.ts'
import type { ImportReport } from './report.ts'

type Cell = string | number | null

/** A database of its own in a folder of its own, and files beside it. */
export interface ImportBench {
  readonly ctx: WriteContext
  readonly writer: OpenWriter
  /** The path of a file in the bench's folder. */
  path(name: string): string
  write(name: string, content: string | Uint8Array): string
  /** Writes files into a folder and imports it. */
  importFolder(
    files: Readonly<Record<string, string | Uint8Array>>,
    options?: Partial<ImportInput>,
  ): Promise<ImportReport>
  importFile(content: string | Uint8Array, options?: Partial<ImportInput>): Promise<ImportReport>
  rows(sql: string): Cell[][]
  /** Every row of every table that imports fill, to see that nothing changed. */
  data(): Record<string, Cell[][]>
  close(): void
}

const DATA = [
  'identities',
  'customers',
  'customer_keys',
  'customer_labels',
  'consents',
  'categories',
  'brands',
  'products',
  'product_tags',
  'orders',
  'items',
  'event_types',
  'campaigns',
  'events',
  'facts',
  'customer_category',
  'companies',
  'people',
  'signals',
  'segments',
  'segment_versions',
  'list_members',
  'versions',
  'workspace',
]

export function importBench(now = '2025-11-20T12:00:00Z'): ImportBench {
  const folder = mkdtempSync(join(tmpdir(), 'muster-imports-'))
  const writer = openWriter(join(folder, 'test.db'))
  const ctx: WriteContext = { writer, clock: fixedClock(now), ids: countingIds(), progress: () => {} }
  let folders = 0
  const path = (name: string) => join(folder, name)
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
    return path(name)
  }
  const rows = (sql: string) => writer.driver.prepare<[], Cell[]>(sql).raw().all()
  return {
    ctx,
    writer,
    path,
    write,
    async importFolder(files, options = {}) {
      const name = `files-${folders++}`
      for (const [file, content] of Object.entries(files)) write(join(name, file), content)
      return importFiles(ctx, { paths: [path(name)], ...options })
    },
    async importFile(content, options = {}) {
      return importFiles(ctx, { paths: [write(`export-${folders++}.csv`, content)], ...options })
    },
    rows,
    data: () =>
      Object.fromEntries(DATA.map((table) => [table, rows(`SELECT * FROM ${table} ORDER BY 1, 2`)])),
    close() {
      writer.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Lines of CSV from cells that need no quotes. */
export const csv = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('')
