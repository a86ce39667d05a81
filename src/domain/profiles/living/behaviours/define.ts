import type { RawBuilder } from 'kysely'
import type { PlanContext } from '../../../conditions/define.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import type { DictionaryField } from '../../../vocabulary/dictionary.ts'
import type { RowsName } from '../rows.ts'

/** One end of a trait, and the criteria of whoever is at a bound there or beyond it. */
export interface Side {
  /** Stands before "buyers": `late-night`. */
  readonly adjective: string
  criteria(bound: number): Criteria
}

/**
 * Something that customers do, as a number of each. The criteria of its sides ask for exactly this number, so that a
 * bound found in the numbers holds for the same customers as a condition.
 */
export interface Trait {
  /** The same for the same thing in other runs: `device:mobile`. */
  readonly id: string
  /** What it is an aspect of: all aspects of one behaviour together weigh as much as any other behaviour. */
  readonly behaviour: string
  /** The rows that it is read from. */
  readonly rows: RowsName
  /** Over the rows of one customer; null where nobody can know. */
  readonly value: RawBuilder<unknown>
  /** The number of a customer without any row. */
  readonly empty: 0 | null
  /** `log` where the largest would outweigh all others: numbers of clicks, days. */
  readonly scale: 'even' | 'log'
  /** It grows with the number of orders alone: that part of it sets nobody apart. */
  readonly growsWithOrders?: true
  /** Bounds are multiples of it. */
  readonly grid: number
  /** `74%`, `12 days` */
  shown(value: number): string
  /** Follows the number: `of orders on mobile`. */
  readonly label: string
  readonly more?: Side
  readonly less?: Side
}

export interface BehaviourContext {
  readonly plan: PlanContext
  /** The values of a field, the most frequent first. */
  values(field: DictionaryField): readonly { readonly value: string; readonly label: string }[]
}

/**
 * One kind of behaviour that customers are grouped by: its traits in this workspace, each with how it is read, scaled,
 * said, and asked for in criteria.
 *
 * @example see discount.ts
 */
export interface Behaviour {
  readonly name: string
  traits(ctx: BehaviourContext): readonly Trait[]
}
