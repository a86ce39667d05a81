import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** The invented company that cases are asked of, in the generic import format. */
export const COMPANY_FOLDER = import.meta.dirname

/** Its now: every count is as of this instant. */
export const COMPANY_NOW = '2025-11-20T12:00:00Z'

/** The names of its files, `customers.csv.gz` and so on. */
export const companyFiles = (): readonly string[] =>
  readdirSync(COMPANY_FOLDER).filter((name) => name.endsWith('.csv.gz'))

/** One of its tables as texts. */
export function readTable(name: string): { header: readonly string[]; rows: readonly (readonly string[])[] } {
  const csv = gunzipSync(readFileSync(join(COMPANY_FOLDER, `${name}.csv.gz`)))
  const [header = [], ...rows] = z.array(z.array(z.string())).parse(parse(csv))
  return { header, rows }
}
