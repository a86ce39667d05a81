import type { ProfileTab } from './define.ts'
import { edit } from './edit.tsx'
import { groups } from './groups.tsx'
import { history } from './history.tsx'
import { overview } from './overview.tsx'
import { questions } from './questions.tsx'
import { records } from './records.tsx'
import { suggestions } from './suggestions.tsx'

/** The tabs of a profile's page, in their order; the first opens when the address names none. */
export const tabs: readonly [ProfileTab, ...ProfileTab[]] = [
  overview,
  records,
  groups,
  suggestions,
  questions,
  history,
  edit,
]
