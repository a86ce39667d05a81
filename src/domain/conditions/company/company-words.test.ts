import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from '../../criteria/describe.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { conditionSchema } from '../index.ts'
import { comparison } from '../../criteria/pieces.fixture.ts'
import { unprofiled } from '../profile/scores.fixture.ts'

const { now, zone, currency, vocabulary } = situation()
const ctx = {
  now,
  zone,
  currency,
  segment: (id: string) => ({ kind: 'list' as const, id, name: id }),
  ...unprofiled,
  indicator: (): never => {
    throw new Error('There are no indicators')
  },
}

const held = (field: Parameters<typeof vocabulary.values>[0]) =>
  fc.constantFrom(...vocabulary.values(field).map(({ value }) => value))
const some = (values: fc.Arbitrary<string>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 })
const of = (field: string, op: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc.record({ field: fc.constant(field), op, value })
const texts = fc.constantFrom('Acme', 'Acme Labs', 'acme.com', '.de', 'the best one', 'A or B', 'Zürich')
const number = (field: string, values: fc.Arbitrary<number>) =>
  comparison(values).map((test) => ({ field, ...test }))

const conditions: fc.Arbitrary<Criteria> = fc
  .oneof(
    of('industry', fc.constant('in'), some(held('company.industry'))),
    of('tech_stack', fc.constant('in'), some(held('company.technology'))),
    of('funding_stage', fc.constant('in'), some(held('company.funding_stage'))),
    of(
      'funding_stage',
      fc.constantFrom('>', '>=', '<', '<='),
      fc.constantFrom('Seed', 'Series A', 'Series C'),
    ),
    of('relationship', fc.constant('in'), some(held('company.relationship'))),
    of('country', fc.constant('in'), some(held('company.country'))),
    of('region', fc.constant('in'), some(held('company.region'))),
    of('city', fc.constant('in'), some(held('company.city'))),
    of('name', fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'), texts),
    of('domain', fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'), texts),
    of('domain', fc.constant('in'), some(texts)),
    number('employees', fc.integer({ min: 0, max: 5000 })),
    number('revenue', fc.integer({ min: 0, max: 50_000_000 })),
    number('hiring_velocity', fc.integer({ min: 0, max: 30 })),
    number(
      'headcount_growth',
      fc.integer({ min: -50, max: 200 }).map((n) => n / 100),
    ),
    fc.record({
      field: fc.constantFrom('name', 'domain', 'industry', 'country', 'tech_stack', 'revenue', 'employees'),
      op: fc.constantFrom('known', 'unknown'),
    }),
  )
  .map((drawn) => normalCriteria(conditionSchema.parse({ type: 'company', ...Object(drawn) })))

const read = (criteria: Criteria) => {
  const words = describe(criteria, ctx)
  const found = interpret(`companies that ${words}`, situation())
  return { words, read: found.kind === 'criteria' ? normalCriteria(found.criteria) : found }
}

/** Words say what must hold before what must not: "use Snowflake but have no known name". */
const inAnyOrder = (found: ReturnType<typeof read>['read']) =>
  'all' in found ? { all: new Set(found.all) } : found

test('companies are read back from their words', () => {
  fc.assert(
    fc.property(conditions, (criteria) => {
      expect(read(criteria).read).toEqual(criteria)
    }),
    { numRuns: 400 },
  )
})

test('so are several conditions together', () => {
  const pair = fc.uniqueArray(conditions, {
    minLength: 2,
    maxLength: 2,
    // Two lists of one column are said as one list, with the same members.
    selector: (one) => ('field' in one ? one.field : JSON.stringify(one)),
  })
  fc.assert(
    fc.property(pair, fc.constantFrom('all', 'any', 'but'), ([a, b], join) => {
      if (a === undefined || b === undefined) return
      const criteria = normalCriteria(
        join === 'all' ? { all: [a, b] } : join === 'any' ? { any: [a, b] } : { all: [a, { none: [b] }] },
      )
      expect(inAnyOrder(read(criteria).read)).toEqual(inAnyOrder(criteria))
    }),
    { numRuns: 200 },
  )
})
