import type { Generated, Selectable } from 'kysely'

/** Questions that a model answers per record, the jobs that a human confirmed, and the answers. */

export type AnswerKind = 'choice' | 'yes_no' | 'text'

export interface QuestionsTable {
  number: Generated<number>
  id: string
  profile_id: string
  entity: 'customer' | 'company' | 'person'
  text: string
  text_key: string
  answer: AnswerKind
  /** Of a choice: what can be answered, as JSON. */
  options: string
  created_at: number
  deleted_at: number | null
}

export type QuestionRow = Selectable<QuestionsTable>

/** `waiting`: confirmed, and not every record asked yet, also while it is being worked off. */
export type RunState = 'waiting' | 'done' | 'capped' | 'failed' | 'cancelled'

export interface QuestionRunsTable {
  number: Generated<number>
  id: string
  /** `questions.number` */
  question: number
  proposal_id: string
  /** Who was confirmed to answer. */
  model: string
  /** Dollars for a million tokens, as JSON; null where nobody said. */
  price: string | null
  most_tokens: number
  /** How many records were confirmed, and which: as previews keep their members. */
  confirmed: number
  members: Uint8Array
  /** The actor, as JSON. */
  confirmed_by: string
  confirmed_at: number
  state: RunState
  reason: string | null
  /** What was used so far. */
  input_tokens: number
  output_tokens: number
  finished_at: number | null
}

export type RunRow = Selectable<QuestionRunsTable>

export interface AnswersTable {
  /** `questions.number` */
  question: number
  record_id: number
  /** `question_runs.number` */
  run: number
  /** Null where it is unknown. */
  answer: string | null
  answer_key: string | null
  /** 0 to 100. */
  confidence: number | null
  /** The facts that the answer rests on, as JSON. */
  facts: string
  /** Why it is unknown. */
  why: string | null
  answered_at: number
}
