import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import type { Comparison } from './comparison.ts'
import type { Deed } from './deed.ts'

interface Asked {
  readonly none?: boolean
  /** At least so many times. */
  readonly least?: number
  readonly within?: Window
}

/** That somebody did it, so often, or never, in a window or ever: the conditions of orders, purchases, events. */
export function deedCriteria(deed: Deed, { none = false, least = 1, within }: Asked): Criteria {
  const test: Comparison = none ? { op: '=', value: 0 } : { op: '>=', value: least }
  const counted = none || least > 1 ? test : {}
  const timed = within === undefined ? {} : { within }
  if (deed.did === 'event') {
    return {
      type: 'events',
      event: deed.event,
      ...counted,
      ...timed,
      ...(deed.where && { where: deed.where }),
    }
  }
  const { product, where } = deed
  const filtered = { ...timed, ...(where && { where }) }
  if (product === undefined) return { type: 'orders', measure: 'count', ...test, ...filtered }
  return none
    ? { type: 'purchases', match: 'none', of: product, ...filtered }
    : {
        type: 'purchases',
        match: 'any',
        of: product,
        ...(least > 1 && { measure: 'orders', ...test }),
        ...filtered,
      }
}

export const isPlainOrder = (deed: Deed): boolean =>
  deed.did === 'ordered' && deed.product === undefined && deed.where === undefined
