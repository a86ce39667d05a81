import { SOURCES, type Source } from '#db/schema.ts'
import type { DataVersions } from './members.ts'

/** One row a source. Not built with Kysely, which the threads that read need not load. */
export const VERSIONS_SQL = 'SELECT source, version FROM versions'

export function versionsOf(rows: readonly { source: Source; version: number }[]): DataVersions {
  const versions: Record<Source, number> = { ...NONE }
  for (const { source, version } of rows) versions[source] = version
  return versions
}

const NONE: DataVersions = {
  customers: 0,
  consents: 0,
  products: 0,
  orders: 0,
  events: 0,
  lists: 0,
  segments: 0,
  memberships: 0,
  indicators: 0,
  companies: 0,
  people: 0,
  signals: 0,
  exports: 0,
  scores: 0,
  profiles: 0,
  answers: 0,
}

export const sameVersions = (
  a: DataVersions,
  b: DataVersions,
  sources: readonly Source[] = SOURCES,
): boolean => sources.every((source) => a[source] === b[source])

/** Identifies the state of some sources, for cache keys. */
export const versionKey = (versions: DataVersions, sources: readonly Source[]): string =>
  [...new Set(sources)]
    .toSorted()
    .map((source) => `${source}:${versions[source]}`)
    .join(',')
