import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, OVER_100, type TestTools } from '../context.fixture.ts'
import { createIndicator } from './create-indicator.ts'
import { deleteIndicator } from './delete-indicator.ts'
import { getIndicator } from './get-indicator.ts'
import { listIndicators } from './list-indicators.ts'
import { undoChange } from './undo-change.ts'
import { updateIndicator } from './update-indicator.ts'

let w: TestTools
beforeAll(async () => {
  w = await openTools()
})
afterAll(() => w.close())

const one = (name: string) => w.services.indicators.get(name)
const counted = async (criteria: unknown) => w.services.previews.get(await w.count(criteria)).count

test('the built-in ones are there from the start', async () => {
  const { content } = await w.call(listIndicators, {})
  expect(content).toContain('8 indicators:')
  expect(content).toContain(
    '⟦Discount share⟧ (ind_discount_share, built in): percent, ⟦the share of orders with a discount⟧; dynamic',
  )
  for (const change of [
    { tool: deleteIndicator, input: { indicator_id: 'AOV' } },
    { tool: updateIndicator, input: { indicator_id: 'AOV', name: 'Basket' } },
  ]) {
    await expect(w.call(change.tool, change.input)).rejects.toThrow('“AOV” is built in')
  }
})

test('a status is named, used, changed, taken back and deleted, each by a proposal', async () => {
  const { content } = await w.call(createIndicator, {
    name: 'Good customer',
    preview_id: await w.count(OVER_100),
  })
  expect(content).toContain(
    'Create the indicator “Good customer”: whoever spent more than $100; 20 customers now',
  )
  expect(content).toContain('values: – → ⟦worked out whenever they are asked for. Its data has 30 rows')
  expect(w.services.indicators.find('Good customer')).toBeUndefined()
  await w.confirmLast()
  const { id } = one('good customer')
  expect(await counted({ type: 'indicator', indicator: 'Good customer' })).toBe(20)
  expect(await counted({ none: [{ type: 'indicator', indicator: id }] })).toBe(20)

  const over250 = await w.count({ ...OVER_100, value: 250 })
  await w.call(updateIndicator, { indicator_id: 'Good customer', preview_id: over250 })
  await w.confirmLast()
  expect(one(id)).toMatchObject({ version: 2, definition: { criteria: { value: 250 } } })
  expect(await counted({ type: 'indicator', indicator: id })).toBe(5)

  await w.call(undoChange, { segment_id: 'Good customer' })
  await w.confirmLast()
  expect(await counted({ type: 'indicator', indicator: id })).toBe(20)

  await w.call(deleteIndicator, { indicator_id: id })
  await w.confirmLast()
  expect(() => one(id)).toThrow('was deleted')
  await expect(w.count({ type: 'indicator', indicator: id })).rejects.toThrow('No indicator')
  await w.call(undoChange, { segment_id: id })
  await w.confirmLast()
  expect(await counted({ type: 'indicator', indicator: 'Good customer' })).toBe(20)
})

test('a number is measured in words, and compared', async () => {
  const { content } = await w.call(createIndicator, {
    name: 'Recent spend',
    measure: 'spend in the last 10 days',
  })
  expect(content).toContain('Create the indicator “Recent spend”: the money spent in the last 10 days')
  await w.confirmLast()
  const recent = { type: 'indicator', indicator: 'Recent spend', op: '>=', value: 50 }
  expect(await counted(recent)).toBe(
    await counted({
      type: 'orders',
      measure: 'spend',
      op: '>=',
      value: 50,
      within: { kind: 'last', n: 10, unit: 'day' },
    }),
  )
  await expect(w.count({ type: 'indicator', indicator: 'Recent spend' })).rejects.toThrow('is a number')
  await expect(w.call(createIndicator, { name: 'Mood', measure: 'happiness' })).rejects.toThrow('no measure')
  await expect(w.call(createIndicator, { name: 'recent SPEND', measure: 'AOV' })).rejects.toThrow(
    'There is an indicator called',
  )
  await expect(w.call(createIndicator, { name: 'Champions', measure: 'AOV' })).rejects.toThrow(
    'There is a segment called',
  )
  await expect(w.call(createIndicator, { name: 'Neither' })).rejects.toThrow('is a status or a number')
})

test('nothing is made of itself, and what is used stays', async () => {
  const usesIt = await w.count({
    all: [
      { type: 'indicator', indicator: 'Good customer' },
      { type: 'attribute', field: 'country', op: 'equals', value: 'CA' },
    ],
  })
  const { services, decisions, approver } = w
  const made = await services.draft.proposal(
    { kind: 'create_segment', name: 'Good Canadians', description: '', previewId: usesIt },
    { actor: { userId: null, name: 'T', surface: 'chat', session: null } },
  )
  await decisions.confirm({
    proposalId: made.id,
    contentHash: made.contentHash,
    actor: approver,
    typedCount: made.count ?? 0,
  })
  await expect(w.call(deleteIndicator, { indicator_id: 'Good customer' })).rejects.toThrow(
    'is used by “Good Canadians”',
  )
  const circle = await w.count({ type: 'segment', segment: 'Good Canadians' })
  await expect(
    w.call(updateIndicator, { indicator_id: 'Good customer', preview_id: circle }),
  ).rejects.toThrow('lead back to “Good customer” itself')
  await expect(w.call(updateIndicator, { indicator_id: 'Good customer', measure: 'AOV' })).rejects.toThrow(
    'is used as what it is now',
  )
})

test('a frozen one is read from stored values, which are made when it is refreshed', async () => {
  await w.call(updateIndicator, { indicator_id: 'Days since last order', policy: 'frozen' })
  await w.confirmLast()
  const asked = { type: 'indicator', indicator: 'Days since last order', op: '<', value: 10 }
  const before = await counted(asked)
  expect(one('Days since last order')).toMatchObject({ policy: 'frozen', valuesAsOf: null })
  expect(await w.refreshIndicators({ cause: 'command' })).toMatchObject([
    { name: 'Days since last order', values: 30 },
  ])
  expect(one('Days since last order').valuesAsOf).toBe('2025-11-20T12:00:00Z')
  w.clock.forward(5 * 86_400)
  expect(await counted(asked)).toBe(before)
  const { content } = await w.call(getIndicator, { indicator_id: 'days since last order' })
  expect(content).toContain('Values stored as of 2025-11-20T12:00:00Z')
  // Its values move by themselves: a day later they are made anew.
  expect(await w.refreshIndicators({ cause: 'command' })).toHaveLength(1)
  expect(await counted(asked)).toBe(before - 5)
  expect(await w.refreshIndicators({ cause: 'command' })).toEqual([])
})
