import { randomBytes } from 'node:crypto'

/** Makes ids that people can read out and that nobody can guess (80 random bits). */
export interface Ids {
  next(prefix: string): string
}

/** Crockford's base 32 in lower case: no i, l, o or u to misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export const randomIds: Ids = {
  next(prefix) {
    let id = ''
    for (const byte of randomBytes(16)) id += ALPHABET[byte & 31]
    return `${prefix}_${id}`
  },
}

/** Predictable ids for tests: `seg_1`, `seg_2` … */
export function countingIds(): Ids {
  const used = new Map<string, number>()
  return {
    next(prefix) {
      const n = (used.get(prefix) ?? 0) + 1
      used.set(prefix, n)
      return `${prefix}_${n}`
    },
  }
}
