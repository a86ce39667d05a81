import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenReader, openReader, type OpenWriter, openWriter } from '#db/open.ts'
import { ConflictError, LimitError } from '#kernel/errors.ts'
import { currencyOf } from '#kernel/money.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { Condition } from '../conditions/index.ts'
import type { Criteria } from '../criteria/schema.ts'
import { sqlite } from '../dialects/sqlite.ts'
import { patternIndex } from '../rfm/scores.ts'
import { count, ids } from './bitset.ts'
import type { ConditionPlan } from './compile.ts'
import { createMembers, type MembersSettings } from './engine.ts'
import type { Members } from './members.ts'
import type { SetPlan, SetQuery } from './plan.ts'
import { unprofiled } from '../conditions/profile/scores.fixture.ts'

const CUSTOMERS = 70_000
const asOf = 1000

let folder: string
let path: string
let writer: OpenWriter
let reader: OpenReader
const open: Members[] = []

const start = () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-members-'))
  path = join(folder, 'muster.db')
  writer = openWriter(path)
  // Customer n has n % 5 orders, the last of them at n; every third is in Canada.
  writer.driver.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${CUSTOMERS})
    INSERT INTO facts(id, country, email_reachable, sms_reachable, orders, spent, refunded, discount, last_at)
      SELECT i, CASE i % 3 WHEN 0 THEN 'ca' ELSE 'us' END, 0, 0, i % 5, i, 0, 0, i FROM n`)
  reader = openReader(path)
}

const end = async () => {
  await Promise.all(open.splice(0).map((members) => members.close()))
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true })
}

/** Conditions are names of hand-written plans here: the engine knows no others. */
const named = (segment: string): Condition => ({ type: 'segment', segment })

const query = (sql: string, cut: SetQuery['cut'] = { by: 'customer' }): SetPlan => ({
  kind: 'query',
  query: { sql, cut, parameters: [{ range: 'low' }, { range: 'high' }] },
})
const CANADA = query(`SELECT id FROM facts WHERE country = 'ca' AND id BETWEEN ? AND ?`)
const BUYERS = query('SELECT id FROM facts WHERE orders > 0 AND id BETWEEN ? AND ?')
const EARLY = query('SELECT id FROM facts WHERE last_at BETWEEN ? AND ? AND last_at <= 5000', {
  by: 'time',
  from: 0,
  to: 100_000,
})
/** A piece takes some 5 ms, and there are 64 of them. */
const SLOW = query(
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    SELECT 1 FROM n WHERE i = 20000 AND ? <= ?`,
  { by: 'time', from: 0, to: 10_000_000_000 },
)
const PLANS: Readonly<Record<string, SetPlan>> = { CANADA, BUYERS, EARLY, SLOW }

const planCondition = (condition: Condition): ConditionPlan => ({
  plan: (condition.type === 'segment' ? PLANS[condition.segment] : undefined) ?? { kind: 'nobody' },
  sources: ['customers'],
})

const context = (now: number): PlanContext => ({
  now,
  zone: 'UTC',
  currency: currencyOf('USD'),
  dialect: sqlite,
  factsHold: true,
  earliest: () => 0,
  history: () => undefined,
  earliestJoined: () => 0,
  segment: () => expect.unreachable('these plans name no segment'),
  indicator: () => expect.unreachable('these plans name no indicator'),
  ...unprofiled,
  dictionary: {
    products: () => [],
    categories: () => [],
    eventTypes: () => [],
    campaigns: () => [],
    spellings: () => [],
    titles: () => [],
    known: () => ({ known: true, nearest: [] }),
  },
})

function engine(settings: Partial<MembersSettings> = {}): Members {
  const members = createMembers({
    databasePath: path,
    reader,
    context,
    planCondition,
    threads: 2,
    ...settings,
  })
  open.push(members)
  return members
}

const change = (sql: string) =>
  writer.driver.exec(
    `BEGIN; ${sql}; UPDATE versions SET version = version + 1 WHERE source = 'customers'; COMMIT`,
  )

/** Longer than threads hold a state of the data that nobody reads at. */
const letStatesGo = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120)

const numbers = (holds: (id: number) => boolean) =>
  Array.from({ length: CUSTOMERS }, (_, i) => i + 1).filter(holds)

describe('members', () => {
  let members: Members
  beforeAll(() => {
    start()
    members = engine()
  })
  afterAll(end)

  test.for<[string, Criteria, (id: number) => boolean]>([
    ['one condition', named('CANADA'), (id) => id % 3 === 0],
    ['a condition cut by time', named('EARLY'), (id) => id <= 5000],
    ['all', { all: [named('CANADA'), named('BUYERS')] }, (id) => id % 3 === 0 && id % 5 > 0],
    ['any', { any: [named('CANADA'), named('EARLY')] }, (id) => id % 3 === 0 || id <= 5000],
    ['none', { none: [named('CANADA'), named('BUYERS')] }, (id) => id % 3 > 0 && id % 5 === 0],
    ['all but', { all: [named('CANADA'), { none: [named('BUYERS')] }] }, (id) => id % 15 === 0],
    ['everybody but', { none: [named('CANADA')] }, (id) => id % 3 > 0],
    ['nobody', named('unknown'), () => false],
  ])('%s', async ([, criteria, holds]) => {
    const { bits } = await members.of(criteria, { asOf })
    expect([...ids(bits)]).toEqual(numbers(holds))
  })

  test('several at once have the same versions, and everybody is one of them', async () => {
    const sets = await members.ofEach([named('CANADA'), named('BUYERS')], { asOf })
    expect(sets.map(({ bits }) => count(bits))).toEqual([23_333, 56_000])
    expect(sets[0]?.versions).toEqual(sets[1]?.versions)
    expect(count((await members.everyone({ asOf })).bits)).toBe(CUSTOMERS)
  })

  test('criteria inside a plan are expanded, and circles are refused', async () => {
    const inner: SetPlan = { kind: 'criteria', criteria: { none: [named('CANADA')] } }
    const circle: SetPlan = { kind: 'criteria', criteria: named('circle') }
    const members = engine({
      planCondition: (condition) =>
        condition.type === 'segment' && condition.segment === 'inner'
          ? { plan: inner, sources: ['segments'] }
          : condition.type === 'segment' && condition.segment === 'circle'
            ? { plan: circle, sources: ['segments'] }
            : planCondition(condition),
    })
    expect(count((await members.of(named('inner'), { asOf })).bits)).toBe(CUSTOMERS - 23_333)
    await expect(members.of(named('circle'), { asOf })).rejects.toThrow('circle')
  })

  test('RFM: the table, one customer, and the members of a pattern', async () => {
    const pattern = patternIndex(1, 2, 1)
    const rfm: SetPlan = { kind: 'rfm', patterns: Array.from({ length: 125 }, (_, i) => i === pattern) }
    const members = engine({ planCondition: () => ({ plan: rfm, sources: ['orders'] }) })
    const { patterns, noOrders } = await members.rfmTable({ asOf })
    expect(noOrders).toBe(CUSTOMERS / 5)
    expect(patterns.reduce((sum, customers) => sum + customers, 0)).toBe(CUSTOMERS - CUSTOMERS / 5)
    // The last customer but one has the most orders there are, and came as late as can be.
    expect(await members.rfmScores(CUSTOMERS - 1, { asOf })).toEqual({
      recency: 1,
      frequency: 2,
      monetary: 1,
    })
    expect(await members.rfmScores(CUSTOMERS, { asOf })).toBeNull()
    const set = await members.of(named('any'), { asOf })
    expect(count(set.bits)).toBe(patterns[pattern])
  })
})

describe('data that changes', () => {
  beforeEach(start)
  afterEach(end)

  test('what was read is kept until its version rises', async () => {
    const members = engine()
    const canadians = async () => count((await members.of(named('CANADA'), { asOf })).bits)
    expect(await canadians()).toBe(23_333)
    writer.driver.exec(`UPDATE facts SET country = 'ca' WHERE id = 1`)
    expect(await canadians()).toBe(23_333)
    change('SELECT 1')
    expect(await canadians()).toBe(23_334)
  })

  test('nothing is kept beyond the budget', async () => {
    const members = engine({ cacheBytes: 0 })
    expect(count((await members.of(named('CANADA'), { asOf })).bits)).toBe(23_333)
    writer.driver.exec(`UPDATE facts SET country = 'ca' WHERE id = 1`)
    letStatesGo()
    expect(count((await members.of(named('CANADA'), { asOf })).bits)).toBe(23_334)
  })

  // Not where this thread is kept from the processor for longer than a state is held.
  test('what was begun at one state is finished at it', { retry: 2 }, async () => {
    const members = engine({ threads: 1 })
    let moved = false
    const { bits, versions } = await members.of(named('CANADA'), {
      asOf,
      onProgress() {
        if (!moved) change(`UPDATE facts SET country = 'ca' WHERE id = 1`)
        moved = true
      },
    })
    expect(moved).toBe(true)
    expect(count(bits)).toBe(23_333)
    expect(versions.customers).toBe(0)
    expect(count((await members.of(named('CANADA'), { asOf })).bits)).toBe(23_334)
  })

  // Once more than it is read on all threads, so that it is read on one in the end.
  test.for([1, 2, 3, 4])('data that moves %i times while it is read is read again', async (times) => {
    let left = times
    const members = engine({
      planCondition(condition) {
        if (left-- > 0)
          change(`INSERT INTO facts(id, country, email_reachable, sms_reachable, orders, spent, refunded, discount)
          SELECT max(id) + 1, 'ca', 0, 0, 0, 0, 0, 0 FROM facts`)
        letStatesGo()
        return planCondition(condition)
      },
    })
    const { bits, versions } = await members.of({ all: [named('CANADA')] }, { asOf })
    expect(count(bits)).toBe(23_333 + times)
    expect(versions.customers).toBe(times)
  })

  // Before and after each plan, so that no state that a thread still holds is the one that was planned on.
  test('data that never rests is a conflict', async () => {
    const members = engine({
      reader: {
        ...reader,
        snapshot(read) {
          change('SELECT 1')
          return reader.snapshot(read)
        },
      },
      planCondition(condition) {
        change('SELECT 1')
        return planCondition(condition)
      },
    })
    await expect(members.of(named('CANADA'), { asOf })).rejects.toThrow(ConflictError)
  })
})

describe('limits', () => {
  beforeEach(start)
  afterEach(end)

  test('a count can be cancelled before and while it runs, and others go on', async () => {
    const members = engine()
    await expect(members.of(named('CANADA'), { asOf, signal: AbortSignal.abort() })).rejects.toThrow(
      LimitError,
    )
    const stop = new AbortController()
    const slow = members.of(named('SLOW'), { asOf, signal: stop.signal, onProgress: () => stop.abort() })
    const quick = members.of(named('CANADA'), { asOf })
    await expect(slow).rejects.toThrow(LimitError)
    expect(count((await quick).bits)).toBe(23_333)
  })

  test('a count that takes too long ends with what to do', async () => {
    const late = engine({ timeLimit: 30 }).of(named('SLOW'), { asOf })
    await expect(late).rejects.toMatchObject({
      code: 'limit',
      message: expect.stringContaining('0.03 seconds'),
    })
  })

  test('progress rises to the whole', async () => {
    const progress: number[] = []
    await engine().of(named('BUYERS'), { asOf, onProgress: (done) => progress.push(done) })
    expect(progress).toEqual([1 / 3, 2 / 3, 1])
  })

  test('a quick count does not wait for a slow one that came first', async () => {
    const members = engine({ threads: 1 })
    const order: string[] = []
    await Promise.all([
      members.of(named('SLOW'), { asOf }).then(() => order.push('slow')),
      members.of(named('CANADA'), { asOf }).then(() => order.push('quick')),
    ])
    expect(order).toEqual(['quick', 'slow'])
  })
})

describe('faults', () => {
  beforeEach(start)
  afterEach(end)

  test('a statement that fails says why, and the thread goes on', async () => {
    const members = engine({
      threads: 1,
      planCondition: (condition) =>
        condition.type === 'segment' && condition.segment === 'broken'
          ? { plan: query('SELECT no_such FROM facts WHERE ? < ?'), sources: [] }
          : planCondition(condition),
    })
    await expect(members.of(named('broken'), { asOf })).rejects.toThrow('no such column: no_such')
    expect(count((await members.of(named('CANADA'), { asOf })).bits)).toBe(23_333)
  })

  test('a thread that is lost fails its count alone; another takes its place', async () => {
    const databasePath = join(folder, 'later.db')
    const members = engine({ databasePath, threads: 1 })
    await expect(members.of(named('CANADA'), { asOf })).rejects.toThrow('A thread stopped')
    symlinkSync(path, databasePath)
    expect(count((await members.of(named('CANADA'), { asOf })).bits)).toBe(23_333)
  })
})
