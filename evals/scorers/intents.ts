import type { Intent } from '../case.ts'
import type { Kind } from '../outcome.ts'

const PEOPLE = ['preview', 'proposal'] as const
const QUESTION = ['question'] as const
const REFUSAL = ['refused', 'question'] as const
const ANSWER = ['answer'] as const
const CHANGE = ['proposal', 'question'] as const

/** By which kinds of outcome each intent is met. */
export const MET_BY: Readonly<Record<Intent, readonly Kind[]>> = {
  create_segment: PEOPLE,
  refine: PEOPLE,
  count: PEOPLE,
  create_icp: PEOPLE,
  create_persona: PEOPLE,
  clarify: QUESTION,
  unsupported: REFUSAL,
  unsupported_language: REFUSAL,
  out_of_scope: REFUSAL,
  list: ANSWER,
  explain: ANSWER,
  metric: ANSWER,
  overlap: ANSWER,
  history: ANSWER,
  clone: CHANGE,
  edit: CHANGE,
  rename: CHANGE,
  delete: CHANGE,
  export: CHANGE,
  refresh: CHANGE,
  undo: CHANGE,
  confirm: CHANGE,
  cancel: CHANGE,
  set_status: CHANGE,
  none_pending: CHANGE,
}

/** Where people that are shown, or an answer, mislead. */
export const asksOrRefuses = (intent: Intent): boolean =>
  MET_BY[intent] === QUESTION || MET_BY[intent] === REFUSAL

/** Whose people are compared, one by one. */
export const showsPeople = (intent: Intent): boolean => MET_BY[intent] === PEOPLE
