import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const LAST_90 = { kind: 'last', n: 90, unit: 'day' }
const ordered = { type: 'orders', measure: 'count', op: '>=', value: 1, within: LAST_90 }

const shop = {
  ...situation(),
  indicator: (id: string) =>
    id === 'ind_gone'
      ? ({
          kind: 'status',
          criteria: {
            type: 'orders',
            measure: 'count',
            op: '=',
            value: 0,
            within: { kind: 'last', n: 90, unit: 'day' },
          },
        } as const)
      : situation().indicator?.(id),
}
const command = (text: string): unknown => {
  const found = interpret(text, shop)
  return found.kind === 'command' ? found.command : found.kind
}

test.for([
  [
    'define active customer as ordered in the last 90 days',
    { do: 'create_indicator', name: 'active customer', criteria: ordered },
  ],
  [
    'please define “active buyer” as customers who ordered in the last 90 days',
    { do: 'create_indicator', name: 'active buyer', criteria: ordered },
  ],
  [
    'create an indicator active customer: ordered in the last 90 days',
    { do: 'create_indicator', name: 'active customer', criteria: ordered },
  ],
  [
    'create an indicator called Active: ordered in the last 90 days',
    { do: 'create_indicator', name: 'Active', criteria: ordered },
  ],
  [
    'create an indicator thirst for Tea: share of spend in Tea',
    { do: 'create_indicator', name: 'thirst for Tea', measure: 'share of spend in Tea' },
  ],
  [
    'define basket as average order value in the last 12 months',
    { do: 'create_indicator', name: 'basket', measure: 'average order value in the last 12 months' },
  ],
  [
    'new indicator opens = number of emails opened in the last 30 days',
    { do: 'create_indicator', name: 'opens', measure: 'number of emails opened in the last 30 days' },
  ],
  ['list my indicators', { do: 'list_indicators' }],
  ['which indicators do we have?', { do: 'list_indicators' }],
  [
    'make nearly gone 60 days',
    {
      do: 'update_indicator',
      indicator: 'ind_gone',
      criteria: {
        type: 'orders',
        measure: 'count',
        op: '=',
        value: 0,
        within: { kind: 'last', n: 60, unit: 'day' },
      },
    },
  ],
  [
    'change nearly gone to ordered in the last 90 days',
    { do: 'update_indicator', indicator: 'ind_gone', criteria: ordered },
  ],
  [
    'make the order interval frozen',
    { do: 'update_indicator', indicator: 'ind_order_interval', policy: 'frozen' },
  ],
  ['freeze order interval', { do: 'update_indicator', indicator: 'ind_order_interval', policy: 'frozen' }],
  [
    'change appetite for Outdoor to share of spend on Outdoor this year',
    { do: 'update_indicator', indicator: 'ind_outdoor', measure: 'share of spend on Outdoor this year' },
  ],
  ['delete the indicator nearly gone', { do: 'delete_indicator', indicator: 'ind_gone' }],
  ['what is nearly gone?', { do: 'show_indicator', indicator: 'ind_gone' }],
  ['how is discount share calculated?', { do: 'show_indicator', indicator: 'ind_discount_share' }],
  ['define happy customer as smiling', 'question'],
  ['create an indicator happy', 'question'],
] as const)('%s', ([text, meant]) => {
  expect(command(text)).toEqual(meant)
})

test('a segment is no indicator', () => {
  expect(command('create a segment of customers in France')).toBe('criteria')
})
