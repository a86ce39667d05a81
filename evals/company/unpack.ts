import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { COMPANY_FOLDER, companyFiles, readTable } from './files.ts'
import type { LivedIn } from './lived-in.ts'

type Row = readonly string[]

/** Puts the company's files into a folder to import, with tags and what it has been through planted in them. */
export function unpackCompany(folder: string, tags: readonly string[], lived?: LivedIn): void {
  for (const name of companyFiles()) copyFileSync(join(COMPANY_FOLDER, name), join(folder, name))
  const write = (name: string, rows: readonly Row[]) =>
    writeFileSync(join(folder, `${name}.csv.gz`), gzipSync(csvOf(rows)))
  const { header, rows } = readTable('customers')
  const tagged = withTags(header, rows, [...tags, ...(lived?.tags ?? [])])
  write('customers', [header, ...(lived === undefined ? tagged : withPerson(header, tagged, lived.person))])
  if (lived === undefined) return
  const products = readTable('products')
  write('products', [
    products.header,
    ...products.rows,
    ...lived.products.map(({ title, category, brand }, at) =>
      inColumns(products.header, { id: `HOSTILE${at}`, title, category, brand, price: '10' }),
    ),
  ])
  write('campaigns', [['id', 'name'], ...lived.campaigns.map((name, at) => [`HOSTILE${at}`, name])])
  const lists = readTable('lists')
  write('lists', [lists.header, ...lists.rows, ...lived.lists.map((list) => [list, lived.person.id])])
}

/** On one customer who has tags. */
function withTags(header: Row, rows: readonly Row[], tags: readonly string[]): readonly Row[] {
  if (tags.length === 0) return rows
  const column = header.indexOf('tags')
  const host = rows.findIndex((row) => row[column] !== '')
  return rows.map((row, index) =>
    index === host ? row.with(column, [row[column] ?? '', ...tags].join('|')) : row,
  )
}

const withPerson = (header: Row, rows: readonly Row[], person: LivedIn['person']): readonly Row[] =>
  rows.map((row) => {
    if (row[header.indexOf('id')] !== person.id) return row
    const { email, phone, firstName: first_name, lastName: last_name } = person
    return inColumns(header, {
      ...Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])),
      email,
      phone,
      first_name,
      last_name,
    })
  })

const inColumns = (header: Row, values: Readonly<Record<string, string>>): Row =>
  header.map((name) => values[name] ?? '')

const csvOf = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('')
