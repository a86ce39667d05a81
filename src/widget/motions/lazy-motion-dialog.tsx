import { lazy } from '../shell/lazy.tsx'

/** The dialog, loaded once somebody makes an audience of scores. */
export const LazyMotionDialog = lazy(() => import('./motion-dialog.tsx').then((m) => m.MotionDialog))
