/** Criteria that are built by hand, as the web app and other clients see them. Part of api.ts. */
import type { Entity } from '#domain/entities/entity.ts'

export type {
  CriteriaForms,
  FormField,
  FormInput,
  ShownForm,
} from '#domain/criteria/shown-form.ts'

/** Criteria to begin with, as the domain writes them. */
export interface CriteriaAtHand {
  readonly criteria: unknown
  readonly entity: Entity
  /** The segment that they are of; `editable`: people may change it. */
  readonly segment: { readonly id: string; readonly name: string; readonly editable: boolean } | null
}

export interface CountCriteria {
  readonly criteria: unknown
}

export interface CriteriaCount {
  readonly entity: Entity
  /** Completes "Customers who …". */
  readonly words: string
  readonly count: number
  readonly total: number
  readonly asOf: string
}

/** A proposal to change a segment’s criteria, or to create a segment. */
export type DraftCriteria =
  | { readonly criteria: unknown; readonly segment: string }
  | { readonly criteria: unknown; readonly name: string; readonly description?: string }
