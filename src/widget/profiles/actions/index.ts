import type { ProfileAction } from '../../actions/define.ts'
import { clone } from './clone.tsx'
import { remove } from './remove.tsx'
import { archive, backToDraft, setLive } from './status.tsx'

/** What the Actions menu of an ICP's or a persona's page offers, in this order. */
export const actions: readonly ProfileAction[] = [setLive, backToDraft, archive, clone, remove]
