import { expect, test } from 'vitest'
import { interpret } from '../interpret.ts'
import type { NamedProfile } from '../situation.ts'
import { situation } from '../company.fixture.ts'

const GIFT_BUYERS: NamedProfile = {
  id: 'icp_1',
  kind: 'icp',
  icpId: null,
  name: 'Gift buyers',
  entity: 'customer',
  status: 'live',
  parameters: [{ mode: 'filter', criteria: { type: 'orders', measure: 'count', op: '>=', value: 1 } }],
}
const profilesNamed = (name: string) => (name.toLowerCase() === 'gift buyers' ? [GIFT_BUYERS] : [])
const read = (text: string) => interpret(text, { ...situation(), profilesNamed })

test.for([
  ['find groups among my customers to raise AOV', 'raise_aov'],
  ['Which kinds of customers could we win back?', 'win_back'],
  ['what types of customers would order again?', 'repeat_orders'],
  ['cluster my customers for higher net spend', 'net_spend'],
  ['please discover groups of customers for more repeat orders', 'repeat_orders'],
  ['find living personas to bring them back', 'win_back'],
  ['which groups of customers could spend more?', 'net_spend'],
] as const)('“%s” looks for groups', ([text, goal]) => {
  expect(read(text)).toMatchObject({ kind: 'command', command: { do: 'find_groups', goal } })
})

test.for([
  'living personas in Gift buyers to raise our average order value',
  'find groups to increase AOV in the ICP Gift buyers',
  'suggest living personas for Gift buyers for a higher AOV',
])('“%s” looks inside the ICP', (text) => {
  expect(read(text)).toMatchObject({ command: { do: 'find_groups', goal: 'raise_aov', icp: 'icp_1' } })
})

test('without a goal it is asked which, and each answer is understood', () => {
  for (const text of ['living personas for Gift buyers', 'find groups among my customers']) {
    const asked = read(text)
    expect(asked).toMatchObject({ kind: 'question', question: expect.stringContaining('For which goal?') })
    const options = asked.kind === 'question' ? asked.options : []
    expect(options).toHaveLength(4)
    for (const option of options) expect(read(option.text)).toMatchObject({ command: { do: 'find_groups' } })
  }
})

test('what else is said of the customers is not dropped', () => {
  expect(read('find groups among my customers to raise AOV in Canada')).toMatchObject({
    kind: 'question',
    question: expect.stringContaining('What should “in Canada” be?'),
  })
  expect(read('living personas for Foo')).toMatchObject({
    question: expect.stringContaining('What should “Foo” be?'),
  })
})

test.for([
  'customers who could be won back and live in France',
  'find customers who ordered again',
  'which kinds of tea did they buy',
])('“%s” is not a request for groups', (text) => {
  expect(read(text)).not.toMatchObject({ command: { do: 'find_groups' } })
})
