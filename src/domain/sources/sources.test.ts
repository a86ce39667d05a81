import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sources } from '#db/migrations/0025-sources.ts'
import { toIso } from '#kernel/clock.ts'
import { createWriteKey, revokeWriteKey } from '../arrivals/keys.ts'
import { csv, type ImportBench, importBench } from '../imports/imports.fixture.ts'
import { cadenceOf } from './cadence.ts'
import { createFreshness } from './freshness.ts'
import { listSources } from './read.ts'
import { recordArrival } from './record.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const NOW = Date.parse('2025-11-20T12:00:00Z') / 1000
const ACTOR = { userId: null, name: 'Test', surface: 'terminal', session: null } as const

describe('cadence', () => {
  test('is not told of fewer than three gaps', () => {
    expect(cadenceOf([0, 7 * DAY, 14 * DAY], 14 * DAY)).toBeNull()
  })
  test('is the middle gap; half as long again is overdue', () => {
    const weekly = [0, 7, 14, 20, 27].map((day) => day * DAY)
    expect(cadenceOf(weekly, 27 * DAY)).toEqual({
      usual: 7 * DAY,
      words: 'every 7 days',
      dueBy: 27 * DAY + 10.5 * DAY,
    })
  })
  test('takes the nights of a stream for usual, and one outage for none', () => {
    // From eight to six each day, and once three days of nothing.
    const days = [...Array(20).keys()].filter((day) => day < 9 || day > 11)
    const hours = days.flatMap((day) => [...Array(10).keys()].map((hour) => day * DAY + (8 + hour) * HOUR))
    const last = hours.at(-1) ?? 0
    const cadence = cadenceOf(hours, last)
    expect(cadence?.words).toBe('hourly or more often')
    expect(cadence?.dueBy).toBe(last + 15 * HOUR)
  })
})

describe('sources', () => {
  let bench: ImportBench
  beforeEach(() => {
    bench = importBench()
  })
  afterEach(() => bench.close())
  const list = (now = NOW) => listSources(bench.writer, now)
  const orders = (at: number, rows = 1) =>
    recordArrival(bench.writer, {
      kind: 'webhook',
      key: 'shop',
      name: 'Shop',
      source: 'shopify',
      at,
      rows: { orders: rows },
    })

  test('tell what an import brought; the same files again are an arrival that brought nothing new', async () => {
    const files = { 'customers.csv': csv('id,email', 'c1,a@example.com', 'c2,b@example.com') }
    await bench.importFolder(files, { source: 'crm' })
    await bench.importFolder(files, { source: 'crm' })
    expect(list()).toEqual([
      {
        id: 'file:generic:crm',
        kind: 'file',
        name: 'Muster’s own CSV files, one for each table',
        source: 'crm',
        brought: [{ what: 'customers', rows: 2, words: '2 customers', last: toIso(NOW) }],
        firstArrival: toIso(NOW),
        lastArrival: toIso(NOW),
        cadence: null,
        dueBy: null,
        overdue: false,
        ended: false,
        says: 'Too few arrivals yet to know how often it comes.',
      },
    ])
    expect(bench.rows('SELECT count(*) FROM source_arrivals')).toEqual([[1]])
  })

  test('are overdue by their own habit, and stand first then', () => {
    for (const day of [40, 30, 20, 10]) orders(NOW - day * DAY)
    expect(list()[0]).toMatchObject({ overdue: false, says: 'It usually comes every 10 days.' })
    const later = list(NOW + 6 * DAY)
    expect(later[0]).toMatchObject({
      name: 'Shop',
      overdue: true,
      dueBy: toIso(NOW + 5 * DAY),
      says: 'Overdue. It usually comes every 10 days, and nothing came for 16 days.',
    })
    orders(NOW + 6 * DAY)
    expect(list(NOW + 6 * DAY)[0]).toMatchObject({ overdue: false, brought: [{ what: 'orders', rows: 5 }] })
  })

  test('keep a record of bounded length', () => {
    for (let hour = 0; hour < 250; hour++) orders(NOW + hour * HOUR)
    expect(bench.rows('SELECT count(*), max(began_at) FROM source_arrivals')).toEqual([
      [200, NOW + 249 * HOUR],
    ])
  })

  test('of a key that was revoked, nothing is awaited any more; one that was not used yet is shown', async () => {
    const key = await createWriteKey(bench.ctx, {
      name: 'Website',
      takes: 'customers',
      source: 'web',
      actor: ACTOR,
    })
    expect(list()).toMatchObject([{ name: 'Website', lastArrival: null, overdue: false }])
    for (const day of [4, 3, 2, 1]) {
      const at = NOW - day * DAY
      recordArrival(bench.writer, {
        kind: 'write_key',
        key: key.keyId,
        name: '',
        source: 'web',
        at,
        rows: { events: 9 },
      })
    }
    expect(list(NOW + 9 * DAY)).toMatchObject([{ name: 'Website', overdue: true }])
    await revokeWriteKey(bench.ctx, { keyId: key.keyId, actor: ACTOR })
    expect(list(NOW + 9 * DAY)).toMatchObject([{ name: 'Website', overdue: false, ended: true }])
  })

  test('say how fresh the data is that criteria read, and no other', () => {
    for (const day of [4, 3, 2, 1]) orders(NOW - day * DAY)
    recordArrival(bench.writer, {
      kind: 'demo',
      key: '',
      name: 'demo',
      source: 'default',
      at: NOW,
      rows: { events: 1, lists: 1 },
    })
    const freshness = createFreshness(bench.writer)
    const of = (asOf: number, ...sources: ('orders' | 'events' | 'lists')[]) =>
      freshness(asOf)({ sources, entity: 'customer' })
    expect(of(NOW, 'orders')).toEqual([{ source: 'orders', latest: null, arrived: toIso(NOW - DAY) }])
    expect(of(NOW + 3 * DAY, 'orders', 'lists')).toEqual([
      { source: 'orders', latest: null, arrived: toIso(NOW - DAY), overdue: ['Shop'] },
      { source: 'lists', latest: null, arrived: toIso(NOW) },
    ])
  })
})

test('imports of before are sources once the database is brought up to date', () => {
  const bench = importBench()
  const { driver } = bench.writer
  driver.exec('DROP TABLE sources; DROP TABLE source_arrivals')
  const report = (added: number) => JSON.stringify({ tables: [{ table: 'orders', added, updated: 1 }] })
  driver.exec(`INSERT INTO customers(id) VALUES (1); INSERT INTO identities VALUES ('shop', 'a', 1);
    INSERT INTO imports VALUES
      ('i1', 'order-lines', '[]', 1, 100, 'done', '${report(5)}'),
      ('i2', 'order-lines', '[]', 1, 900, 'done', '${report(2)}'),
      ('i3', 'order-lines', '[]', 1, NULL, 'failed', NULL)`)
  driver.exec(sources)
  expect(driver.prepare('SELECT * FROM sources').all()).toEqual([
    {
      id: 'file:order-lines:shop',
      kind: 'file',
      name: 'order-lines',
      source: 'shop',
      first_at: 100,
      last_at: 900,
      brought: '{"orders":{"rows":9,"at":900}}',
    },
  ])
  expect(bench.rows('SELECT began_at FROM source_arrivals')).toEqual([[100], [900]])
  bench.close()
})
