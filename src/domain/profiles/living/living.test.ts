import { afterAll, beforeAll, expect, test } from 'vitest'
import { adjustedRand, ALIKE, KINDS, plantedShop } from '#evals/bench/planted-shop.ts'
import { groupsOfEach } from '#evals/bench/groups-of-each.ts'
import { planContext } from '../../criteria/context.ts'
import { sqlite } from '../../dialects/sqlite.ts'
import { openWorkspace, type TestWorkspace } from '../../services.fixture.ts'

/** Customers of a test workspace that are there before those of the shop. */
const BEFORE = 40

const CUSTOMERS = 400
let planted: TestWorkspace
beforeAll(async () => {
  planted = await openWorkspace()
  await planted.importRows(plantedShop(1, CUSTOMERS).files)
})
afterAll(() => planted.close())

const divided = ({ path, services }: TestWorkspace) => {
  const { reader, vocabulary, clock, workspace } = services
  const { dictionary } = vocabulary
  const context = () =>
    planContext({ reader, dialect: sqlite, dictionary, workspace: workspace(), now: clock.now() })
  return groupsOfEach(path, { reader, vocabulary, context })
}

test('the kinds of customers in a shop are found, and said in criteria that find the same customers', async () => {
  const { shown, offered } = await planted.services.living.find({ goal: 'raise AOV' })
  expect(shown).toMatchObject({
    goal: { id: 'raise_aov', measure: 'average order' },
    icp: null,
    customers: CUSTOMERS + BEFORE,
    told: CUSTOMERS,
  })
  expect(shown.groups.map(({ name, filters }) => ({ name, filters }))).toMatchInlineSnapshot(`
    [
      {
        "filters": [
          "ordered at least 3 times",
          "placed at least 60% of their orders from 22:00 to 05:00",
        ],
        "name": "Late-night SMS-clicking buyers",
      },
      {
        "filters": [
          "ordered at least 3 times",
          "placed at least 80% of their orders on the device desktop",
          "placed at most 15% of their orders with a discount",
        ],
        "name": "Desktop Kitchen buyers",
      },
      {
        "filters": [
          "ordered at least 3 times",
          "placed at least 50% of their orders with a discount",
          "spent at least 40% of their money on any product in the category Tea",
        ],
        "name": "Discount Tea buyers",
      },
    ]
  `)
  const [best] = shown.groups
  expect(best).toMatchInlineSnapshot(`
    {
      "apart": [
        {
          "group": "86%",
          "label": "of orders between 22:00 and 05:00",
          "rest": "7%",
          "values": [
            85.77192312020522,
            6.565503648809488,
          ],
        },
        {
          "group": "7.5",
          "label": "clicks in SMS",
          "rest": "0.8",
          "values": [
            7.51923076923077,
            0.8479729729729728,
          ],
        },
        {
          "group": "92%",
          "label": "of orders on mobile",
          "rest": "34%",
          "values": [
            91.83235003398015,
            34.36978081110364,
          ],
        },
        {
          "group": "27%",
          "label": "of orders on Saturday or Sunday",
          "rest": "47%",
          "values": [
            26.782779042537392,
            47.118902074324104,
          ],
        },
      ],
      "filters": [
        "ordered at least 3 times",
        "placed at least 60% of their orders from 22:00 to 05:00",
      ],
      "finds": 99,
      "goal": {
        "effect": "better",
        "group": "$79.33",
        "interval": "+$34.32 to +$38.34",
        "rest": "$43",
      },
      "name": "Late-night SMS-clicking buyers",
      "percent": "26 %",
      "precision": 100,
      "recall": 95,
      "scores": [
        "clicked an SMS at least 4 times",
        "placed at least 65% of their orders on the device mobile",
        "placed at most 35% of their orders on a Saturday or Sunday",
      ],
      "size": 104,
      "stability": 99,
    }
  `)
  expect(best?.goal?.effect).toBe('better')
  expect(shown.notes).toMatchInlineSnapshot(`
    [
      "4 groups among 400 customers with 3 orders or more, told apart more clearly than chance does (silhouette 0.28; the same data without groups reaches 0.14).",
      "1 group is stable, but too small or not told apart by a few criteria.",
    ]
  `)
  for (const [nth, { criteria }] of offered.entries()) {
    const preview = await planted.count({ all: criteria.filters })
    expect(planted.services.previews.get(preview).count).toBe(shown.groups[nth]?.finds)
  }
})

test('the same data has the same groups, and they are those that were planted', async () => {
  const { found, ids, group } = divided(planted)
  const { shown } = await planted.services.living.find({ goal: 'raise AOV' })
  const sizes = found.kind === 'groups' ? found.groups.map(({ size }) => size) : []
  expect(sizes).toEqual(expect.arrayContaining(shown.groups.map(({ size }) => size)))
  const { kinds } = plantedShop(1, CUSTOMERS)
  const planned = Array.from(ids, (id) => kinds[id - BEFORE - 1] ?? -1)
  expect(adjustedRand([...group], planned)).toBeGreaterThan(0.8)
})

test.each([2, 3])('planted kinds are found again with seed %i', async (seed) => {
  const workspace = await openWorkspace()
  const shop = plantedShop(seed, CUSTOMERS, KINDS)
  await workspace.importRows(shop.files)
  const { ids, group } = divided(workspace)
  const kinds = Array.from(ids, (id) => shop.kinds[id - BEFORE - 1] ?? -1)
  expect(adjustedRand([...group], kinds)).toBeGreaterThan(0.8)
  await workspace.close()
})

test('customers who are all alike have no groups, and that is said', async () => {
  const workspace = await openWorkspace()
  await workspace.importRows(plantedShop(4, CUSTOMERS, ALIKE).files)
  const { shown } = await workspace.services.living.find({ goal: 'win back' })
  expect(shown.groups).toEqual([])
  expect(shown.notes).toEqual([
    'No stable groups: what these 400 customers do divides them no more clearly than chance would, or not in the same way twice.',
  ])
  await workspace.close()
})

test('of too few customers nothing is said but that', async () => {
  const workspace = await openWorkspace()
  await workspace.importRows(plantedShop(5, 60).files)
  const { shown } = await workspace.services.living.find({ goal: 'net_spend' })
  expect(shown).toMatchObject({ told: 60, groups: [] })
  expect(shown.notes).toEqual([
    'Too few customers: 60 customers here have 3 orders or more, and with fewer than 200 groups are chance.',
  ])
  await workspace.close()
})

test('a goal that is none is refused with those that there are, and a search can be cancelled', async () => {
  const { living } = planted.services
  await expect(living.find({ goal: 'world peace' })).rejects.toMatchObject({
    choices: ['Raise AOV', 'Win back', 'More repeat orders', 'Higher net spend'],
  })
  await expect(living.find({ goal: 'raise AOV' }, { signal: AbortSignal.abort() })).rejects.toThrow(/cancel/)
  const leaving = new AbortController()
  const onProgress = (done: number) => {
    if (done > 0.5) leaving.abort()
  }
  const left = living.find({ goal: 'raise AOV' }, { signal: leaving.signal, onProgress })
  await expect(left).rejects.toThrow('The search for groups was cancelled')
})
