import type { OrderFilter } from '../../../conditions/shared/filters.ts'
import type { BehaviourContext, Trait } from './define.ts'
import { measured } from './measured.ts'

/** Bounds of shares are so many percent apart. */
export const PERCENT_GRID = 5

export const percent = (value: number): string => `${Math.round(value)}%`

/** Which percent of the orders a filter lets through. */
export function shareOfOrders(
  { plan }: BehaviourContext,
  said: Pick<Trait, 'id' | 'behaviour' | 'label'> & {
    readonly where: OrderFilter
    readonly more?: string
    readonly less?: string
  },
): Trait {
  const { where, more, less, ...trait } = said
  const side = (adjective: string, op: '>=' | '<=') => ({
    adjective,
    criteria: (value: number) => ({ type: 'share', of: 'orders', where, op, value }) as const,
  })
  return {
    ...trait,
    rows: 'orders',
    value: measured({ measure: 'share_of_orders', where }, plan),
    empty: null,
    scale: 'even',
    grid: PERCENT_GRID,
    shown: percent,
    ...(more !== undefined && { more: side(more, '>=') }),
    ...(less !== undefined && { less: side(less, '<=') }),
  }
}
