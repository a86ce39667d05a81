import { type RawBuilder, sql } from 'kysely'
import type { Comparison } from './comparison.ts'

const COMPLEMENTS = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': '<>' } as const

/**
 * The test as SQL, or its complement. `scaled` says what stands on the right for a value: an average
 * compares its sum with the value times the number of rows, which is exact in whole numbers.
 */
export function comparisonRaw(
  left: RawBuilder<unknown>,
  test: Comparison,
  { complement = false, scaled = (value: number): RawBuilder<unknown> => sql`${value}` } = {},
): RawBuilder<boolean> {
  if (Array.isArray(test.value)) {
    const [low, high] = test.value
    const word = sql.raw(complement ? 'NOT BETWEEN' : 'BETWEEN')
    return sql<boolean>`${left} ${word} ${scaled(low)} AND ${scaled(high)}`
  }
  return sql<boolean>`${left} ${sql.raw(operatorSql(test, complement))} ${scaled(test.value)}`
}

/** The same as text that people read. */
export function comparisonText(
  left: string,
  test: Comparison,
  { complement = false, scaled = String }: { complement?: boolean; scaled?: (value: number) => string } = {},
): string {
  if (Array.isArray(test.value)) {
    const [low, high] = test.value
    return `${left} ${complement ? 'NOT BETWEEN' : 'BETWEEN'} ${scaled(low)} AND ${scaled(high)}`
  }
  return `${left} ${operatorSql(test, complement)} ${scaled(test.value)}`
}

function operatorSql(test: Comparison, complement: boolean): string {
  const op = test.op === 'between' ? '=' : test.op
  return complement ? COMPLEMENTS[op] : op
}
