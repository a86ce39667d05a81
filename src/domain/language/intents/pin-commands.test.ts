import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const SUMMER = { id: 'seg_summer', name: 'Summer Buyers' }
const read = (text: string) => interpret(text, { ...situation(), lastSegment: SUMMER })

test.for<[string, string, object]>([
  ['Ana must always be in Summer Buyers', 'seg_summer', { in: ['Ana'] }],
  ['Ana Silva must be in Champions', 'seg_rfm_champions', { in: ['Ana Silva'] }],
  ['make sure c12 is always in Summer Buyers', 'seg_summer', { in: ['c12'] }],
  ['c12 should always stay in it', 'seg_summer', { in: ['c12'] }],
  ['customer 42 has to be part of Summer Buyers', 'seg_summer', { in: ['42'] }],
  ['please pin anna@example.com to Summer Buyers', 'seg_summer', { in: ['anna@example.com'] }],
  ['always keep c12 in Summer Buyers', 'seg_summer', { in: ['c12'] }],
  ['Summer Buyers must always include c12', 'seg_summer', { in: ['c12'] }],
  ['c12 must never be in it', 'seg_summer', { out: ['c12'] }],
  ['c12 should not be in Summer Buyers', 'seg_summer', { out: ['c12'] }],
  ['never let c12 into Summer Buyers', 'seg_summer', { out: ['c12'] }],
  ['keep c12 out of Summer Buyers', 'seg_summer', { out: ['c12'] }],
  ['Summer Buyers must never contain Ana', 'seg_summer', { out: ['Ana'] }],
  ['c12 must always be excluded from Summer Buyers', 'seg_summer', { out: ['c12'] }],
  ['Summer Buyers should never be above 500 people', 'seg_summer', { most: '500' }],
  ['Summer Buyers must not exceed 1,000 customers', 'seg_summer', { most: '1000' }],
  ['it should never have more than 20% of customers', 'seg_summer', { most: '20%' }],
  ['Summer Buyers must have at least 100 customers', 'seg_summer', { least: '100' }],
  ['Summer Buyers must never fall below 100', 'seg_summer', { least: '100' }],
  ['Summer Buyers should stay between 100 and 500 people', 'seg_summer', { least: '100', most: '500' }],
  ['keep Summer Buyers under 500', 'seg_summer', { most: '499' }],
  ['cap Summer Buyers at 500', 'seg_summer', { most: '500' }],
  ['Summer Buyers should be at most 5 percent of the base', 'seg_summer', { most: '5%' }],
  ['remove that rule', 'seg_summer', { clear: 'one' }],
  ['remove all the rules of Summer Buyers', 'seg_summer', { clear: 'all' }],
  ['drop the size limit of Summer Buyers', 'seg_summer', { least: 'none', most: 'none' }],
  ['c12 no longer has to be in Summer Buyers', 'seg_summer', { free: ['c12'] }],
  ['unpin c12 from Summer Buyers', 'seg_summer', { free: ['c12'] }],
])('%s', ([text, segment, rules]) => {
  const found = read(text)
  expect(found).toMatchObject({ kind: 'command', command: { do: 'pin_segment', segment } })
  expect(
    found.kind === 'command' && found.command.do === 'pin_segment' ? found.command.rules : found,
  ).toEqual(rules)
})

test('people, deletions and refinements are read as before', () => {
  for (const text of [
    'customers in Summer Buyers who spent over 500',
    'delete it',
    'keep only France',
    'customers who must be in France',
    'Champions who never bought tea',
    'remove the France part',
    'why is c12 in Summer Buyers?',
  ]) {
    const found = read(text)
    expect([text, found.kind === 'command' && found.command.do === 'pin_segment']).toEqual([text, false])
  }
})
