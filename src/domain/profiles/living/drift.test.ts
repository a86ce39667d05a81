import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS, plantedShop } from '#evals/bench/planted-shop.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { changeProfile, makeProfile } from '../standing/scored.fixture.ts'
import { openWorkspace, type TestWorkspace } from '../../services.fixture.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows(plantedShop(1, 80, KINDS.slice(0, 2)).files)
  makeProfile(w.driver, { id: 'icp_1', name: 'Buyers', entity: 'customer', status: 'draft' })
  makeProfile(w.driver, { id: 'per_1', name: 'Owls', icpId: 'icp_1', entity: 'customer', parameters: OWLS })
})
afterAll(() => w.close())

const atNight = (value: number): Criteria => ({
  type: 'share',
  of: 'orders',
  where: { hours: { from: '22:00', to: '05:00' } },
  op: '>=',
  value,
})
const OWLS = [{ mode: 'filter' as const, criteria: atNight(50) }]
const drift = () => w.services.living.drift('per_1')
const refreshed = () => w.refreshDrift.due({})

test('a persona without a measured goal is not followed', async () => {
  expect(await refreshed()).toBe(0)
  expect(drift()).toBeNull()
})

test('with one it is measured at once, and has not changed yet', async () => {
  changeProfile(w.driver, 'per_1', { goal: 'Raise AOV' })
  expect(await refreshed()).toBe(1)
  expect(drift()).toMatchInlineSnapshot(`
    {
      "asOf": "2025-11-20T12:00:00Z",
      "lines": [
        {
          "before": "67 customers",
          "moved": "same",
          "now": "67 customers",
          "what": "Size",
        },
        {
          "before": "87% (others 11%)",
          "moved": "same",
          "now": "87% (others 11%)",
          "what": "Orders between 22:00 and 05:00",
        },
        {
          "before": "$76.92 (others $31.84)",
          "moved": "same",
          "now": "$76.92 (others $31.84)",
          "what": "Average order",
        },
      ],
      "since": "2025-11-20T12:00:00Z",
    }
  `)
  expect(await refreshed()).toBe(0)
})

test('as people behave otherwise, it says what was and what is; at most once an hour', async () => {
  const lines = Array.from({ length: 480 }, (_, nth) => `N${nth},P${nth % 80},2025-11-20 11:00:00,paid,1,USD`)
  await w.importRows({ 'orders.csv': ['id,customer_id,ordered_at,status,total,currency', ...lines] })
  expect(await refreshed()).toBe(0)
  w.clock.forward(3600)
  expect(await refreshed()).toBe(1)
  const moved = drift()?.lines.map(({ what, moved }) => `${what}: ${moved}`)
  expect(moved).toMatchInlineSnapshot(`
    [
      "Size: less",
      "Orders between 22:00 and 05:00: less",
      "Average order: same",
    ]
  `)
  expect(drift()?.asOf).not.toBe(drift()?.since)
})

test('another name changes nothing about it, other parameters begin anew', async () => {
  const { since } = drift() ?? {}
  changeProfile(w.driver, 'per_1', { name: 'Night owls' })
  w.clock.forward(86_400)
  expect(await refreshed()).toBe(1)
  expect(drift()?.since).toBe(since)
  changeProfile(w.driver, 'per_1', { parameters: [{ mode: 'filter', criteria: atNight(90) }] })
  expect(await refreshed()).toBe(1)
  expect(drift()?.since).not.toBe(since)
})
