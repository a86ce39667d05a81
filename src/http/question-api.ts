/** Questions about each record, and what was answered. Part of api.ts. */
import type { Answers, Question, QuestionRun, RecordAnswer } from '#domain/profiles/questions/schema.ts'

export interface QuestionView extends Question {
  /** The newest first. */
  readonly runs: readonly QuestionRun[]
  /** Null stands for unknown. */
  readonly counts: readonly { readonly answer: string | null; readonly records: number }[]
}

export interface ProfileQuestions {
  readonly questions: readonly QuestionView[]
  /** Who would answer; null where no model is set that could. */
  readonly model: string | null
}

export interface AskQuestion {
  readonly text: string
  readonly answers: Answers
  readonly mostTokens?: number
}

export interface RecordAnswers {
  readonly answers: readonly RecordAnswer[]
}
