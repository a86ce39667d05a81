import type { AudienceAction } from '../../actions/define.ts'
import { exportIt } from './export.tsx'
import { remove } from './remove.tsx'
import { rename } from './rename.tsx'
import { restore } from './restore.tsx'

/** What the Actions menu of an audience's page offers, in this order. */
export const actions: readonly AudienceAction[] = [exportIt, rename, restore, remove]
