import type { Result, TurnRecord } from '../run/result.ts'
import { failed, fair, missed, right, type Score, wrong } from '../scorers/verdict.ts'

const turn = (said: string, ms: number): TurnRecord => ({
  said,
  kind: 'preview',
  words: 'are in <France>',
  count: 12,
  shown: 12,
  assumptions: [],
  drafted: [],
  text: '**12 customers** & more.',
  calls: [{ tool: 'validate_criteria', input: { criteria: {} } }],
  steps: 2,
  tokens: { input: 1000, cached: 400, output: 50 },
  ms,
})

const result = (
  id: string,
  family: string,
  score: Score,
  ms: number,
  more: Partial<Result> = {},
): Result => ({
  suite: 'understanding',
  id,
  family,
  held: false,
  text: `request ${id}`,
  score,
  turns: [turn(`request ${id}`, ms)],
  ...more,
})

/** One case of every kind that reports tell apart. */
export const RESULTS: readonly Result[] = [
  result('A1', 'dates', right(), 10),
  result('A2', 'dates', missed('question where count was due'), 30),
  result('B1', 'noisy', wrong('4 shown, 3 due: <b> & "c"'), 20),
  result('B2', 'noisy', fair('rolling month'), 40),
  result('H1', 'noisy', missed('a secret of the held-out set'), 50, { held: true, text: 'held request' }),
  result('S1', 'limits', failed('no network'), 1000, { suite: 'safety' }),
]
