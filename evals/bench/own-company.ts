import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '#db/migrations/index.ts'
import { sizeOf } from './rows.ts'
import { makeCompany } from './sqlite-company.ts'

/** A copy of the made company for a benchmark that writes to it, in an empty folder of its own; the other stays as it was made. */
export function ownCompany(benchmark: string, customers: number): { folder: string; path: string } {
  const folder = join('.muster', 'bench', benchmark)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const made = join('.muster', 'bench', `${customers}-v${migrations.length}.db`)
  makeCompany(made, sizeOf(customers), (what) => console.error(`${what} …`))
  const path = join(folder, 'company.db')
  copyFileSync(made, path)
  return { folder, path }
}
