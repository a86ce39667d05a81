import type { Instant } from '#kernel/clock.ts'
import type { AnswerRecord } from '../profiles/questions/answers-of.ts'
import type { ScoreRecord } from '../profiles/score-of.ts'

export const COMPANY_TEXTS = [
  'name',
  'domain',
  'industry',
  'country',
  'region',
  'city',
  'funding_stage',
  'relationship',
] as const
export const COMPANY_NUMBERS = ['employees', 'revenue', 'hiring_velocity', 'headcount_growth'] as const
export const PERSON_TEXTS = [
  'email',
  'phone',
  'first_name',
  'last_name',
  'title',
  'seniority',
  'function',
  'country',
  'region',
  'city',
  'timezone',
] as const
export const PERSON_NUMBERS = ['years_experience', 'years_in_role'] as const

type Texts<F extends readonly string[]> = Readonly<Record<F[number], string | null>>
type Numbers<F extends readonly string[]> = Readonly<Record<F[number], number | null>>

/** A dated fact about a company or a person. */
export interface SignalRecord {
  readonly type: string
  readonly topic: string | null
  readonly at: Instant
  /** 0 to 1, as whoever noticed it says. */
  readonly strength: number | null
}

/** Everything about one company that a condition can ask; rows dated after now are still in it. */
export interface CompanyRecord {
  readonly id: number
  /** As imported. */
  readonly externalId: string
  readonly text: Texts<typeof COMPANY_TEXTS>
  readonly number: Numbers<typeof COMPANY_NUMBERS>
  readonly technologies: readonly string[]
  readonly signals: readonly SignalRecord[]
  readonly people: readonly PersonRecord[]
  /** Null where no live ICP fits. */
  readonly score: ScoreRecord | null
  /** What a model answered, by the ids of the questions. */
  readonly answers: ReadonlyMap<string, AnswerRecord>
}

/** Everything about one person that a condition can ask. */
export interface PersonRecord {
  readonly id: number
  /** As imported. */
  readonly externalId: string
  readonly text: Texts<typeof PERSON_TEXTS>
  readonly number: Numbers<typeof PERSON_NUMBERS>
  readonly signals: readonly SignalRecord[]
  /** Null where nobody said where they work. */
  readonly company: CompanyRecord | null
  /** Null where no live ICP fits the company. */
  readonly score: ScoreRecord | null
  /** What a model answered, by the ids of the questions. */
  readonly answers: ReadonlyMap<string, AnswerRecord>
}
