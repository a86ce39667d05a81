import type { Writer } from '#db/run.ts'
import { countriesWithRegion, regionName } from '../../places/regions.ts'
import { stagedName } from '../staging/names.ts'
import { change } from './change.ts'

const STAGED = stagedName('customers')

/**
 * Names the regions of staged customers whose country is missing: a code is read as the region of the one
 * country whose customers live there. With none or several such countries it stays as it came.
 */
export function nameLonelyRegions(driver: Writer['driver'], notes: string[]): void {
  const codes = driver
    .prepare<[], string>(
      `SELECT DISTINCT region FROM ${STAGED} WHERE country IS NULL AND length(region) <= 3 ORDER BY region`,
    )
    .pluck()
    .all()
  if (codes.length === 0) return
  const inhabited = new Set(
    driver
      .prepare<[], string>(
        `SELECT DISTINCT country || ' ' || region FROM ${STAGED} UNION
         SELECT DISTINCT country || ' ' || region FROM customers`,
      )
      .pluck()
      .all(),
  )
  const read: string[] = []
  for (const code of codes) {
    const homes = countriesWithRegion(code).filter((country) =>
      inhabited.has(`${country} ${regionName(country, code)}`),
    )
    const [home] = homes
    if (home === undefined || homes.length > 1) continue
    const name = regionName(home, code) ?? code
    const rows = change(
      driver,
      `UPDATE ${STAGED} SET region = ? WHERE country IS NULL AND region = ?`,
      name,
      code,
    )
    read.push(`${code} as ${name} (${rows})`)
  }
  if (read.length > 0) {
    notes.push(
      `Some customers have a region code and no country; where customers of one country only live in such a region, the code is read as that: ${read.join(', ')}.`,
    )
  }
}
