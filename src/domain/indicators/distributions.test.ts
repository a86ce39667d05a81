import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { spreadOf } from './distribution.ts'
import { scheduleRefresh } from '../schedule/schedule.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
})
afterAll(() => w.close())

const propose = (change: Parameters<typeof w.services.draft.proposal>[0]) =>
  w.services.draft.proposal(change, { actor: TESTER })

async function confirm(change: Parameters<typeof w.services.draft.proposal>[0]) {
  const { id, contentHash, count, outcome } = await propose(change)
  expect(outcome).toBeNull()
  const typed = count === null ? {} : { typedCount: count }
  await w.decisions.confirm({ proposalId: id, contentHash, actor: w.approver, ...typed })
}

/** What each customer spent, by the database itself. */
const spentByHand = (): number[] =>
  w.driver.driver
    .prepare<[], number>(
      'SELECT sum(total) / 100.0 FROM orders WHERE counted = 1 GROUP BY customer_id ORDER BY 1',
    )
    .pluck()
    .all()

describe('how an indicator spreads', () => {
  test('a number: every customer is in one bar, and those without an order have spent nothing', async () => {
    const proposal = await propose({
      kind: 'create_indicator',
      name: 'Spend',
      description: '',
      measure: { measure: 'orders', of: 'spend' },
    })
    const found = await w.services.distributions.ofProposal(proposal.id)
    const spent = spentByHand()
    expect(found).toMatchObject({ unit: 'money', known: found?.total })
    expect(found?.spread).toMatchObject({ least: 0, most: spent.at(-1) })
    const bars = found?.spread?.bins ?? []
    expect(bars.reduce((sum, { customers }) => sum + customers, 0)).toBe(found?.total)
    const zeros = (found?.total ?? 0) - spent.length
    for (const { from, to, customers } of bars) {
      const inside = spent.filter((one) => one >= (from ?? 0) && (to === null || one < to)).length
      expect(customers).toBe(inside + (from === 0 ? zeros : 0))
    }
  })

  test('a number that is unknown without an order counts those who have one', async () => {
    const found = await w.services.distributions.ofIndicator('AOV')
    expect(found.known).toBe(spentByHand().length)
    expect(found.known).toBeLessThan(found.total)
  })

  test('scores have five bars', async () => {
    const { spread, known } = await w.services.distributions.ofIndicator('ind_recency')
    expect(spread?.bins.map(({ from }) => from)).toEqual([1, 2, 3, 4, 5])
    expect(spread?.bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(known)
  })

  test('a status: how many have it', async () => {
    const previewId = await w.count({ type: 'orders', measure: 'spend', op: '>', value: 100 })
    const { id, count } = await propose({ kind: 'create_indicator', name: 'Big', description: '', previewId })
    expect(await w.services.distributions.ofProposal(id)).toMatchObject({
      known: count,
      unit: null,
      spread: null,
    })
  })

  test('a proposal of something else has none', async () => {
    const previewId = await w.count({ type: 'orders', measure: 'count', op: '>=', value: 2 })
    const { id } = await propose({ kind: 'create_segment', name: 'Twice', description: '', previewId })
    expect(await w.services.distributions.ofProposal(id)).toBeNull()
  })

  test.for([
    { values: [1, 1, 2, 400], zeros: 0, unit: 'count' as const, mean: 101, median: 1.5 },
    { values: [-5, 3], zeros: 2, unit: 'money' as const, mean: -0.5, median: 0 },
    { values: [100], zeros: 0, unit: 'percent' as const, mean: 100, median: 100 },
  ])('every value is in one bar: %o', ({ values, zeros, unit, mean, median }) => {
    const spread = spreadOf(Float64Array.from(values), zeros, unit)
    expect(spread).toMatchObject({ mean, median })
    expect(spread?.bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(values.length + zeros)
    expect(spread?.bins.length).toBeLessThanOrEqual(10)
  })

  test('nobody’s values spread over nothing', () => {
    expect(spreadOf(new Float64Array(), 0, 'days')).toBeNull()
  })
})

describe('frozen indicators on their schedule', () => {
  const stored = (name: string) => w.services.indicators.get(name).valuesAsOf

  test('values are made at once, again when the data changed, and not otherwise', async () => {
    const measure = { measure: 'orders', of: 'count' } as const
    await confirm({
      kind: 'create_indicator',
      name: 'Orders kept',
      description: '',
      measure,
      policy: 'frozen',
    })
    expect(stored('Orders kept')).toBeNull()

    const made: string[][] = []
    const schedule = scheduleRefresh({
      refresh: async (signal) => {
        const done = await w.refreshIndicators({ cause: 'schedule', signal })
        made.push(done.map(({ name }) => name))
      },
      report: (error) => expect.unreachable(String(error)),
      every: 5,
      rest: 0,
    })
    await expect.poll(() => made.flat()).toEqual(['Orders kept'])
    expect(stored('Orders kept')).not.toBeNull()
    const before = await w.services.distributions.ofIndicator('Orders kept')
    expect(before.known).toBe(before.total)

    await expect.poll(() => made.length).toBeGreaterThan(3)
    expect(made.flat()).toEqual(['Orders kept'])
    await w.importRows({
      'orders.csv': ['id,customer_id,ordered_at,status,total', 'NEW1,C1,2025-01-01,paid,10'],
    })
    await expect.poll(() => made.flat()).toEqual(['Orders kept', 'Orders kept'])
    await schedule.stop()
    const looks = made.length
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(made.length).toBe(looks)
  })

  test('a look that fails is reported, and the next one comes', async () => {
    const errors: unknown[] = []
    let looks = 0
    const schedule = scheduleRefresh({
      refresh: async () => {
        looks++
        throw new Error('The disk is full')
      },
      report: (error) => errors.push(error),
      every: 1,
      rest: 0,
    })
    await expect.poll(() => looks).toBeGreaterThan(2)
    await schedule.stop()
    expect(errors.length).toBe(looks)
  })
})
