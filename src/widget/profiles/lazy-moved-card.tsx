import { lazy } from '../shell/lazy.tsx'

/** What changed since yesterday, loaded behind the tree. */
export const LazyMovedCard = lazy(() => import('./moved-card.tsx').then((m) => m.MovedCard))
