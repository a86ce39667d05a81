import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditions } from '../conditions/index.ts'
import { ENTITIES } from '../entities/entity.ts'
import { arbitraryCondition, arbitraryCriteriaOf } from './criteria.fixture.ts'
import { lostInWords } from './read-back.fixture.ts'

const runs = process.env['FC_RUNS']
const numRuns = (few: number): number => (runs === undefined ? few : Number(runs))

const ofEveryKind = ENTITIES.map(arbitraryCriteriaOf)

describe('whoever repeats the words of criteria means the same', () => {
  test.for([
    ...conditions.map(({ type }) => ({ what: type, criteria: arbitraryCondition(type), few: 25 })),
    { what: 'criteria of every kind', criteria: fc.oneof(...ofEveryKind), few: 100 },
  ])('$what', ({ criteria, few }) => {
    fc.assert(
      fc.property(criteria, (one) => {
        expect(lostInWords(one)).toBeUndefined()
      }),
      { numRuns: numRuns(few) },
    )
  })
})
