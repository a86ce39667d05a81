import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import type { Preview } from './schema.ts'
import { PREVIEWS_KEPT_SECONDS } from './store.ts'

const CANADA = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' } as const
const OTTAWA = { type: 'attribute', field: 'city', op: 'equals', value: 'Ottawa' } as const
const BUYERS = { type: 'orders', measure: 'count', op: '>=', value: 1 } as const
const NEVER = { type: 'orders', measure: 'count', op: '=', value: 0 } as const
const OVER_100 = { type: 'orders', measure: 'spend', op: '>', value: 100 } as const
const RECENT = {
  type: 'orders',
  measure: 'count',
  op: '>=',
  value: 1,
  within: { kind: 'last', n: 10, unit: 'day' },
} as const
const BY_EMAIL = { type: 'consent', channel: 'email', is: 'reachable' } as const

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
})
afterAll(() => w.close())

const count = (criteria: unknown): Promise<Preview> => w.services.previews.count(criteria, { actor: TESTER })
const kinds = ({ warnings }: Preview) => warnings.map(({ kind }) => kind)

describe('the funnel', () => {
  const steps = async (criteria: Criteria) =>
    (await count(criteria)).funnel.map(({ words, alone, left }) => `${words}: ${alone}, ${left}`)

  test('of one condition has one step', async () => {
    expect(await steps(CANADA)).toEqual(['are in Canada: 13, 13'])
  })

  test('counts each branch alone and what is left after it; what is left out stands by itself', async () => {
    expect(await steps({ all: [CANADA, OVER_100, { none: [OTTAWA, RECENT] }] })).toEqual([
      'are in Canada: 13, 13',
      'spent more than $100: 20, 7',
      'but not those who are in the city Ottawa: 30, 5',
      'but not those who ordered in the last 10 days: 31, 5',
    ])
  })

  test('of alternatives grows', async () => {
    expect(await steps({ any: [CANADA, OTTAWA] })).toEqual([
      'are in Canada: 13, 13',
      'or are in the city Ottawa: 10, 20',
    ])
  })

  test('of exclusions alone begins with everybody else', async () => {
    expect(await steps({ none: [CANADA, OTTAWA] })).toEqual([
      'but not those who are in Canada: 27, 27',
      'but not those who are in the city Ottawa: 30, 20',
    ])
  })
})

test('the count is the members: funnel, complement, reachable and overlaps agree with it', async () => {
  const { tree } = fc.letrec<{ tree: Criteria }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Criteria>(CANADA, OTTAWA, BUYERS, OVER_100, RECENT, BY_EMAIL),
      ...(['all', 'any', 'none'] as const).map((group) =>
        fc
          .array(tie('tree'), { minLength: 1, maxLength: 3 })
          .map(
            (branches): Criteria =>
              group === 'all' ? { all: branches } : group === 'any' ? { any: branches } : { none: branches },
          ),
      ),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, async (criteria) => {
      const preview = await count(criteria)
      expect(preview.funnel.at(-1)?.left).toBe(preview.count)
      expect(preview.total).toBe(40)
      expect((await count({ none: [criteria] })).count).toBe(40 - preview.count)
      expect((await count({ all: [criteria, BY_EMAIL] })).count).toBe(preview.reachable?.email)
      for (const { segmentId, shared } of preview.overlaps) {
        expect((await count({ all: [criteria, { type: 'segment', segment: segmentId }] })).count).toBe(shared)
      }
      expect((await count(criteria)).membersHash).toBe(preview.membersHash)
    }),
    { numRuns: 15 },
  )
})

describe('warnings', () => {
  test('nobody, everybody, and over a quarter of the base', async () => {
    expect(kinds(await count({ all: [BUYERS, NEVER] }))).toEqual(['nobody'])
    expect(kinds(await count({ any: [BUYERS, NEVER] }))).toEqual(['everybody'])
    const large = await count(CANADA)
    expect(large.warnings).toEqual([
      {
        kind: 'large',
        message: '13 customers is 33 % of everybody: check that no condition is missing',
      },
    ])
    expect(kinds(await count({ all: [CANADA, OVER_100] }))).toEqual([])
  })

  test('a field that is mostly unknown', async () => {
    const { warnings } = await count(OTTAWA)
    expect(warnings).toEqual([
      {
        kind: 'unknown_values',
        message: '75 % of customers have no city, and whoever has none matches no test of it',
      },
    ])
  })

  test('people who never bought, where the reading lets them in', async () => {
    const under = { type: 'orders', measure: 'spend', op: '<', value: 50 } as const
    expect((await count(under)).warnings).toEqual([
      {
        kind: 'large',
        message: '14 customers is 35 % of everybody: check that no condition is missing',
      },
      {
        kind: 'never_bought',
        message: 'This includes 10 customers who never ordered. With at least one order it is 4 customers',
      },
    ])
    expect(kinds(await count({ none: [RECENT] }))).toContain('never_bought')
    expect(kinds(await count({ all: [BUYERS, { none: [RECENT] }] }))).not.toContain('never_bought')
    // Whoever asks for people who never ordered means them, also beside others.
    expect(kinds(await count({ any: [NEVER, { all: [CANADA, OVER_100] }] }))).not.toContain('never_bought')
    // Canada lets them in, not the orders.
    expect(kinds(await count({ any: [CANADA, OVER_100] }))).not.toContain('never_bought')
  })

  test('the same people as in a segment', async () => {
    const average = { type: 'rfm', segment: ['Need Attention'] } as const
    const { warnings } = await count(average)
    expect(warnings).toEqual([
      { kind: 'same_as_segment', message: 'These are the same people as in “Need Attention”' },
      {
        kind: 'few_buyers',
        message: 'RFM scores compare customers with each other, and only 30 customers ever ordered',
      },
    ])
    expect(kinds(await count({ all: [{ type: 'segment', segment: 'Need Attention' }, CANADA] }))).toContain(
      'few_buyers',
    )
    const own = await w.services.previews.count(average, { actor: TESTER, about: 'seg_rfm_need_attention' })
    expect(kinds(own)).not.toContain('same_as_segment')
  })
})

test('it says how new the data is that was read', async () => {
  const arrived = '2025-11-20T12:00:00Z'
  expect((await count(CANADA)).freshness).toEqual([
    { source: 'customers', latest: '2024-01-09T00:00:00Z', arrived },
  ])
  expect((await count({ type: 'segment', segment: 'Champions' })).freshness).toEqual([
    { source: 'orders', latest: '2025-11-19T00:00:00Z', arrived },
  ])
  expect((await count(BY_EMAIL)).freshness.map(({ source }) => source)).toContain('consents')
})

test('segments are named by id or by name, and kept by id', async () => {
  expect(w.services.previews.resolve({ none: [{ type: 'segment', segment: 'at risk' }] })).toEqual({
    none: [{ type: 'segment', segment: 'seg_rfm_at_risk' }],
  })
})

test('what the data does not hold is named, and nothing is counted', async () => {
  await expect(
    count({
      all: [
        CANADA,
        { type: 'segment', segment: 'Chammpions' },
        { type: 'attribute', field: 'phone', op: 'starts_with', value: '1' },
      ],
    }),
  ).rejects.toMatchObject({
    code: 'input',
    path: ['all', 1, 'segment'],
    message: 'No segment or list Chammpions is in the data. The data holds no phone of any customer',
    choices: ['Champions'],
  })
  await expect(count({ all: [] })).rejects.toMatchObject({ path: ['all'] })
})

test('what people were shown can be looked at again, and nobody in it can be contacted', async () => {
  const preview = await count({ all: [CANADA, OVER_100] })
  expect(w.services.previews.get(preview.id)).toEqual(preview)
  expect(preview.sample).toHaveLength(5)
  const text = JSON.stringify(preview)
  expect(text).not.toMatch(/\w\w+@example\.com/)
  expect(text).not.toMatch(/Number\d/)
  expect(() => w.services.previews.get('prev_none')).toThrow('There is no preview prev_none')
})

test('previews are kept as long as somebody may come back to them, and with a proposal for ever', async () => {
  const own = await openWorkspace()
  try {
    const kept = await own.count({ all: [CANADA, OVER_100] })
    const change = { kind: 'create_segment', name: 'Kept', description: '', previewId: kept } as const
    const { id } = await own.services.draft.proposal(change, { actor: TESTER })
    const forgotten = await own.count(CANADA)
    own.clock.forward(PREVIEWS_KEPT_SECONDS)
    await own.count(OTTAWA)
    expect(own.services.previews.get(forgotten).count).toBe(13)
    own.clock.forward(1)
    await own.count(OTTAWA)
    expect(() => own.services.previews.get(forgotten)).toThrow('There is no preview')
    expect(own.services.proposals.get(id).preview?.count).toBe(7)
  } finally {
    await own.close()
  }
})
