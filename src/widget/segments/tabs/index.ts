import { customers } from './customers.tsx'
import type { SegmentTab } from './define.ts'
import { edit } from './edit.tsx'
import { geography } from './geography.tsx'
import { history } from './history.tsx'
import { map } from './map.tsx'
import { overview } from './overview.tsx'
import { why } from './why.tsx'

/** The tabs of a segment's page, in their order; the first opens when the address names none. */
export const tabs: readonly [SegmentTab, ...SegmentTab[]] = [
  overview,
  customers,
  geography,
  map,
  history,
  why,
  edit,
]
