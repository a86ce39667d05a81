import type { Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import type { Leaving } from './leaving.ts'
import { places } from './registry.ts'

/** What a person asked for: everything that is kept of them. */
export interface SubjectData {
  /** ISO 8601. */
  readonly asOf: string
  /** By what it is: `orders`, `consents` …; what there is nothing of is left out. Times are UTC, money in units. */
  readonly data: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/** Everything that is kept of a person, for them: as it is, nothing masked. */
export const subject = (reader: Reader, leaving: Leaving, now: Instant): SubjectData =>
  reader.snapshot(() => ({
    asOf: toIso(now),
    data: Object.fromEntries(
      places.flatMap((place) => {
        const rows = place.told?.(reader, leaving) ?? []
        return rows.length === 0 ? [] : [[place.what, rows.map(shown)]]
      }),
    ),
  }))

/** Folded texts are for searching; unknown values say nothing. */
const shown = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && !name.endsWith('_key')))

/** What would go, by what it is; texts that name them are found when they do. */
export const wouldGo = (reader: Reader, leaving: Leaving): Erasing =>
  reader.snapshot(() => ({
    customers: leaving.customers.length,
    people: leaving.people.length,
    rows: places.flatMap(({ what, count }) => {
      const rows = count?.(reader, leaving) ?? 0
      return rows === 0 ? [] : [{ what, rows }]
    }),
  }))

export interface Erasing {
  readonly customers: number
  readonly people: number
  readonly rows: readonly { readonly what: string; readonly rows: number }[]
}
