import type { Entity } from '../../entities/entity.ts'
import type { Expression } from './expression.ts'
import { viewsIn } from './columns.ts'

const VIEWS: ReadonlyMap<string, Entity> = new Map([
  ['v_customers', 'customer'],
  ['v_companies', 'company'],
  ['v_people', 'person'],
])

/** Whose own view it is. */
export const subjectOf = (view: string | undefined): Entity | undefined => VIEWS.get(view ?? '')

/** The column by which rows of other views are theirs. */
export const OWNERS: Readonly<Record<Entity, string>> = {
  customer: 'customer_id',
  company: 'company_id',
  person: 'person_id',
}

/** Of whom a test of columns is. */
export const subjectIn = (test: Expression): Entity =>
  viewsIn(test).flatMap((view) => subjectOf(view) ?? [])[0] ?? 'customer'
