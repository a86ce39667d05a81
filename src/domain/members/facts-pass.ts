import type { Source } from '#db/schema.ts'
import type { FactsTest, SetQuery } from './plan.ts'

/** Something that one look at a customer's facts row decides, and the tables that keep such rows right. */
export interface FactsPart {
  readonly test: FactsTest
  readonly sources: readonly Source[]
}

/** A pass over the facts rows, for those where the test holds. */
export const passOver = ({ sql, parameters }: FactsTest): SetQuery => ({
  sql: `SELECT f.id FROM facts AS f WHERE f.id BETWEEN ? AND ? AND ${sql}`,
  parameters: [{ range: 'low' }, { range: 'high' }, ...parameters],
  cut: { by: 'customer' },
})

/** The same among the customers of a JSON array, which is its first parameter. */
export const lookAt = ({ sql, parameters }: FactsTest): FactsTest => ({
  sql: `SELECT f.id FROM facts AS f WHERE f.id IN (SELECT value FROM json_each(?)) AND ${sql}`,
  parameters,
})

/** Does nothing but the row itself decide? Values are parameters, so the word can only begin a query within the test. */
export const isOfRow = ({ sql }: FactsTest): boolean => !/\bselect\b/i.test(sql)

/** What does not hold, or is not known to hold. */
export const negated = ({ test, sources }: FactsPart): FactsPart => ({
  test: { sql: `((${test.sql}) IS NOT TRUE)`, parameters: test.parameters },
  sources,
})

export const combined = (kind: 'all' | 'any', parts: readonly FactsPart[]): FactsPart => ({
  test: {
    sql: `(${parts.map(({ test }) => `(${test.sql})`).join(kind === 'all' ? ' AND ' : ' OR ')})`,
    parameters: parts.flatMap(({ test }) => test.parameters),
  },
  sources: [...new Set(parts.flatMap(({ sources }) => sources))],
})
