import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { parseCriteria } from '../../criteria/parse.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { shown, spokenOrders, spokenProducts, spokenWindow } from '../../language/spoken.fixture.ts'
import { isCondition } from '../../criteria/node.ts'
import { GROUPS, RANK_MEASURES } from './rank-values.ts'

/** `spend top 10% of {category:Tea} among country FR` */
function rankBrief(criteria: Criteria): string {
  if (!isCondition(criteria)) {
    if ('none' in criteria) return `not(${criteria.none.map(rankBrief).join(' | ')})`
    return 'all' in criteria
      ? criteria.all.map(rankBrief).join(' & ')
      : criteria.any.map(rankBrief).join(' | ')
  }
  if (criteria.type !== 'rank') return brief(criteria)
  const { among, ...rank } = criteria
  return among === undefined ? brief(rank) : `${brief(rank)} among ${rankBrief(among)}`
}

const read = (text: string): string => {
  const found = interpret(text, situation())
  if (found.kind === 'criteria') return rankBrief(found.criteria)
  if (found.kind === 'question') {
    return `? ${found.options.map(({ label, criteria }) => (criteria === undefined ? label : rankBrief(criteria))).join(' / ')}`
  }
  return found.kind === 'refused' ? `refused: ${found.missing.join(', ')}` : found.kind
}

describe('what people say of the best and the worst', () => {
  test.for([
    ['top 10% of spenders', 'rank spend top 10'],
    ['top 10% by spend', 'rank spend top 10'],
    ['top 100 by spend this year', 'rank spend top 100 [calendar year 0]'],
    ['best 50 customers by order count', 'rank orders top 50'],
    ['bottom 20% by average order value', 'rank average bottom 20'],
    ['top decile by lifetime value', 'rank spend top 10'],
    ['top half of buyers by number of orders', 'rank orders top 50'],
    ['our 25 biggest spenders in the last 90 days', 'rank spend top 25 [last 90 day]'],
    ['the 20 people who bought most recently', 'rank last_date top 20'],
    ['the 20 most recent buyers', 'rank last_date top 20'],
    ['100 newest customers', 'rank first_date top 100'],
    ['newest 200 sign-ups', 'rank signed_up top 200'],
    ['the 50 most recent signups', 'rank signed_up top 50'],
    ['the first 100 members', 'rank signed_up bottom 100'],
    ['the 25 customers who signed up most recently', 'rank signed_up top 25'],
    ['top 10% by sign-up date', 'rank signed_up top 10'],
    ['the 10 customers with the most orders', 'rank orders top 10'],
    ['the 10 customers with the highest AOV', 'rank average top 10'],
    ['the 50 people who spent the most this year', 'rank spend top 50 [calendar year 0]'],
    ['the 50 customers who ordered most often', 'rank orders top 50'],
    ['the 10 people who spent the least', 'rank spend bottom 10'],
    ['the best customer by spend', 'rank spend top 1'],
    ['top 5% by Skincare revenue', 'rank spend top 5 {category:Skincare}'],
    ['top 100 customers by spend on Tea', 'rank spend top 100 {category:Tea}'],
    ['top 100 by number of Tea orders', 'rank orders top 100 {category:Tea}'],
    [
      'top 20 by units of Coffee in the last 12 months',
      'rank quantity top 20 [last 12 month] {category:Coffee}',
    ],
    ['best 5% of Skincare buyers by Skincare revenue', 'rank spend top 5 {category:Skincare}'],
    ['top 10% of Skincare buyers by spend', 'rank spend top 10 among purchases any {category:Skincare}'],
    ['top 10% by online spend', 'rank spend top 10 {channel:online}'],
    ['top 10% by spend online', 'rank spend top 10 {channel:online}'],
    ['top 20% by AOV among people with at least 3 orders', 'rank average top 20 among orders count >= 3'],
    ['top 100 spenders among VIPs', 'rank spend top 100 among segment list_vip'],
    ['top 10% by spend out of those who bought Tea', 'rank spend top 10 among purchases any {category:Tea}'],
    ['top 100 spenders in France', 'rank spend top 100 among country equals FR'],
    ['top 10% of spenders in France or Spain', 'rank spend top 10 among country in FR,ES'],
    ['top 10% of customers in Germany by AOV', 'rank average top 10 among country equals DE'],
    ['top 10% of French customers by orders', 'rank orders top 10 among country equals FR'],
    ['top 10% of Champions by spend', 'rank spend top 10 among rfm Champions'],
    ['best 3 customers per country by order count', 'rank orders top 3 country'],
    ['top 5 spenders in each city', 'rank spend top 5 city'],
    ['the single best customer by spend in every city', 'rank spend top 1 city'],
    ['a random 500 customers', 'rank random top 500'],
    ['500 random VIPs', 'rank random top 500 among segment list_vip'],
    ['500 customers at random', 'rank random top 500'],
    [
      'a random 200 customers in France who bought Tea',
      'rank random top 200 among country equals FR & purchases any {category:Tea}',
    ],
    ['not in the top 10% by spend', 'not(rank spend top 10)'],
    ['everyone except the top 100 spenders', 'not(rank spend top 100)'],
    ['customers in France in the top 10% of spenders', 'country equals FR & rank spend top 10'],
    ['top 10% of spenders, email subscribers only', 'rank spend top 10 & consent email subscribed'],
    [
      'top 50 customers by spend who are subscribed to email',
      '? rank spend top 50 among consent email subscribed / rank spend top 50 & consent email subscribed',
    ],
    ['top 100 spenders excluding VIPs', 'rank spend top 100 among not(segment list_vip)'],
    ['top 100 spenders but not VIPs', 'rank spend top 100 among not(segment list_vip)'],
    ['random 10% of the top 100 spenders', 'sample 0 10 & rank spend top 100'],
    ['top 10 customers', '? rank spend top 10 / rank orders top 10 / rank average top 10'],
  ])('%s', ([text = '', expected]) => expect(read(text)).toBe(expected))
})

test('who is ranked is said', () => {
  expect(interpret('top 100 spenders in France', situation())).toMatchObject({
    assumptions: ['Only these people are ranked: in France.'],
  })
  expect(interpret('customers in France in the top 10% of spenders', situation())).toMatchObject({
    assumptions: [
      'The top 10% is taken first, and those are kept who meet the rest; say “among those who …” to rank only them.',
    ],
  })
})

const sizes = fc.constantFrom(
  { customers: 1 },
  { customers: 1500 },
  { percent: 10 },
  { percent: 12.5 },
  { percent: 100 },
)
const groups = fc.constantFrom<unknown>(
  { type: 'attribute', field: 'country', op: 'equals', value: 'FR' },
  { type: 'orders', measure: 'count', op: '>=', value: 3 },
  {
    any: [
      { type: 'rfm', segment: ['Champions'] },
      { type: 'consent', channel: 'sms', is: 'subscribed' },
    ],
  },
  {
    all: [
      { type: 'purchases', match: 'any', of: { category: ['Tea'] } },
      { none: [{ type: 'segment', segment: 'list_vip' }] },
    ],
  },
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
const spoken = fc
  .record({
    by: fc.constantFrom(...RANK_MEASURES),
    direction: fc.constantFrom('top', 'bottom'),
    size: sizes,
    within: maybe(spokenWindow),
    where: maybe(spokenOrders),
    of: maybe(spokenProducts),
    per: maybe(fc.constantFrom(...GROUPS)),
    among: maybe(groups),
  })
  .map(({ by, direction, size, within, where, of, per, among }) => {
    const shared = { type: 'rank', by, per, among }
    if (by === 'random') return { ...shared, direction: 'top', customers: 500 }
    const lines = by === 'spend' || by === 'orders' || by === 'quantity'
    return { ...shared, direction, ...size, within, where, of: lines ? of : undefined }
  })

test('whoever repeats the words means the same', () => {
  fc.assert(
    fc.property(spoken, (drawn) => {
      const criteria = normalCriteria(parseCriteria(JSON.parse(JSON.stringify(drawn))))
      const words = `customers who ${shown(criteria)}`
      const found = interpret(words, situation())
      expect(found.kind === 'criteria' ? normalCriteria(found.criteria) : `${found.kind}: ${words}`).toEqual(
        criteria,
      )
    }),
    { numRuns: 300 },
  )
})
