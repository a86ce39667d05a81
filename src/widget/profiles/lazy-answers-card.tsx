import { lazy } from '../shell/lazy.tsx'

/** What a model answered about a record, loaded behind its scores. */
export const LazyAnswersCard = lazy(() => import('./answers-card.tsx').then((m) => m.AnswersCard))
