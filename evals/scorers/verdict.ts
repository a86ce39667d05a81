/**
 * `wrong`: people were shown whom nobody asked for, or an answer came where a question or a refusal was due.
 * `stated`: another reading that the case knows, said openly. `missed`: nothing misleading, and no result.
 */
export const VERDICTS = ['right', 'stated', 'missed', 'wrong'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Score {
  readonly verdict: Verdict
  /** One line; empty where there is nothing to say. */
  readonly why: string
}

export const right = (why = ''): Score => ({ verdict: 'right', why })
export const stated = (why: string): Score => ({ verdict: 'stated', why })
export const missed = (why: string): Score => ({ verdict: 'missed', why })
export const wrong = (why: string): Score => ({ verdict: 'wrong', why })
