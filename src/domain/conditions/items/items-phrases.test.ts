import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import {
  readBack,
  spokenCounts,
  spokenOrderFilter,
  spokenProducts,
  spokenWindow,
} from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { LINE_COUNT_NAMES } from '../shared/basket.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('how many different things were bought', () => {
  test.for<[string, string]>([
    ['bought from at least 3 different categories', 'items categories >= 3'],
    ['2+ brands', 'items brands >= 2'],
    ['bought from 2 brands in 2024', 'items brands >= 2 [from 2024-01-01 to 2024-12-31]'],
    ['at least 5 different products this year', 'items products >= 5 [calendar year 0]'],
    ['tried at least 4 different products', 'items products >= 4'],
    ['bought from only one category', 'items categories = 1'],
    ['bought just one brand', 'items brands = 1'],
    ['bought from more than one brand', 'items brands > 1'],
    ['bought from fewer than 2 categories', 'items categories < 2'],
    ['shopped across 4 categories', 'items categories >= 4'],
    ['products from 3+ categories in the last 6 months', 'items categories >= 3 [last 6 month]'],
    ['bought at least 3 different Skincare products', 'items products >= 3 {category:Skincare}'],
    ['bought 10 or more items this year', 'items units >= 10 [calendar year 0]'],
    ['cross-category buyers in France', '(items categories >= 2 & country equals FR)'],
    ['single-brand shoppers', 'items brands = 1'],
    ['bought multiple brands online', 'items brands >= 2 {channel:online}'],
    ['never bought from more than 2 categories', 'not(items categories > 2)'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for<[string, string]>([
    [
      'bought Tea and Coffee in the same order',
      'orders count >= 1 {contains:{category:Tea},{category:Coffee}}',
    ],
    ['bought both Tea and Coffee together', 'orders count >= 1 {contains:{category:Tea},{category:Coffee}}'],
    ['an order containing Tea and Coffee', 'orders count >= 1 {contains:{category:Tea},{category:Coffee}}'],
    [
      'bought Tea and Coffee in one basket at least twice this year',
      'orders count >= 2 [calendar year 0] {contains:{category:Tea},{category:Coffee}}',
    ],
    [
      'never bought Tea and Coffee in the same order',
      'orders count = 0 {contains:{category:Tea},{category:Coffee}}',
    ],
    [
      'bought 3 Crew Socks in one order',
      'orders count >= 1 {contains:{product:Crew Socks units:{op:>= value:3}}}',
    ],
    [
      'at least 3 units of Tea in one order',
      'orders count >= 1 {contains:{category:Tea units:{op:>= value:3}}}',
    ],
    ['an order with 3 or more items', 'orders count >= 1 {units:{op:>= value:3}}'],
    ['Tea and Coffee together in one order', 'orders count >= 1 {contains:{category:Tea},{category:Coffee}}'],
    ['ordered more than 5 units at once', 'orders count >= 1 {units:{op:> value:5}}'],
    ['2+ different categories in one order', 'orders count >= 1 {categories:{op:>= value:2}}'],
    ['bought from two brands in the same order', 'orders count >= 1 {brands:{op:>= value:2}}'],
    ['at least 2 orders with 3+ different products', 'orders count >= 2 {products:{op:>= value:3}}'],
    ['multi-item orders', 'orders count >= 1 {units:{op:>= value:2}}'],
    [
      'orders over 100 with at least 3 items online',
      'orders count >= 1 {channel:online total:{op:> value:100} units:{op:>= value:3}}',
    ],
    [
      'spent over 100 in an order with at least 2 categories',
      'orders largest > 100 {categories:{op:>= value:2}}',
    ],
    ['bought Tea and Coffee', '(purchases any {category:Tea} & purchases any {category:Coffee})'],
  ])('in one order: %s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for([
    'bought at least 3 products',
    'bought at least 2 of Tea, Coffee and Cocoa',
    'bought from many categories',
  ])('%s is asked about', (text) => expect(read(text)).toBe('question'))

  test('words are read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LINE_COUNT_NAMES),
        spokenCounts,
        fc.option(spokenProducts, { nil: undefined }),
        fc.option(spokenWindow, { nil: undefined }),
        fc.option(spokenOrderFilter, { nil: undefined }),
        (measure, test, of, within, where) => {
          const condition = conditionSchema.parse({
            type: 'items',
            measure,
            ...test,
            ...(of && measure !== 'units' && { of }),
            ...(within && { within }),
            ...(where && { where }),
          })
          expect(readBack(condition)).toEqual(normalCriteria(condition))
        },
      ),
      { numRuns: 200 },
    )
  })
})
