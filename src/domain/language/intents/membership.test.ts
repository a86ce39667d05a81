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

test.for<[string, string, string]>([
  ['customer 512 shows up in Champions, how come?', '512', CHAMPIONS],
  ['how come customer 512 is listed in VIP', '512', VIP],
  [
    'I was told c1200 belongs in Champions. Does she, and if not, which score is missing?',
    'c1200',
    CHAMPIONS,
  ],
  ['VIP - should customer 7 be in there?', '7', VIP],
  ['what keeps customer 12 from Champions', '12', CHAMPIONS],
  ['I think anna@example.com is a VIP, is that right?', 'anna@example.com', VIP],
  ['why would customer no. 31 qualify for Summer Buyers', '31', SUMMER],
  ['customer 31: Champion or not?', '31', CHAMPIONS],
])('somebody and a segment, however it is asked: %s', ([text, customer, segment]) => {
  expect(interpret(text, situation())).toMatchObject({
    command: { do: 'explain_customer', customer, segment },
  })
})

test.for<[string, string]>([
  ['in which lists is customer 2048?', '2048'],
  ['which segments is Ana Silva part of?', 'Ana Silva'],
  ['what groups does c17 belong to', 'c17'],
  ['customer id 15 - which rfm group?', '15'],
  ['Can a customer be in two RFM segments? I saw customer 340 in both VIP and Champions', '340'],
  ['which segments contain customer 9', '9'],
  ['show me all the lists anna@example.com is on', 'anna@example.com'],
])('the segments of somebody: %s', ([text, customer]) => {
  expect(interpret(text, situation())).toMatchObject({ command: { do: 'list_segments', customer } })
})

test('with people at hand somebody is held against them', () => {
  const criteria = { type: 'orders', measure: 'count', op: '>=', value: 2 } as const
  const asked = interpret('would customer 77 make it? if not, which bit fails', { ...situation(), criteria })
  expect(asked).toMatchObject({ command: { do: 'explain_customer', customer: '77' } })
  for (const text of [
    'remove customer 77 from VIP',
    'customers in VIP with 2 orders',
    'is 5 the best score?',
  ])
    expect(interpret(text, situation())).not.toMatchObject({ command: { do: 'explain_customer' } })
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
