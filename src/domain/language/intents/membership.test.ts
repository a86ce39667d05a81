import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const SUMMER = 'seg_summer'
const VIP = 'list_vip'
const CHAMPIONS = 'seg_rfm_champions'

test.for<[string, string, string]>([
  ['why is Ana not in Champions?', 'Ana', CHAMPIONS],
  ["why isn't Ana Silva in Champions?", 'Ana Silva', CHAMPIONS],
  ['why is c17 in Summer Buyers', 'c17', SUMMER],
  ['why was customer 42 excluded from Summer Buyers?', '42', SUMMER],
  ['why did C0042 drop out of Summer Buyers?', 'C0042', SUMMER],
  ['is anna@example.com in VIP?', 'anna@example.com', VIP],
  ['explain why c12 is in VIP', 'c12', VIP],
  ['when will c17 drop out of Summer Buyers?', 'c17', SUMMER],
  ['when does anna@example.com leave Summer Buyers', 'anna@example.com', SUMMER],
  ['when is c17 going to fall out of Summer Buyers?', 'c17', SUMMER],
  ['when will customer 42 be in Champions?', '42', CHAMPIONS],
  ['when will Ana get into Champions?', 'Ana', CHAMPIONS],
  ['on what date will c17 leave the segment Summer Buyers?', 'c17', SUMMER],
  ['how long will c17 stay in Summer Buyers?', 'c17', SUMMER],
  ['how long until c17 drops out of Summer Buyers?', 'c17', SUMMER],
  ['how close is c17 to Champions?', 'c17', CHAMPIONS],
  ['how far is Ana Silva from Champions?', 'Ana Silva', CHAMPIONS],
  ['how close is c17 to being in VIP?', 'c17', VIP],
  ['what does c17 need to get into Champions?', 'c17', CHAMPIONS],
  ['what keeps c17 out of Champions?', 'c17', CHAMPIONS],
  ['what is missing for c17 to be in Champions?', 'c17', CHAMPIONS],
  ['what would it take for c17 to join Champions?', 'c17', CHAMPIONS],
  ['when will c17 qualify for Champions?', 'c17', CHAMPIONS],
  ['will c17 stay in Summer Buyers?', 'c17', SUMMER],
  ['when does c17 become part of Champions?', 'c17', CHAMPIONS],
  ['when will “Ana Silva” no longer be in VIP?', 'Ana Silva', VIP],
])('%s', ([text, customer, segment]) => {
  expect(interpret(text, situation())).toMatchObject({
    kind: 'command',
    command: { do: 'explain_customer', customer, segment },
  })
})

test('people are asked for as before', () => {
  for (const text of [
    'who are in Champions',
    'customers in VIP who bought this year',
    'when did customers in France order last',
    'will churn soon',
  ]) {
    const found = interpret(text, situation())
    expect(found.kind === 'command' && found.command.do === 'explain_customer').toBe(false)
  }
})

test.for(['why is c17 not in it?', 'when will c17 drop out of it', 'how close is c17 to being in that'])(
  '%s: what was counted last',
  (text) => {
    const criteria = { type: 'orders', measure: 'count', op: '>=', value: 2 } as const
    expect(interpret(text, { ...situation(), criteria })).toMatchObject({
      kind: 'command',
      command: { do: 'explain_customer', customer: 'c17' },
    })
  },
)
