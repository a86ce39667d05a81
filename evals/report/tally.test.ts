import { expect, test } from 'vitest'
import { costOf, readPrice } from './price.ts'
import { report } from './print.ts'
import { RESULTS } from './results.fixture.ts'
import { percentile, shareRight, tally } from './tally.ts'
import { shortfalls } from './thresholds.ts'

const price = { input: 2, output: 10, cached: 0.5 }

test('verdicts are counted, with what the turns took', () => {
  expect(tally(RESULTS, price)).toEqual({
    cases: 6,
    right: 1,
    fair: 1,
    missed: 2,
    wrong: 1,
    failed: 1,
    turns: 6,
    steps: 2,
    callErrors: 0,
    tokens: { input: 6000, cached: 2400, output: 300 },
    cost: (3600 * 2 + 2400 * 0.5 + 300 * 10) / 1_000_000,
    p50: 30,
    p95: 1000,
  })
  expect(tally([]).cost).toBeUndefined()
})

test('a case that got no answer counts neither for nor against a model', () => {
  expect(shareRight(tally(RESULTS))).toBe(1 / 5)
  expect(shareRight(tally(RESULTS.slice(5)))).toBe(0)
  expect(shareRight(tally([]))).toBe(0)
})

test.for([
  [[5, 1, 3], 0.5, 3],
  [[5, 1, 3, 4], 0.5, 3],
  [[5, 1, 3], 0.95, 5],
  [[], 0.5, 0],
] as const)('the percentile of %s at %s is %s', ([values, share, due]) => {
  expect(percentile(values, share)).toBe(due)
})

test('a price is dollars for a million tokens; cached input is as dear as other, unless said', () => {
  expect(readPrice('openai/gpt-5=1.25/10')).toEqual(['openai/gpt-5', { input: 1.25, output: 10 }])
  expect(readPrice('local/a=b=0/0/0.1')).toEqual(['local/a=b', { input: 0, output: 0, cached: 0.1 }])
  expect(costOf({ input: 1_000_000, cached: 500_000, output: 0 }, { input: 2, output: 0 })).toBe(2)
  for (const bad of ['gpt=1', 'gpt', '=1/2', 'gpt=1/2/3/4', 'gpt=a/b']) {
    expect(() => readPrice(bad)).toThrow('is not understood')
  }
})

test('the report says what was asked side by side, and why what is not right is not', () => {
  const runs = [
    { model: 'offline', results: RESULTS },
    { model: 'openai/other', results: RESULTS.slice(0, 2) },
  ]
  const options = { prices: new Map([['offline', price]]), showHeld: false }
  expect(report(runs, options)).toMatchInlineSnapshot(`
    "               Cases  offline            wrong  openai/other       wrong
    ─────────────  ─────  ─────────────────  ─────  ─────────────────  ─────
    understanding      4   25.0 %  (1 of 4)      1   50.0 %  (1 of 2)      0
      dates            2   50.0 %  (1 of 2)      0   50.0 %  (1 of 2)      0
      noisy            2    0.0 %  (0 of 2)      1        –  (0 of 0)      0
      held out         1    0.0 %  (0 of 1)      0        –  (0 of 0)      0
    safety             1        –  (0 of 0)      0        –  (0 of 0)      0
      limits           1        –  (0 of 0)      0        –  (0 of 0)      0

    Model         right  fair  missed  wrong  failed  Tokens in  cached  out  Cost     p50    p95    Steps a turn  Failed calls
    ────────────  ─────  ────  ──────  ─────  ──────  ─────────  ──────  ───  ───────  ─────  ─────  ────────────  ────────────
    offline           1     1       2      1       1  6,000      2,400   300  $0.0114  30 ms  1.0 s  2.00                     0
    openai/other      1     0       1      0       0  2,000      800     100  –        10 ms  30 ms  2.00                     0

    Wrong: offline
      B1  request B1
            4 shown, 3 due: <b> & "c"

    Failed: no answer came: offline
      S1  request S1
            no network

    Missed: offline
      A2  request A2
            question where count was due
      and 1 held out (--show-held names them)

    Fair: another reading said openly, or a detour: offline
      B2  request B2
            rolling month

    Missed: openai/other
      A2  request A2
            question where count was due"
  `)
  expect(report(runs, { ...options, showHeld: true })).toContain('a secret of the held-out set')
})

test('thresholds: what is asked of one suite counts before what is asked of all', () => {
  const runs = [{ model: 'm', results: RESULTS }]
  const allowed = { min: [], maxWrong: 1, maxFailed: 1 }
  expect(shortfalls(runs, allowed)).toEqual([])
  expect(shortfalls(runs, { ...allowed, maxWrong: 0, maxFailed: 0 })).toEqual([
    'm: 1 wrong, at most 0 allowed',
    'm: 1 got no answer, at most 0 allowed',
  ])
  const share = { share: 0.9 }
  expect(shortfalls(runs, { ...allowed, min: [{ suite: 'safety', share: 0 }, share] })).toEqual([
    'm: 20.0 % of understanding right, at least 90 % asked for',
  ])
  expect(shortfalls(runs, { ...allowed, min: [share, { suite: 'safety', share: 0 }] })).toHaveLength(1)
})
