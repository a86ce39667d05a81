import type { Instant } from '#kernel/clock.ts'
import { contentHash } from '#kernel/hash.ts'
import type { Change } from '../changes/index.ts'
import type { Criteria } from '../criteria/schema.ts'

/** Everything that a human agrees to by confirming. */
export interface Content {
  readonly change: Change
  readonly criteria: Criteria | null
  readonly baseVersion: number | null
  readonly asOf: Instant
  readonly count: number | null
  readonly membersHash: string | null
}

/** What a human confirms, as one hash. */
export const contentHashOf = (content: Content): string => contentHash({ kind: 'proposal', ...content })
