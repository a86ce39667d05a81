import type { Bitset } from '../../members/bitset.ts'
import type { DataVersions } from '../../members/members.ts'
import type { Found } from './grouping/find.ts'
import type { GoalContrast, TraitContrast } from './grouping/contrast.ts'
import type { BehaviourPlan } from './plan.ts'

/** Customers whose behaviour is read, at exactly these versions of the data. */
export interface GroupsTask {
  readonly plan: BehaviourPlan
  readonly at: DataVersions
  readonly within: Bitset
  /** With fewer orders nobody's habits can be told. */
  readonly leastOrders: number
  /** Find groups among them, or say how sets of them stand beside all others. */
  readonly work: { readonly kind: 'find' } | { readonly kind: 'contrast'; readonly sets: readonly Bitset[] }
}

/** A set of customers beside all others of those whose behaviour can be told. */
export interface SetContrast {
  /** All of them, whether or not their behaviour can be told. */
  readonly size: number
  readonly contrasts: readonly TraitContrast[]
  readonly goal: GoalContrast | null
}

export type GroupsAnswer =
  /** The data is not at those versions (any more). */
  | { readonly kind: 'moved' }
  /** `told`: of how many customers the behaviour can be told. */
  | { readonly kind: 'found'; readonly told: number; readonly found: Found }
  | { readonly kind: 'contrasted'; readonly told: number; readonly sets: readonly SetContrast[] }

export interface GroupsSettings {
  readonly databasePath: string
  readonly task: GroupsTask
}
