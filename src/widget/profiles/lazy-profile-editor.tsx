import { lazy } from '../shell/lazy.tsx'

/** The editor, loaded once somebody builds by hand. */
export const LazyProfileEditor = lazy(() => import('./profile-editor.tsx').then((m) => m.ProfileEditor))
