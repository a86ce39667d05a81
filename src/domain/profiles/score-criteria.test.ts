import { expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { scoring } from './score-criteria.ts'
import type { ProfileParameters } from './parameter.ts'

const uses = (value: string): Criteria => ({ type: 'company', field: 'tech_stack', op: 'has', value })
const [DBT, AWS, SEGMENT] = [uses('dbt'), uses('AWS'), uses('Segment')]
const parameters: ProfileParameters = [
  { mode: 'filter', criteria: uses('Snowflake') },
  { mode: 'score', criteria: DBT, weight: 3 },
  { mode: 'score', criteria: AWS, weight: 1 },
]

test('a score that passes, as what must hold for it', () => {
  expect(scoring(parameters, (score) => score >= 75)).toEqual(DBT)
  expect(scoring(parameters, (score) => score === 100)).toEqual({ all: [DBT, AWS] })
  expect(scoring(parameters, (score) => score > 0)).toEqual({ any: [DBT, AWS] })
  expect(scoring(parameters, (score) => score >= 0)).toBeNull()
})

test('a score that only some ways come to names what must not hold', () => {
  expect(scoring(parameters, (score) => score === 25)).toEqual({ all: [AWS, { none: [DBT] }] })
  expect(scoring(parameters, (score) => score === 0)).toEqual({ none: [DBT, AWS] })
})

test('no way to it, and too many, are told apart', () => {
  expect(scoring(parameters, (score) => score === 50)).toBe('nobody')
  const graded: ProfileParameters = [
    { mode: 'score', criteria: DBT, weight: 1, grades: [{ criteria: SEGMENT, credit: 50 }] },
  ]
  expect(scoring(graded, () => true)).toBeUndefined()
})

test('whoever passes a profile that prefers nothing has the whole score', () => {
  expect(scoring(parameters.slice(0, 1), (score) => score >= 60)).toBeNull()
})
