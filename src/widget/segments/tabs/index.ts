import type { SegmentTab } from './define.ts'
import { overview } from './overview.tsx'

/** The tabs of a segment's page, in their order; the first opens when the address names none. */
export const tabs: readonly [SegmentTab, ...SegmentTab[]] = [overview]
