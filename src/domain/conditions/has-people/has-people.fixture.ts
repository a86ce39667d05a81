import fc from 'fast-check'
import { counts } from '../../criteria/pieces.fixture.ts'
import { conditionSchema } from '../index.ts'
import { personConditions } from '../person/person.fixture.ts'

const person = personConditions.map((drawn) => conditionSchema.parse({ ...Object(drawn), type: 'person' }))

/** Random staff of companies. */
export const staffs: fc.Arbitrary<unknown> = fc
  .record({
    people: fc.oneof(
      person,
      fc.record({
        // Two lists of one column are one list in SQL.
        any: fc.uniqueArray(person, {
          minLength: 2,
          maxLength: 2,
          selector: (one) => 'field' in one && one.field,
        }),
      }),
      fc.record({ none: fc.array(person, { minLength: 1, maxLength: 2 }) }),
    ),
    test: fc.option(counts, { nil: undefined }),
  })
  .map(({ people, test }) => ({ people, ...test }))
