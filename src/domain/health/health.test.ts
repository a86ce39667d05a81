import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LimitError } from '#kernel/errors.ts'
import { hearProgress } from '#kernel/progress.ts'
import { openExports, type TestExports } from '../exports/exports.fixture.ts'
import { findings } from './findings/index.ts'
import { createHealth } from './health.ts'
import { judge } from './judge.ts'
import { look } from './look.ts'
import type { Found, HealthReport } from './shown.ts'

let w: TestExports
let report: HealthReport
const found = (id: string): Found => {
  const one = report.findings.find((finding) => finding.id === id)
  if (one === undefined) throw new Error(`${id} was not looked at`)
  return one
}
const part = (id: string, label: string) => found(id).parts.find((one) => one.label === label)?.affected

beforeAll(async () => {
  w = await openExports()
  await w.importRows({
    'customers.csv': [
      'id,email,phone,first_name,last_name,country,postcode,birthday,accepts_email,created_at',
      'D1,Same@example.com,+1 415 555 0001,Ann,Twice,US,10001,1980-01-01,1,2024-01-01',
      'D2,same@example.com,+1 415 555 0001,,,US,,,,2024-01-01',
      'D3,,,Bob,Once More,US,20002,2031-05-05,,2024-01-01',
      'D4,,,Bob,once more,US,20002,1890-01-01,,2025-11-01',
    ],
    'orders.csv': [
      'id,customer_id,ordered_at,status,total,refunded_total,currency',
      'H1,D4,2025-01-01,paid,10,,USD',
      'H2,D4,2026-01-01,paid,10,,USD',
      'H3,nobody,2025-01-01,paid,10,,USD',
      'H4,D1,2025-01-01,paid,10,,EUR',
    ],
    'events.csv': [
      'id,customer_id,type,occurred_at',
      'HE1,D1,opened_email,2025-11-01',
      'HE2,D1,shook_phone,2025-11-01',
      'HE3,D1,shook_phone,2025-11-02',
    ],
  })
  const inCountry = (value: string) => ({ type: 'attribute', field: 'country', op: 'equals', value })
  await w.segment('Canadians', inCountry('CA'))
  await w.segment('People in Canada', { all: [inCountry('CA'), { none: [inCountry('FR')] }] })
  await w.segment('Openers', { type: 'events', event: ['opened_email'] })
  await w.segment('Atlantis', { all: [inCountry('CA'), inCountry('FR')] })
  w.clock.forward(40 * 86_400)
  report = await w.services.health.report()
})
afterAll(() => w.close())

test('the weights come to 100, so that the score is what is left of them', () => {
  expect(findings.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
})

describe('what is seen', () => {
  test('missing values, by field', () => {
    expect(part('completeness', 'phone number')).toBe(42)
    expect(part('completeness', 'e-mail address')).toBe(2)
    expect(found('completeness')).toMatchObject({ of: 44, affected: 3 })
  })

  test('people who are there twice, each once however alike, with masked examples', () => {
    expect(found('duplicates')).toMatchObject({
      affected: 4,
      of: 44,
      parts: [
        { label: 'same e-mail address', affected: 2 },
        { label: 'same phone number', affected: 2 },
        { label: 'same name and postcode', affected: 2 },
      ],
      examples: ['D1, A. T., S…@example.com and D2, s…@example.com'],
    })
  })

  test('whom a message reaches, and whose consent nobody knows', () => {
    const reached = Number(w.driver.driver.prepare('SELECT sum(email_reachable) FROM facts').pluck().get())
    expect(part('reachability', 'not reached by e-mail')).toBe(44 - reached)
    expect(part('consent_gaps', 'e-mail consent unknown')).toBe(1)
    expect(part('consent_gaps', 'SMS consent unknown')).toBe(2)
  })

  test('rows that imports left out, by why', () => {
    expect(found('orders_without_customers')).toMatchObject({ affected: 1 })
    expect(found('foreign_money')).toMatchObject({
      affected: 1,
      says: expect.stringContaining('1 row was left out'),
    })
  })

  test('values that can’t be', () => {
    expect(part('impossible_values', 'birthday in the future')).toBe(1)
    expect(part('impossible_values', 'older than 120 years')).toBe(1)
    expect(part('impossible_values', 'ordered before signing up')).toBe(1)
    expect(part('impossible_values', 'order in the future')).toBe(1)
    expect(found('impossible_values').examples).toEqual(['D3, B. O.'])
  })

  test('events that nothing uses, and segments that are empty, alike or never used', () => {
    expect(found('unused_events')).toMatchObject({
      affected: 1,
      parts: [{ label: 'shook_phone', affected: 2 }],
    })
    expect(found('empty_segments').examples).toContain('Atlantis')
    expect(found('copied_segments').examples).toEqual(['“Canadians” and “People in Canada”: 100 % the same'])
    expect(found('unused_segments')).toMatchObject({ affected: 4, of: 4 })
  })
})

test('the score is the sum of what is named, and says what takes most', () => {
  const lost = report.findings.reduce((sum, one) => sum + one.lost, 0)
  const points = report.findings.reduce((sum, one) => sum + one.weight, 0)
  expect(report.score).toBe(Math.round((100 * (points - lost)) / points))
  for (const one of report.findings) expect(one.lost).toBeLessThanOrEqual(one.weight)
  expect(report.explained).toContain(report.findings[0]?.title)
  expect(found('duplicates').why).toBe('3.6 of 12 points: 9.1 % is wrong, and all are lost at 30 %')
})

test('of what there is nothing to look at, nothing is said for or against', () => {
  const [one, other] = findings
  if (one === undefined || other === undefined) throw new Error('There are no findings')
  const looked = { affected: 1, of: 2, what: 'things', says: 'Half.', share: one.worst }
  const judged = judge([
    { finding: one, looked },
    { finding: other, looked: null },
  ])
  expect(judged).toMatchObject({ score: 0, notLookedAt: [other.title] })
  expect(judge([{ finding: one, looked: null }])).toMatchObject({ score: null, findings: [] })
})

test('it is looked once for each state of the data, and by nobody once nobody waits', async () => {
  const { reader, clock, segments, members, vocabulary } = w.services
  let looks = 0
  const health = createHealth({
    reader,
    clock,
    segments,
    members,
    vocabulary,
    async thread(task, { signal } = {}) {
      looks++
      await new Promise((done) => setImmediate(done))
      const onProgress = () => {
        if (signal?.aborted) throw new LimitError('Stopped', { next: 'Ask again.' })
      }
      return look(w.driver.driver, { ...task, onProgress })
    },
  })
  const told: string[] = []
  const { signal } = new AbortController()
  hearProgress(signal, (done, what) => void told.push(`${what}: ${done}`))
  await Promise.all([health.report(), health.report({ signal })])
  expect(told[0]).toBe('Looking at the data: 0.2')
  await health.report()
  expect(looks).toBe(1)
  await w.importRows({ 'customers.csv': ['id,email', 'D9,nine@example.com'] })
  const leaving = new AbortController()
  const left = health.report({ signal: leaving.signal })
  leaving.abort()
  const next = health.report()
  await expect(left).rejects.toThrow(LimitError)
  expect((await next).customers).toBe(45)
})
