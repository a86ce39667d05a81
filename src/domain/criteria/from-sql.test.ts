import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { foldText } from '#kernel/text.ts'
import { keyOf } from '../customers/keys.ts'
import { ENTITIES } from '../entities/entity.ts'
import { conditions } from '../conditions/index.ts'
import { type Company, arbitraryCompany } from './company.fixture.ts'
import { arbitraryCondition, arbitraryCriteriaOf } from './criteria.fixture.ts'
import { criteriaFromSql } from './from-sql.ts'
import { normalCriteria } from './normal.ts'
import { contextOf } from './readings.fixture.ts'
import type { Criteria } from './schema.ts'
import { loadParser, type ParseSql } from './sql/parse-sql.ts'
import { sqlView } from './sql-view.ts'

const numRuns = Number(process.env['FC_RUNS'] ?? 100)
let parse: ParseSql
beforeAll(async () => {
  parse = await loadParser()
})

const contextFor = (company: Company) => ({
  ...contextOf(company),
  spelled: (_field: string, text: string) => text,
  indicatorId: (name: string) => company.indicators?.find((one) => one.id === name || one.name === name)?.id,
  segmentId: (name: string) =>
    [...company.segments, ...company.lists].find((one) => one.id === name || one.name === name)?.id,
})

/** SQL compares folded texts, and phone numbers by their digits, so that the spelling of a value is not in it. */
const folded = (criteria: Criteria): unknown =>
  JSON.parse(JSON.stringify(normalCriteria(criteria)), (_key, value: unknown) => {
    if (typeof value === 'string') return foldText(value)
    if (isPhone(value)) return { ...value, value: [value.value].flat().map((text) => keyOf('phone', text)) }
    // SQLite's dates know no weeks.
    return isWeeksApart(value) ? { ...value, apart: { n: 7 * value.apart.n, unit: 'day' } } : value
  })

const isWeeksApart = (value: unknown): value is { apart: { n: number } } =>
  typeof value === 'object' &&
  value !== null &&
  'apart' in value &&
  Reflect.get(Object(value.apart), 'unit') === 'week'

const isPhone = (value: unknown): value is { value: string | string[] } =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'field') === 'phone' && 'value' in value

describe('printed SQL reads back to the same criteria', () => {
  test.for([
    ...conditions.map(({ type }) => ({ what: type, criteria: arbitraryCondition(type) })),
    ...ENTITIES.map((entity) => ({
      what: `criteria of every kind over a ${entity}`,
      criteria: arbitraryCriteriaOf(entity),
    })),
  ])('$what', ({ criteria }) => {
    fc.assert(
      fc.property(arbitraryCompany, criteria, (company, one) => {
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
