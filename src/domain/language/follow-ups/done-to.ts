import type { Condition } from '../../conditions/index.ts'

/** "bought instead of viewed": what it was done to and when stay. */
export function sameDoneTo(held: Condition, next: Condition): Condition {
  if (next.type === 'orders' && held.type === 'events') {
    if (next.measure !== 'count' || next.within !== undefined || next.where !== undefined) return next
    const { within, where } = held
    const timed = within === undefined ? {} : { within }
    return where?.product === undefined
      ? { ...next, ...timed }
      : { type: 'purchases', match: next.value === 0 ? 'none' : 'any', of: where.product, ...timed }
  }
  if (next.type === 'events' && held.type === 'purchases' && next.where === undefined) {
    const timed = held.within === undefined || next.within !== undefined ? {} : { within: held.within }
    return { ...next, where: { product: held.of }, ...timed }
  }
  return next
}
