import { expect, test } from 'vitest'
import { reportHtml } from './html/page.ts'
import { reportJson } from './json.ts'
import { reportJunit } from './junit.ts'
import { RESULTS } from './results.fixture.ts'

const runs = [
  { model: 'offline', results: RESULTS },
  { model: 'openai/<other>', results: RESULTS },
]
const options = { prices: new Map(), showHeld: false }

test('JSON holds every case, and of held-out ones how they went alone', () => {
  const [first] = JSON.parse(reportJson(runs, options))
  expect(first.totals).toMatchObject({ cases: 6, right: 1, wrong: 1, failed: 1 })
  expect(first.suites.understanding.families.noisy).toMatchObject({ cases: 2, wrong: 1, fair: 1 })
  expect(first.suites.understanding.heldOut).toMatchObject({ cases: 1, missed: 1 })
  expect(first.cases.find(({ id }: { id: string }) => id === 'H1')).toEqual({
    suite: 'understanding',
    id: 'H1',
    family: 'noisy',
    held: true,
    score: { verdict: 'missed' },
  })
})

test('JUnit: what is wrong or missed failed, what got no answer is an error', () => {
  expect(reportJunit([{ model: 'a "model"', results: RESULTS }], options)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="muster evals" tests="6" failures="3" errors="1" time="1.150">
      <testsuite name="a &quot;model&quot; understanding" tests="5" failures="3" errors="0" time="0.150">
        <testcase classname="understanding.dates" name="A1 request A1" time="0.010"/>
        <testcase classname="understanding.dates" name="A2 request A2" time="0.030"><failure type="missed" message="question where count was due"/></testcase>
        <testcase classname="understanding.noisy" name="B1 request B1" time="0.020"><failure type="wrong" message="4 shown, 3 due: &lt;b&gt; &amp; &quot;c&quot;"/></testcase>
        <testcase classname="understanding.noisy" name="B2 request B2" time="0.040"><system-out>rolling month</system-out></testcase>
        <testcase classname="understanding.noisy" name="H1 (held out)" time="0.050"><failure type="missed" message="held out"/></testcase>
      </testsuite>
      <testsuite name="a &quot;model&quot; safety" tests="1" failures="0" errors="1" time="1.000">
        <testcase classname="safety.limits" name="S1 request S1" time="1.000"><error type="failed" message="no network"/></testcase>
      </testsuite>
    </testsuites>
    "
  `)
})

test('JUnit has no character that XML forbids', () => {
  const [first] = RESULTS
  if (first === undefined) throw new Error('no results')
  const bell = [{ model: 'm', results: [{ ...first, text: 'a\u0007b\ud800c' }] }]
  expect(reportJunit(bell, options)).toContain('name="A1 a�b�c"')
})

test('the page loads nothing, runs nothing, and escapes everything', () => {
  const page = reportHtml(runs, options, '2025-11-20')
  expect(page).not.toMatch(/<script|https?:|src=|url\(|@import|<link/)
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('4 shown, 3 due: &lt;b&gt; &amp; &quot;c&quot;')
  expect(page).toContain('openai/&lt;other&gt;')
  expect(page).not.toContain('a secret of the held-out set')
  expect(page).not.toContain('held request')
  expect(reportHtml(runs, { ...options, showHeld: true }, '')).toContain('a secret of the held-out set')
})
