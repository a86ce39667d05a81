import { clone } from './clone.tsx'
import type { SegmentAction } from './define.ts'
import { remove } from './remove.tsx'
import { rename } from './rename.tsx'

/** What the Actions menu of a segment's page offers, in this order. */
export const actions: readonly SegmentAction[] = [rename, clone, remove]
