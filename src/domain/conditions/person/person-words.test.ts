import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from '../../criteria/describe.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import { comparison } from '../../criteria/pieces.fixture.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { conditionSchema } from '../index.ts'
import { TITLE_MEANINGS } from './person.fixture.ts'
import { unprofiled } from '../profile/scores.fixture.ts'

const numRuns = Number(process.env['FC_RUNS'] ?? 100)
const { now, zone, currency, vocabulary } = situation()
const never = (): never => {
  throw new Error('Nothing is named')
}
const ctx = { now, zone, currency, segment: never, indicator: never, ...unprofiled }

const held = (field: Parameters<typeof vocabulary.values>[0]) =>
  fc.constantFrom(...vocabulary.values(field).map(({ value }) => value))
const some = (values: fc.Arbitrary<string>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 })
const of = (field: string, op: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc.record({ field: fc.constant(field), op, value })
const texts = fc.constantFrom('VP Sales', 'growth', 'Head', 'the best one', 'A or B', 'Zürich')

const conditions: fc.Arbitrary<Criteria> = fc
  .oneof(
    of('seniority', fc.constant('in'), some(held('person.seniority'))),
    of('seniority', fc.constantFrom('>', '>=', '<', '<='), held('person.seniority')),
    of('function', fc.constant('in'), some(held('person.function'))),
    of('country', fc.constant('in'), some(held('person.country'))),
    of('city', fc.constant('in'), some(held('person.city'))),
    of('title', fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'), texts),
    of('title', fc.constant('in'), some(texts)),
    of('title', fc.constant('means'), some(fc.constantFrom(...TITLE_MEANINGS))),
    of('title', fc.constant('like'), fc.constantFrom('vp*sales', 'VP*of*', 'chief * officer')),
    of('email', fc.constant('ends_with'), fc.constantFrom('@acme.com', '.de')),
    fc
      .constantFrom('years_experience', 'years_in_role')
      .chain((field) =>
        comparison(fc.integer({ min: 0, max: 60 }).map((n) => n / 2)).map((one) => ({ field, ...one })),
      ),
    fc.record({
      field: fc.constantFrom('title', 'seniority', 'function', 'country', 'email', 'phone', 'years_in_role'),
      op: fc.constantFrom('known', 'unknown'),
    }),
  )
  .map((drawn) => normalCriteria(conditionSchema.parse({ type: 'person', ...Object(drawn) })))

test('people are read back from their words', () => {
  fc.assert(
    fc.property(conditions, (criteria) => {
      const words = describe(criteria, ctx)
      const found = interpret(`leads who ${words}`, situation())
      expect({ words, read: found.kind === 'criteria' ? normalCriteria(found.criteria) : found }).toEqual({
        words,
        read: criteria,
      })
    }),
    { numRuns },
  )
})
