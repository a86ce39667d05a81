import { expect, test } from 'vitest'
import type { Result } from '../run/run-cases.ts'
import { missed, right, type Score, wrong } from '../scorers/verdict.ts'
import { reportJson } from './json.ts'
import { report } from './print.ts'
import { shareRight, tally } from './tally.ts'

const result = (id: string, family: string, score: Score, ms: number): Result => ({
  case: { id, family, text: `request ${id}`, difficulty: 'easy', expected: { intent: 'count' } },
  outcome: undefined,
  score,
  ms,
})

const results = [
  result('A1', 'dates', right(), 10),
  result('A2', 'dates', missed('question where count was due'), 30),
  result('B1', 'noisy', wrong('4 shown, 3 due'), 20),
]

test('verdicts are counted, and the median is of times', () => {
  expect(tally(results)).toEqual({ cases: 3, right: 1, stated: 0, missed: 1, wrong: 1, medianMs: 20 })
  expect(tally(results.slice(0, 2)).medianMs).toBe(20)
  expect(shareRight(tally(results.slice(0, 2)))).toBe(0.5)
  expect(shareRight(tally([]))).toBe(0)
})

test('the report has a line for each family and a reason for each case that is not right', () => {
  expect(report(results)).toMatchInlineSnapshot(`
    "Family  Cases  Right  Stated  Missed  Wrong  Median ms
    ──────  ─────  ─────  ──────  ──────  ─────  ─────────
    dates       2      1       0       1      0         20
    noisy       1      0       0       0      1         20
    all         3      1       0       1      1         20

    33.3 % right, 1 wrong

    Wrong
      B1  request B1
            4 shown, 3 due

    Missed
      A2  request A2
            question where count was due"
  `)
})

test('of what is held out there are figures only', () => {
  const hidden = result('H1', 'dates', wrong('9 shown, 8 due'), 10)
  const told = [...results, { ...hidden, case: { ...hidden.case, held: true } }]
  expect(report(told)).toContain('of these held out      1      0')
  expect(report(told)).not.toContain('request H1')
  expect(reportJson('offline', told)).not.toContain('request H1')
})
