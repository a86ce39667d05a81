import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenOrderFilter, spokenWindow } from '../../language/spoken.fixture.ts'
import type { Condition } from '../index.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('one of a customer’s orders', () => {
  test.for<[string, string]>([
    ['first order contained the Starter Kit', 'nth_order 1 {contains:{product:Starter Kit}}'],
    ['whose first order was Tea', 'nth_order 1 {contains:{category:Tea}}'],
    ['customers whose first purchase included a Starter Kit', 'nth_order 1 {contains:{product:Starter Kit}}'],
    ['first order included Tea and Coffee', 'nth_order 1 {contains:{category:Tea},{category:Coffee}}'],
    ['first order contained only Socks', 'nth_order 1 {only:{category:Socks}}'],
    ['first order did not include Tea', 'nth_order 1 {without:{category:Tea}}'],
    ['bought the Starter Kit in their first order', 'nth_order 1 {contains:{product:Starter Kit}}'],
    ['started with the Starter Kit', 'nth_order 1 {contains:{product:Starter Kit}}'],
    ['last bought Tea', 'nth_order last {contains:{category:Tea}}'],
    ['first purchase was on mobile', 'nth_order 1 {device:mobile}'],
    ['last order was in store', 'nth_order last {channel:in_store}'],
    ["last order wasn't online", '(orders count >= 1 & not(nth_order last {channel:online}))'],
    ['last order was over 200', 'nth_order last {total:{op:> value:200}}'],
    ['first order value above $150', 'nth_order 1 {total:{op:> value:150}}'],
    ['last order between 50 and 100 dollars', 'nth_order last {total:{op:between value:50,100}}'],
    ['spent over 200 on their first order', 'nth_order 1 {total:{op:> value:200}}'],
    ['first order with a discount', 'nth_order 1 {discounted:true}'],
    ['first order with a discount code', 'nth_order 1 {coded:true}'],
    ['acquired with a discount code', 'nth_order 1 {coded:true}'],
    ['whose last purchase was at full price', 'nth_order last {discounted:false}'],
    ['first ever order used WELCOME10', 'nth_order 1 {code:WELCOME10}'],
    ['used WELCOME10 on their first order', 'nth_order 1 {code:WELCOME10}'],
    ['their most recent purchase was refunded', 'nth_order last {status:refunded,partially_refunded}'],
    ['second order within the last 90 days', 'nth_order 2 [last 90 day]'],
    ['third order this year', 'nth_order 3 [calendar year 0]'],
    ['made their second purchase last month', 'nth_order 2 [calendar month -1]'],
    ['last ordered in November or December of any year', 'nth_order last {months:11,12}'],
    ['first order was on a weekend', 'nth_order 1 {weekdays:saturday,sunday}'],
    ['last order had 3 or more items', 'nth_order last {units:{op:>= value:3}}'],
    ['placed a second order', 'orders count >= 2'],
    ['never placed a second order', 'orders count = 1'],
    [
      'customers in France whose first order used SUMMER20 in 2025',
      '(country equals FR & nth_order 1 [from 2025-01-01 to 2025-12-31] {code:SUMMER20})',
    ],
    ['last order was on mobile and over 100 days ago', 'nth_order last [older 100 day] {device:mobile}'],
    [
      'first order was in 2024 and over $100',
      'nth_order 1 [from 2024-01-01 to 2024-12-31] {total:{op:> value:100}}',
    ],
    [
      'last order was on mobile and bought Tea',
      '(nth_order last {device:mobile} & purchases any {category:Tea})',
    ],
    ['first order was online and over $500 in total', '(nth_order 1 {channel:online} & orders spend > 500)'],
    ['first order contianed the Starter Kit', 'nth_order 1 {contains:{product:Starter Kit}}'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  const AFTER_FIRST =
    '(orders count >= 2 {code:WELCOME10} | (orders count >= 1 {code:WELCOME10} & not(nth_order 1 {code:WELCOME10})))'
  test.for<[string, string]>([
    ['whose second order landed in September', 'nth_order 2 [from 2025-09-01 to 2025-09-30]'],
    ['whose third order got placed on mobile', 'nth_order 3 {device:mobile}'],
    ['whose most recent order happened in a store', 'nth_order last {channel:in_store}'],
    ['whose latest order carried SUMMER20', 'nth_order last {code:SUMMER20}'],
    ['whose first order had a discount code', 'nth_order 1 {coded:true}'],
    ['whose first order came through the marketplace', 'nth_order 1 {channel:marketplace}'],
    ['last order had no discount', 'nth_order last {discounted:false}'],
    ["last order didn't use a code", '(orders count >= 1 & not(nth_order last {coded:true}))'],
    ['whose second order fell between 1 and 15 May', 'nth_order 2 [from 2025-05-01 to 2025-05-15]'],
    ['came in with WELCOME10 on the 1st order', 'nth_order 1 {code:WELCOME10}'],
    [
      'second-time buyers whose second order landed in September',
      '(orders count >= 2 & nth_order 2 [from 2025-09-01 to 2025-09-30])',
    ],
  ])('whatever verb says it: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for<[string, string]>([
    ['slipped WELCOME10 into a second or later order', AFTER_FIRST],
    ['used WELCOME10 on any order after the first', AFTER_FIRST],
    ['never used WELCOME10 on a second or later order', `not${AFTER_FIRST}`],
    [
      'first order used WELCOME10 and no later order with a code',
      `(nth_order 1 {code:WELCOME10} & not${AFTER_FIRST.replaceAll('code:WELCOME10', 'coded:true')})`,
    ],
    [
      'first order in May and at least two later orders',
      '(orders first_date [from 2025-05-01 to 2025-05-31] & orders count >= 3)',
    ],
    [
      'came in with WELCOME10 on the 1st order and paid every later order without any code',
      `(nth_order 1 {code:WELCOME10} & orders count >= 2 & not${AFTER_FIRST.replaceAll('code:WELCOME10', 'coded:true')})`,
    ],
    ['no orders after the first week of May 2025', 'orders count = 0 [after 2025-05-07]'],
  ])('those after the first: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for([
    // Later than the order in May, or than the first?
    'bought Tea in May and placed 2 later orders',
    'whose third or later order used WELCOME10',
    'second-time buyers in France',
  ])('%s is asked about', (text) => expect(read(text)).toBe('question'))

  test.for<[string, string]>([
    ['first order in March', 'orders first_date [from 2025-03-01 to 2025-03-31]'],
    ['last order was 30 to 120 days ago', 'orders last_date [ago 30 120 day]'],
  ])('when alone is asked as before: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for([
    'big first order',
    'never placed a third order',
    'ordered at least 3 times on their first order',
    'first order with a discount code and blue eyes',
  ])('%s is asked about', (text) => expect(read(text)).toBe('question'))

  test('words are read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 3, 10, 11, 22, 'last' as const),
        spokenOrderFilter,
        fc.option(spokenWindow, { nil: undefined }),
        (nth, where, during) => {
          const timed = during === undefined ? {} : { during }
          const condition: Condition = { type: 'nth_order', nth, where, ...timed }
          expect(readBack(condition)).toEqual(normalCriteria(condition))
        },
      ),
      { numRuns: 200 },
    )
  })
})
