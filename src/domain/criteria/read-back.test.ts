import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditions } from '../conditions/index.ts'
import { ENTITIES } from '../entities/entity.ts'
import { arbitraryCondition, arbitraryCriteriaOf } from './criteria.fixture.ts'
import { lostInProfile, lostInWords } from './read-back.fixture.ts'

const runs = process.env['FC_RUNS']
const numRuns = (few: number): number => (runs === undefined ? few : Number(runs))

const ofEveryKind = ENTITIES.map(arbitraryCriteriaOf)

const drawn = (ofEach: number, ofAll: number) => [
  ...conditions.map(({ type }) => ({ what: type, criteria: arbitraryCondition(type), few: ofEach })),
  { what: 'criteria of every kind', criteria: fc.oneof(...ofEveryKind), few: ofAll },
]

describe('whoever repeats the words of criteria means the same', () => {
  test.for(drawn(25, 100))('$what', ({ criteria, few }) => {
    fc.assert(
      fc.property(criteria, (one) => {
        expect(lostInWords(one)).toBeUndefined()
      }),
      { numRuns: numRuns(few) },
    )
  })
})

describe('a profile that is built of the words of criteria fits the same', () => {
  test.for(drawn(10, 40))('$what', ({ criteria, few }) => {
    fc.assert(
      fc.property(criteria, (one) => {
        expect(lostInProfile(one)).toBeUndefined()
      }),
      { numRuns: numRuns(few) },
    )
  })
})
