import { parseCriteria } from '../../criteria/parse.ts'
import type { Parameter } from '../parameter.ts'

/** How a parameter counts. */
type Mode = 'filter' | 'exclude' | number
/** A number is the weight of something that is scored. */
export function parameter(mode: Mode, criteria: unknown): Parameter {
  const parsed = { criteria: parseCriteria(criteria) }
  return typeof mode === 'number' ? { mode: 'score', weight: mode, ...parsed } : { mode, ...parsed }
}
export const company = (mode: Mode, field: string, op: string, value?: unknown) =>
  parameter(mode, { type: 'company', field, op, ...(value === undefined ? {} : { value }) })
export const person = (mode: Mode, field: string, op: string, value?: unknown) =>
  parameter(mode, { type: 'person', field, op, ...(value === undefined ? {} : { value }) })
export const orders = (mode: Mode, op: string, value: number) =>
  parameter(mode, { type: 'orders', measure: 'count', op, value })
