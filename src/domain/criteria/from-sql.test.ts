import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { keyOf } from '../customers/keys.ts'
import { ENTITIES } from '../entities/entity.ts'
import { conditions } from '../conditions/index.ts'
import { type Company, arbitraryCompany } from './company.fixture.ts'
import { arbitraryCondition, arbitraryCriteriaOf } from './criteria.fixture.ts'
import { foldedCriteria } from './folded.fixture.ts'
import { criteriaFromSql } from './from-sql.ts'
import { contextOf } from './readings.fixture.ts'
import type { Criteria } from './schema.ts'
import { loadParser, type ParseSql } from './sql/parse-sql.ts'
import { sqlView } from './sql-view.ts'

const numRuns = Number(process.env['FC_RUNS'] ?? 100)
let parse: ParseSql
beforeAll(async () => {
  parse = await loadParser()
})

/** Of a company only its time, zone, currency and names are asked: a few are enough, and making one takes longer than reading. */
const someCompany = fc.constantFrom(...fc.sample(arbitraryCompany, 60))

const contextFor = (company: Company) => ({
  ...contextOf(company),
  spelled: (_field: string, text: string) => text,
  indicatorId: (name: string) => company.indicators?.find((one) => one.id === name || one.name === name)?.id,
  segmentId: (name: string) =>
    [...company.segments, ...company.lists].find((one) => one.id === name || one.name === name)?.id,
})

/**
 * SQL compares phone numbers by their digits, SQLite’s dates know no weeks, a column that is at least one number and at
 * most another one is between them, and a record has one ICP: to have a certain one and a score is to have that score
 * under it.
 */
const written = (value: object): object => {
  const { field, type, op, value: asked, apart, profile, kind } = shape.parse(value)
  if (profile !== undefined && op !== undefined) {
    return {
      all: [
        { type, kind, profile },
        { type, kind, op, value: asked },
      ],
    }
  }
  if (field === 'phone' && asked !== undefined)
    return { ...value, value: [asked].flat().map((text) => keyOf('phone', String(text))) }
  if (apart?.unit === 'week') return { ...value, apart: { n: 7 * apart.n, unit: 'day' } }
  if (field === undefined || op !== 'between' || !Array.isArray(asked)) return value
  const [low, high] = asked
  return {
    all: [
      { type, field, op: '>=', value: low },
      { type, field, op: '<=', value: high },
    ],
  }
}

const shape = z.object({
  type: z.string().optional(),
  kind: z.string().optional().catch(undefined),
  profile: z.array(z.string()).optional().catch(undefined),
  field: z.string().optional(),
  op: z.string().optional(),
  value: z
    .union([scalar(), z.array(scalar())])
    .optional()
    .catch(undefined),
  apart: z.object({ n: z.number(), unit: z.string() }).optional().catch(undefined),
})

function scalar() {
  return z.union([z.string(), z.number()])
}

const folded = (criteria: Criteria): unknown => foldedCriteria(criteria, written)

describe('printed SQL reads back to the same criteria', () => {
  test.for([
    ...conditions.map(({ type }) => ({ what: type, criteria: arbitraryCondition(type) })),
    ...ENTITIES.map((entity) => ({
      what: `criteria of every kind over a ${entity}`,
      criteria: arbitraryCriteriaOf(entity),
    })),
  ])('$what', ({ criteria }) => {
    fc.assert(
      fc.property(someCompany, criteria, (company, one) => {
        const ctx = contextFor(company)
        const sql = sqlView(one, ctx)
        const read = criteriaFromSql(sql, parse, ctx)
        expect({ ...read, criteria: folded(read.criteria) }).toEqual({
          criteria: folded(one),
          assumptions: [],
        })
      }),
      { numRuns },
    )
  })
})

test('of two scores that are asked for beside a profile, neither is dropped', () => {
  fc.assert(
    fc.property(someCompany, (company) => {
      const ctx = contextFor(company)
      const asked: Criteria = {
        all: [
          { type: 'company_profile', kind: 'icp', profile: ['icp_3'], op: '>=', value: 60 },
          { type: 'company_profile', kind: 'icp', op: '<', value: 90 },
        ],
      }
      const read = criteriaFromSql(sqlView(asked, ctx), parse, ctx)
      expect(folded(read.criteria)).toEqual(folded(asked))
    }),
    { numRuns: 3 },
  )
})
