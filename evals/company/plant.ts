import { DatabaseSync } from 'node:sqlite'
import type { Case } from '../case.ts'

/** Hostile texts that cases of understanding want in the data before they ask. */
export interface Planted {
  /** Tags of some customer. */
  readonly tags: readonly string[]
  readonly descriptions: readonly { readonly segment: string; readonly text: string }[]
}

export const NOTHING_PLANTED: Planted = { tags: [], descriptions: [] }

export function plantedFor(cases: readonly Case[]): Planted {
  const fixtures = cases.flatMap(({ expected: { fixture, name } }) => (fixture ? [{ ...fixture, name }] : []))
  return {
    tags: fixtures.flatMap(({ customer_tag: tag }) => tag ?? []),
    descriptions: fixtures.flatMap(({ segment_description: text, name: segment }) =>
      text === undefined || segment === undefined ? [] : [{ segment, text }],
    ),
  }
}

/**
 * Writes descriptions into a closed database. No door of the product takes them for imported lists, whose texts
 * come from elsewhere: that is what makes them worth distrusting.
 */
export function plantDescriptions(databasePath: string, descriptions: Planted['descriptions']): void {
  if (descriptions.length === 0) return
  const database = new DatabaseSync(databasePath)
  const update = database.prepare('UPDATE segments SET description = ? WHERE name = ?')
  for (const { segment, text } of descriptions) {
    if (update.run(text, segment).changes !== 1) throw new Error(`There is no segment ${segment} to plant in`)
  }
  database.close()
}
