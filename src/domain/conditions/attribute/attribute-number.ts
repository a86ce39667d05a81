import { sql } from 'kysely'
import type { AttributeReadings, AttributeTest } from './attribute-test.ts'
import { compare, comparisonWords, numberWords } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { allOf, cutByCustomer, inPiece } from '../shared/set-query.ts'

export type NumberTest = Extract<AttributeTest, { kind: 'known' | 'unknown' | 'number' }>

/** A column of numbers, in degrees. */
export function numberReadings(field: 'latitude' | 'longitude', asked: NumberTest): AttributeReadings {
  const column = sql.ref(`c.${field}`)
  return {
    words() {
      if (asked.kind === 'number') return `have a ${field} of ${comparisonWords(asked.test, numberWords)}`
      return asked.kind === 'known' ? `have a known ${field}` : `have no known ${field}`
    },
    plan({ dialect }) {
      const tests = {
        known: () => sql<boolean>`${column} IS NOT NULL`,
        unknown: () => sql<boolean>`${column} IS NULL`,
      }
      const test = asked.kind === 'number' ? comparisonRaw(column, asked.test) : tests[asked.kind]()
      return cutByCustomer(
        dialect,
        sql`SELECT c.id FROM customers AS c WHERE ${allOf([inPiece('c.id'), test])}`,
      )
    },
    predicate() {
      if (asked.kind === 'number') return comparisonText(`customer.${field}`, asked.test)
      return `customer.${field} IS ${asked.kind === 'known' ? 'NOT NULL' : 'NULL'}`
    },
    holds(customer) {
      const value = customer[field]
      if (asked.kind === 'unknown') return value === null
      return value !== null && (asked.kind === 'known' || compare(value, asked.test))
    },
    actual(customer) {
      const value = customer[field]
      return value === null ? `has no known ${field}` : `has a ${field} of ${numberWords(value)}`
    },
  }
}
