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
    ['first order contianed the Starter Kit', 'nth_order 1 {contains:{product:Starter Kit}}'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for<[string, string]>([
    ['first order in March', 'orders first_date [from 2025-03-01 to 2025-03-31]'],
    ['last order was 30 to 120 days ago', 'orders last_date [ago 30 120 day]'],
  ])('when alone is asked as before: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for([
    'big first order',
    'never placed a third order',
    'saved over 20 on their first order',
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
