import { ENTITIES, type Entity } from '../../entities/entity.ts'
import type { Expression } from './expression.ts'
import { viewsIn } from './columns.ts'

export const SUBJECT_VIEWS = {
  customer: 'v_customers',
  company: 'v_companies',
  person: 'v_people',
} as const satisfies Record<Entity, string>

const VIEWS: ReadonlyMap<string, Entity> = new Map(
  ENTITIES.map((entity) => [SUBJECT_VIEWS[entity], entity] as const),
)

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
