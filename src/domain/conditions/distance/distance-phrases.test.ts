import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { situation as company } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { shown } from '../../language/spoken.fixture.ts'
import type { Situation } from '../../language/situation.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { conditionSchema } from '../index.ts'
import { distances } from './distance.fixture.ts'

/** The invented shop, with coordinates of everybody. */
function situation(): Situation {
  const plain = company()
  return { ...plain, vocabulary: { ...plain.vocabulary, filled: () => 0.9 } }
}

function brief(criteria: Criteria): string {
  if (!isCondition(criteria)) {
    if ('none' in criteria) return `not(${criteria.none.map(brief).join(' | ')})`
    return 'all' in criteria ? criteria.all.map(brief).join(' & ') : criteria.any.map(brief).join(' | ')
  }
  if (criteria.type !== 'distance') return criteria.type
  const { from, op, value, unit } = criteria
  return `${op} ${[value].flat().join('..')} ${unit} ${from.place ?? ''}@${from.latitude},${from.longitude}`
}

const read = (text: string, at = situation()): string => {
  const found = interpret(text, at)
  if (found.kind === 'criteria') return brief(found.criteria)
  if (found.kind === 'question') return `? ${found.options.map(({ label }) => label).join(' / ')}`
  return found.kind === 'refused' ? `refused: ${found.missing.join(', ')}` : found.kind
}

const LEEDS = 'Leeds@53.796,-1.548'
const BERLIN = 'Berlin@52.524,13.411'

describe('what people say of how near somebody is', () => {
  test.for([
    ['within 25 miles of Leeds', `<= 25 mi ${LEEDS}`],
    ['customers who live within 25 miles of leeds', `<= 25 mi ${LEEDS}`],
    ['people 10km from Leeds', `<= 10 km ${LEEDS}`],
    ['customers in a 25 mile radius of Leeds', `<= 25 mi ${LEEDS}`],
    ['in a 30km radius around Leeds', `<= 30 km ${LEEDS}`],
    ['within a 25-mile radius of Leeds', `<= 25 mi ${LEEDS}`],
    ['located less than 10 km from Berlin', `< 10 km ${BERLIN}`],
    ['no further than 40 kilometres from Berlin', `<= 40 km ${BERLIN}`],
    ['up to 5 miles away from Berlin', `<= 5 mi ${BERLIN}`],
    ['within 500 m of Berlin', `<= 0.5 km ${BERLIN}`],
    ['near Berlin, 50 km', `<= 50 km ${BERLIN}`],
    ['near Berlin within 50 km', `<= 50 km ${BERLIN}`],
    ['around Leeds (10 miles)', `<= 10 mi ${LEEDS}`],
    ['in Leeds and 25 miles around', `<= 25 mi ${LEEDS}`],
    ['Leeds + 25 miles', `<= 25 mi ${LEEDS}`],
    ['more than 100 km from Berlin', `> 100 km ${BERLIN}`],
    ['over 100 miles away from Leeds', `> 100 mi ${LEEDS}`],
    ['outside a 50km radius of Leeds', `> 50 km ${LEEDS}`],
    ['outside of 25 miles from Leeds', `> 25 mi ${LEEDS}`],
    ['between 10 and 50 km from Berlin', `between 10..50 km ${BERLIN}`],
    ['not within 5 miles of Leeds', `not(<= 5 mi ${LEEDS})`],
    ['within 10 km of 51.5,-0.12', '<= 10 km @51.5,-0.12'],
    ['within 10 km of 51.5, -0.12', '<= 10 km @51.5,-0.12'],
    ['within 10 km of (51.5074, 0.1278)', '<= 10 km @51.5074,0.1278'],
    ['within 10 km of 51.5N 0.12W', '<= 10 km @51.5,-0.12'],
    ['within 10 km of the coordinates 51.5, -0.12', '<= 10 km @51.5,-0.12'],
    ['within 20 miles of Paris, Texas', '<= 20 mi Paris@33.661,-95.556'],
    ['within 20 miles of Paris, France', '<= 20 mi Paris@48.853,2.349'],
    ['within 20 miles of London, Ontario', '<= 20 mi London@42.983,-81.233'],
    ['within 20 miles of Birmingham, UK', '<= 20 mi Birmingham@52.481,-1.9'],
    ['within 20 miles of Birmingham, AL', '<= 20 mi Birmingham@33.521,-86.802'],
    ['within 20 km of Derby', '? Derby, United Kingdom / Derby, Kansas, United States'],
    ['within 20 miles of Cologne', '<= 20 mi Köln@50.933,6.95'],
    ['within 20 miles of NYC who spent over 100', '<= 20 mi New York City@40.714,-74.006 & orders'],
    ['VIPs within 20 km of Berlin', `segment & <= 20 km ${BERLIN}`],
    ['within 20 miles of Paris', '? Paris, France / Paris, Texas, United States'],
    [
      'within 20 miles of Birmingham',
      '? Birmingham, United Kingdom / Birmingham, Alabama, United States / Birmingham, Michigan, United States',
    ],
    ['within 20 miles of Manchster', '? Manchester'],
    ['near Berlin', '? within 10 km / within 50 km / within 25 miles'],
    ['in or around Leeds', '? within 10 km / within 50 km / within 25 miles'],
    ['close to Leeds', '? within 10 km / within 50 km / within 25 miles'],
    ['customers near our store', '? '],
    ['within 10 miles of our shop', '? '],
    ['within 30 minutes drive of Leeds', '? within 10 km / within 50 km / within 25 miles'],
  ])('%s', ([text = '', expected]) => expect(read(text)).toBe(expected))
})

test('without coordinates nothing is counted, and the city is offered where there is one', () => {
  expect(read('within 10 miles of Leeds', company())).toBe('? in the city Leeds')
  expect(read('within 10 miles of Manchester', company())).toBe('? ')
  expect(interpret('customers near our store', company())).toMatchObject({
    question: expect.stringMatching(/our store.*Within what distance.*No customer’s coordinates/),
  })
})

test('where a place is thought to lie is said', () => {
  expect(interpret('not within 25 miles of Leeds', situation())).toMatchObject({
    assumptions: [
      '“Leeds” is read as Leeds, United Kingdom, at 53.796, -1.548.',
      'People without coordinates are in too.',
    ],
  })
})

test('whoever repeats the words means the same', () => {
  fc.assert(
    fc.property(distances, (drawn) => {
      const condition = normalCriteria(conditionSchema.parse({ ...drawn, type: 'distance' }))
      const found = interpret(`customers who ${shown(condition)}`, situation())
      expect(found.kind === 'criteria' ? found.criteria : found).toEqual(condition)
    }),
    { numRuns: 300 },
  )
})

test('names of cities are no slips of other words', () => {
  expect(interpret('within 20 km of Slough', situation())).toMatchObject({
    assumptions: ['“Slough” is read as Slough, United Kingdom, at 51.509, -0.595.'],
  })
})
