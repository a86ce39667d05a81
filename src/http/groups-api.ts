/** Groups in what customers do. Part of api.ts. */
import type { ShownGroup, ShownGroups } from '#domain/profiles/living/shown.ts'
import type { ApiError } from './api.ts'

export type { DriftLine, PersonaDrift } from '#domain/profiles/living/shown.ts'

/** What groups can be found for. */
export interface GroupGoals {
  readonly goals: readonly { readonly id: string; readonly name: string; readonly measure: string }[]
}

/** A group, and the persona that it is saved as. */
export interface GroupView extends ShownGroup {
  readonly code: string
  /** As the domain writes them. */
  readonly parameters: unknown
}

export interface GroupsView extends Omit<ShownGroups, 'groups'> {
  readonly groups: readonly GroupView[]
}

/** One line of the answer while groups are looked for: how far it is, 0 to 1, then what was found, or what went wrong. */
export type GroupsLine =
  | { readonly done: number }
  | { readonly found: GroupsView }
  | { readonly error: ApiError }
