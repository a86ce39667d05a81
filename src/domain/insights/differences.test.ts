import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAudience } from '../audiences/store.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'

let w: TestWorkspace
const of = async (tag: string) => ({
  previewId: await w.count({ type: 'attribute', field: 'tags', op: 'has', value: tag }),
})
beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows({
    'customers.csv': [
      'id,country,city,tags',
      ...Array.from({ length: 40 }, (_, i) => `A${i},${i < 30 ? 'CA' : 'FR'},Montreal,east`),
      ...Array.from(
        { length: 50 },
        (_, i) => `B${i},${i < 10 ? 'CA' : 'FR'},Lyon,${i < 20 ? 'west|few' : 'west'}`,
      ),
    ],
    'products.csv': ['id,title,category,price', 'X1,Sencha,Tea,10', 'X2,House Blend,Coffee,30'],
    'orders.csv': [
      'id,customer_id,ordered_at,total,status',
      ...Array.from({ length: 20 }, (_, i) => `OA${i},A${i},2025-11-01T10:00:00Z,30,paid`),
      'OB1,B1,2025-11-01T10:00:00Z,10,paid',
      'OB2,B2,2025-11-01T10:00:00Z,99,cancelled',
    ],
    'items.csv': [
      'order_id,product_id,quantity,price',
      ...Array.from({ length: 20 }, (_, i) => `OA${i},X2,1,30`),
      'OB1,X1,1,10',
      'OB2,X2,1,99',
    ],
  })
})
afterAll(() => w.close())

test('says by what two groups are told apart, the largest differences first', async () => {
  const { first, second, differences, told, currency } = await w.services.insights.differences([
    await of('east'),
    await of('west'),
  ])
  expect(currency).toBe('USD')
  expect(first).toMatchObject({ customers: 40, buyers: 20, spentPerCustomer: 15, averageOrder: 30 })
  expect(second).toMatchObject({ customers: 50, buyers: 1, spentPerCustomer: 0.2, ordersPerCustomer: 0.02 })
  const rows = Object.fromEntries(differences.map(({ by, rows: [top] }) => [by, top]))
  expect(rows).toMatchObject({
    country: { first: 0.75, second: 0.2 },
    city: { label: 'Montreal', first: 1, second: 0 },
    category: { label: 'Coffee', first: 0.5, second: 0 },
    product: { label: 'House Blend', first: 0.5, second: 0 },
  })
  expect(told).toHaveLength(9)
  expect(told.slice(0, 4)).toEqual([
    'Spent in total: $600 in “are tagged east”, $10 in “are tagged west”.',
    'Spent per customer: $15 in “are tagged east”, $0.20 in “are tagged west”.',
    'Orders per customer: 0.5 in “are tagged east”, 0.02 in “are tagged west”.',
    'Average order: $30 in “are tagged east”, $10 in “are tagged west”.',
  ])
  expect(told[4]).toBe('In Montreal: 100 % of “are tagged east”, 0 % of “are tagged west”.')
})

test('of those in one alone, nobody of both is left', async () => {
  const groups = [await of('west'), await of('few')] as const
  const whole = await w.services.insights.differences(groups)
  expect([whole.first.customers, whole.second.customers]).toEqual([50, 20])
  expect(whole.told.at(-1)).toMatch(/has only 20 customers: its shares can be chance\.$/)
  const alone = await w.services.insights.differences(groups, { only: true })
  expect([alone.first.customers, alone.second.customers]).toEqual([30, 0])
  expect(alone.told).toEqual([
    'Nobody is in “are tagged few but are not tagged west”: there is nothing to compare.',
  ])
})

test('the same twice, audiences and what is gone are refused by name', async () => {
  const { insights } = w.services
  const champions = { segment: 'Champions' }
  expect(() => insights.differences([champions, { segment: 'seg_rfm_champions' }])).toThrow(
    'Both sides are “Champions”',
  )
  insertAudience(
    w.driver,
    {
      id: 'aud_1',
      name: 'Spring',
      description: '',
      definition: {
        entity: 'customer',
        base: [{ type: 'segment', segment: 'seg_rfm_champions' }],
        less: [],
        channel: 'email',
      },
    },
    { members: 0, asOf: w.clock.now() },
    { at: w.clock.now(), actor: TESTER, proposalId: null },
  )
  expect(() => insights.compare([champions, { segment: 'Spring' }])).toThrow('“Spring” is an audience')
  expect(() => insights.compare([champions, { segment: 'Nobody' }])).toThrow('There is no segment')
})
