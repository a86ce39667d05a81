import type { SegmentAction } from '../../actions/define.ts'
import { clone } from './clone.tsx'
import { compare } from './compare.tsx'
import { exportIt } from './export.tsx'
import { remove } from './remove.tsx'
import { rename } from './rename.tsx'

/** What the Actions menu of a segment's page offers, in this order. */
export const actions: readonly SegmentAction[] = [exportIt, compare, rename, clone, remove]
