import { lazy } from '../../shell/lazy.tsx'
import type { ProfileTab } from './define.ts'

/** What outcomes say would make it better; its code comes when the tab is opened. */
export const suggestions: ProfileTab = {
  id: 'suggestions',
  label: 'Suggestions',
  Panel: lazy(() => import('../suggestions/suggestions-panel.tsx').then((m) => m.SuggestionsPanel)),
}
