import { expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { codeFor } from './code.ts'
import { entityOfParameters, fitOf } from './fit.ts'
import { parameterSchema } from './parameter.ts'
import { creditOf, scoreOf } from './score.ts'

const saas: Criteria = { type: 'company', field: 'industry', op: '=', value: 'SaaS' }
const agencies: Criteria = { type: 'company', field: 'industry', op: '=', value: 'Agency' }
const mid: Criteria = { type: 'company', field: 'employees', op: 'between', value: [51, 500] }
const large: Criteria = { type: 'company', field: 'employees', op: '>', value: 500 }

test('a score is the share of the weights held, rounded to a whole number with halves up', () => {
  expect(scoreOf(0, 3)).toBe(0)
  expect(scoreOf(100, 3)).toBe(33)
  expect(scoreOf(200, 3)).toBe(67)
  expect(scoreOf(100, 200)).toBe(1)
  expect(scoreOf(99, 200)).toBe(0)
  expect(scoreOf(300, 3)).toBe(100)
})

test('whoever passes a profile that scores nothing has 100', () => {
  expect(scoreOf(0, 0)).toBe(100)
})

test('a graded parameter gives the credit of the first grade that holds', () => {
  const graded = parameterSchema.parse({
    mode: 'score',
    criteria: mid,
    weight: 4,
    grades: [{ criteria: large, credit: 50 }],
  })
  if (graded.mode !== 'score') throw new Error('It is a score parameter')
  expect(creditOf(graded, (criteria) => criteria === graded.criteria)).toBe(100)
  expect(creditOf(graded, (criteria) => criteria !== graded.criteria)).toBe(50)
  expect(creditOf(graded, () => false)).toBe(0)
})

test.for([0, -1, 1.5, 1001])('a weight of %d is refused', (weight) => {
  expect(parameterSchema.safeParse({ mode: 'score', criteria: saas, weight }).success).toBe(false)
})

test('whoever passes every filter and no exclude fits', () => {
  expect(fitOf([{ mode: 'filter', criteria: saas }])).toEqual(saas)
  expect(
    fitOf([
      { mode: 'filter', criteria: saas },
      { mode: 'exclude', criteria: agencies },
      { mode: 'score', criteria: mid, weight: 1 },
    ]),
  ).toEqual({ all: [saas, { none: [agencies] }] })
  expect(fitOf([{ mode: 'score', criteria: mid, weight: 1 }])).toBeNull()
})

test('the parameters of a profile are all about the same', () => {
  const person: Criteria = { type: 'person', field: 'seniority', op: '=', value: 'VP' }
  expect(entityOfParameters([{ mode: 'filter', criteria: saas }])).toBe('company')
  expect(() =>
    entityOfParameters([
      { mode: 'filter', criteria: saas },
      { mode: 'filter', criteria: person },
    ]),
  ).toThrow('This profile mixes companies and people')
})

test('a code is made of the name, and differs from those that are taken', () => {
  expect(codeFor('SMB SaaS', new Set())).toBe('SMB-SAAS')
  expect(codeFor('Müller & Söhne', new Set())).toBe('MULLER-SOHNE')
  expect(codeFor('日本', new Set())).toBe('PROFILE')
  expect(codeFor('SMB SaaS', new Set(['SMB-SAAS', 'SMB-SAAS-2']))).toBe('SMB-SAAS-3')
})
