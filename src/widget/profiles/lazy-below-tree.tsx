import { lazy } from '../shell/lazy.tsx'

/** What follows the scores, loaded behind the tree. */
export const LazyBelowTree = lazy(() => import('./below-tree.tsx').then((m) => m.BelowTree))
