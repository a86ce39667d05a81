import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { COMPANY_FOLDER, companyFiles, readTable } from './files.ts'

/** Puts the company's files into a folder to import, with hostile tags planted on a customer who has tags. */
export function unpackCompany(folder: string, tags: readonly string[]): void {
  for (const name of companyFiles()) copyFileSync(join(COMPANY_FOLDER, name), join(folder, name))
  if (tags.length === 0) return
  const { header, rows } = readTable('customers')
  const column = header.indexOf('tags')
  const host = rows.findIndex((row) => row[column] !== '')
  const planted = rows.map((row, index) =>
    index === host ? row.with(column, [row[column] ?? '', ...tags].join('|')) : row,
  )
  writeFileSync(join(folder, 'customers.csv.gz'), gzipSync(csvOf([header, ...planted])))
}

const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('')
