import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparison } from '../../criteria/pieces.fixture.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenOrderFilter, spokenProducts, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('shares of orders and of spend', () => {
  test.for<[string, string]>([
    ['more than half of their orders had a discount', 'share orders > 50 {discounted:true}'],
    ['over half of their purchases were discounted', 'share orders > 50 {discounted:true}'],
    ['used a discount code on more than half of their orders', 'share orders > 50 {coded:true}'],
    ['at least 80% of orders on mobile', 'share orders >= 80 {device:mobile}'],
    [
      'customers in France where over 60% of their purchases were in store',
      '(country equals FR & share orders > 60 {channel:in_store})',
    ],
    ['most of their orders were online', 'share orders > 50 {channel:online}'],
    ['less than a third of their orders at full price', 'share orders < 33.33 {discounted:false}'],
    ['more than 50% of their orders contain Tea', 'share orders > 50 {contains:{category:Tea}}'],
    ['refunded more than half of their orders', 'share orders > 50 {status:refunded,partially_refunded}'],
    ['Tea makes up more than half of what they’ve spent', 'share spend > 50 {category:Tea}'],
    ['more than half of their orders got refunded', 'share orders > 50 {status:refunded,partially_refunded}'],
    ['mostly online', 'share orders > 50 {channel:online}'],
    ['mostly buys Skincare', 'share orders > 50 {contains:{category:Skincare}}'],
    ['mostly orders on weekends', 'share orders > 50 {weekdays:saturday,sunday}'],
    ['at least half of their spend is on Outdoor', 'share spend >= 50 {category:Outdoor}'],
    [
      'spent at least half of their money on Tea this year',
      'share spend >= 50 {category:Tea} [calendar year 0]',
    ],
    [
      'at least 20% of their orders in the last year were over $100',
      'share orders >= 20 {total:{op:> value:100}} [last 1 year]',
    ],
    ['used WELCOME10 on at least half of their orders', 'share orders >= 50 {code:WELCOME10}'],
    [
      'fewer than 25% of their orders with a discount in 2025',
      'share orders < 25 {discounted:true} [from 2025-01-01 to 2025-12-31]',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for([
    'refunded more than half',
    'more than half of their orders were not discounted',
    'half of their orders',
  ])('%s can be meant in several ways', (text) => expect(read(text)).toMatch(/^(?:question|refused)$/))

  test('words are read back', () => {
    fc.assert(
      fc.property(
        comparison(fc.constantFrom(10, 25, 33.33, 50, 100)),
        fc.constantFrom('orders', 'spend'),
        spokenOrderFilter,
        fc.option(spokenProducts, { nil: undefined }),
        fc.option(spokenWindow, { nil: undefined }),
        (test, of, where, products, within) => {
          const condition = conditionSchema.parse({
            type: 'share',
            of,
            ...test,
            ...(of === 'spend' && products ? { products } : { where }),
            ...(within && { within }),
          })
          expect(readBack(condition)).toEqual(normalCriteria(condition))
        },
      ),
      { numRuns: 200 },
    )
  })
})
