import type { Criteria } from '../criteria/schema.ts'
import type { Leaf } from '../criteria/walk.ts'

/** A condition as it counts: under an odd number of `none` groups, whoever passes it is left out. */
export const asItCounts = ({ condition, path }: Leaf): Criteria =>
  path.filter((part) => part === 'none').length % 2 === 1 ? { none: [condition] } : condition
