import { createHash } from 'node:crypto'

/** The first 12 hex digits of the SHA-1 of the ids, ascending and joined by commas: a case's `oracle_hash`. */
export const hashOf = (ids: readonly number[]): string =>
  createHash('sha1')
    .update(ids.toSorted((a, b) => a - b).join(','))
    .digest('hex')
    .slice(0, 12)
