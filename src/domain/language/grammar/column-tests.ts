import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** A test of one column of a customer, a company or a person. */
export type ColumnTest = Extract<Condition, { readonly field: string }>

export const isColumnTest = (criteria: Criteria): criteria is ColumnTest =>
  isCondition(criteria) && 'field' in criteria

/** The whole values that a column is tested for. */
export const valuesTested = (criteria: Criteria): readonly string[] | undefined =>
  isColumnTest(criteria) && (criteria.op === 'equals' || criteria.op === 'in' || criteria.op === 'has')
    ? [criteria.value].flat().map(String)
    : undefined

const LISTS = new Set(['tags', 'interests', 'tech_stack'])

/** The same test for other values. */
export function withTested(test: ColumnTest, values: readonly string[]): ColumnTest {
  const [only] = values
  if (values.length !== 1 || only === undefined) return { ...test, op: 'in', value: [...values] }
  return { ...test, op: LISTS.has(test.field) ? 'has' : 'equals', value: only }
}
