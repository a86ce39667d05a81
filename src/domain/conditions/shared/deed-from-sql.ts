import type { Expression } from '../../criteria/sql/expression.ts'
import type { SqlContext } from '../../criteria/sql/reading.ts'
import { oneOf, take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { Window } from '../../time/window.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import type { Deed } from './deed.ts'
import { takeEventFilter } from './event-rows-from-sql.ts'
import { takeOrderScope } from './order-rows-from-sql.ts'
import { isNamed } from './product-filter-from-sql.ts'

export interface TakenDeed {
  readonly deed: Deed
  readonly within?: Window
  /** The column that says when it was done. */
  readonly at: 'ordered_at' | 'occurred_at'
}

/** Takes what was done, and when, out of the tests of rows of a view; undefined for rows that are no deeds. */
export function takeDeed(
  view: string | undefined,
  tests: Expression[],
  ctx: SqlContext,
): TakenDeed | undefined {
  const { deed, within } = deedOf(view, tests, ctx)
  if (deed === undefined) return undefined
  const at = view === 'v_events' ? 'occurred_at' : 'ordered_at'
  return { deed, at, ...(within === undefined ? {} : { within }) }
}

function deedOf(
  view: string | undefined,
  tests: Expression[],
  ctx: SqlContext,
): { readonly deed?: Deed; readonly within?: Window } {
  switch (view ?? '') {
    case 'v_events': {
      const event = take(tests, oneOf('type'))?.map((value) => ctx.spelled('event', value))
      const { within } = takeWindow(tests, isNamed('occurred_at'), ctx)
      const where = takeEventFilter(tests, ctx)
      if (event === undefined) return {}
      return {
        deed: { did: 'event', event, ...(where === undefined ? {} : { where }) },
        ...(within && { within }),
      }
    }
    case 'v_orders': {
      const { within, where } = takeOrderScope(tests, ctx)
      return {
        deed: { did: 'ordered', ...(where === undefined ? {} : { where }) },
        ...(within && { within }),
      }
    }
    case 'v_items': {
      const { within, where, of } = takeLines(tests, ctx)
      if (of === undefined) return {}
      return {
        deed: { did: 'ordered', product: of, ...(where === undefined ? {} : { where }) },
        ...(within && { within }),
      }
    }
    default:
      return {}
  }
}
