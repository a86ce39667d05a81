import { lazy } from '../../shell/lazy.tsx'
import type { ProfileTab } from './define.ts'

/** What a model is asked about each of its records, loaded once somebody looks. */
const Questions = lazy(() => import('../questions-panel.tsx').then((m) => m.QuestionsPanel))

export const questions: ProfileTab = { id: 'questions', label: 'Questions', Panel: Questions }
