import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../services.fixture.ts'
import { countOn, countsOf } from './counts.ts'
import { createRefreshJobs } from './refresh-jobs.ts'

/** 40 customers, of whom 30 ordered once: number n, on the n days before 20 November 2025, for 10 n dollars. */
let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
})
afterAll(() => w.close())

const CHAMPIONS = 'seg_rfm_champions'
const names = async (options: { sort?: string; search?: string }) =>
  (await w.services.segmentTable.page(options)).segments.map(({ name }) => name)

test('before the first count there are segments, and no numbers', async () => {
  const { segments, found, total, noOrders, currency } = await w.services.segmentTable.page({})
  expect({ found, total, noOrders, currency }).toEqual({
    found: 12,
    total: 40,
    noOrders: 10,
    currency: 'USD',
  })
  expect(segments[0]).toMatchObject({ members: null, figures: null, trend: null, emptyBecause: null })
})

test('what is due is counted and measured once, and says why there is nobody', async () => {
  const first = await w.refresh.due({})
  expect(first).toHaveLength(12)
  const { segments } = await w.services.segmentTable.page({})
  expect(segments.reduce((sum, { figures }) => sum + (figures?.revenue ?? 0), 0)).toBe(4650)
  expect(segments.reduce((sum, { figures }) => sum + (figures?.buyers ?? 0), 0)).toBe(30)
  // Everybody ordered as often as everybody else, so nobody is among the most frequent.
  expect(segments[0]?.members).toBe(0)
  expect(segments[0]?.emptyBecause).toContain('Of the 30 customers with an order nobody fits')
  expect(await w.refresh.due({})).toEqual([])
})

test('figures on a page: patterns and products of exactly the members', () => {
  const figures = w.services.segmentTable.figures('New Customers')
  expect(figures?.customers).toBeGreaterThan(0)
  expect(figures?.patterns.reduce((sum, n) => sum + n, 0)).toBe(figures?.customers)
  expect(figures?.averageOrder).toBe((figures?.revenue ?? 0) / (figures?.orders ?? 1))
  expect(figures?.products).toEqual([])
})

test('the table is sorted both ways, and what has no value stands last either way', async () => {
  const up = await names({ sort: 'name' })
  expect(await names({ sort: '-name' })).toEqual(up.toReversed())
  const { segments } = await w.services.segmentTable.page({ sort: '-revenue' })
  const revenues = segments.map(({ figures }) => figures?.revenue ?? 0)
  expect(revenues).toEqual(revenues.toSorted((a, b) => b - a))
  const averages = (sort: string) =>
    w.services.segmentTable
      .page({ sort })
      .then((table) => table.segments.map(({ figures }) => figures?.averageOrder ?? null))
  expect((await averages('average_order')).at(-1)).toBeNull()
  expect((await averages('-average_order')).at(-1)).toBeNull()
})

test('a sort or a page that there is not is said, with what there is', async () => {
  const { page } = w.services.segmentTable
  await expect(page({ sort: 'size' })).rejects.toMatchObject({
    message: 'Segments can’t be sorted by “size”',
    path: ['sort'],
    choices: expect.arrayContaining(['-revenue']),
  })
  for (const wrong of ['0', '2', '-1', 'x', '1.5']) {
    await expect(page({ page: wrong })).rejects.toMatchObject({ path: ['page'], choices: ['1'] })
  }
  expect((await page({ search: 'nobody has this name' })).segments).toEqual([])
})

test('new data counts only what reads it, and the history says what came in', async () => {
  w.clock.forward(3600)
  await w.importRows({
    'events.csv': ['id,customer_id,type,occurred_at', 'E1,C1,opened_email,2025-11-20'],
  })
  expect(await w.refresh.due({})).toEqual([])
  await w.importRows({
    'orders.csv': [
      'id,customer_id,ordered_at,status,total,currency',
      'O99,C30,2025-11-20,paid,5000,USD',
      'O98,C30,2025-11-20,paid,5000,USD',
    ],
  })
  expect(await w.refresh.due({})).toHaveLength(12)
  const champions = w.services.segmentTable.figures(CHAMPIONS)
  expect(champions?.revenue).toBeGreaterThan(10_000)
  const counts = countsOf(w.services.reader, CHAMPIONS)
  expect(counts.at(-1)).toMatchObject({ cause: 'new orders' })
  expect(counts.at(-1)?.members).toBe(champions?.customers)
})

test('the count of a past day is the last one until its end', () => {
  const on = (date: string) =>
    countOn(w.services.reader, CHAMPIONS, date, { now: w.clock.now(), zone: 'UTC' })
  expect(on('2025-11-20').members).toBe(w.services.segments.get(CHAMPIONS).members)
  expect(() => on('2025-11-19')).toThrow('was not counted')
  expect(() => on('2025-11-21')).toThrow('has not come yet')
  expect(() => on('last Tuesday')).toThrow('is not a day')
})

test('a refresh by hand runs on its own, is joined by a second one, and can be stopped', async () => {
  const jobs = createRefreshJobs({ ...w.services, refresh: w.refresh, report: () => 'bug_1' })
  expect(jobs.find(CHAMPIONS)).toBeUndefined()
  const started = jobs.start(CHAMPIONS)
  expect(started).toMatchObject({ state: 'running', before: w.services.segments.get(CHAMPIONS).members })
  expect(jobs.start('champions')).toBe(jobs.find(CHAMPIONS))
  await jobs.close()
  expect(jobs.find(CHAMPIONS)?.state).toBe('stopped')

  jobs.start(CHAMPIONS)
  await expect.poll(() => jobs.find(CHAMPIONS)?.state).toBe('done')
  expect(jobs.find(CHAMPIONS)).toMatchObject({ step: 'products', done: 1, result: { entered: 0, left: 0 } })
})
