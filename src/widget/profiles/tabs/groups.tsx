import { lazy } from '../../shell/lazy.tsx'
import type { ProfileTab } from './define.ts'

/** Groups in what customers do: fetched once somebody looks for them. */
const LazyGroups = lazy(() => import('../groups/groups-panel.tsx').then((m) => m.GroupsPanel))

export const groups: ProfileTab = {
  id: 'groups',
  label: 'Find groups',
  Panel: LazyGroups,
  isFor: ({ kind, entity }) => kind === 'icp' && entity === 'customer',
}
