import type { Operator } from '../../conditions/shared/comparison.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** What is said where people without any order pass a test; needless beside a condition that only buyers meet. */
export const NON_BUYERS =
  'People who have never bought are in too; add “and bought before” to leave them out.'
export const NEVER = '“not bought”, without a time, is read as never bought.'
export const NO_SPENDING =
  'People who have never bought count as having spent 0, so they are in; add “and bought before” to leave them out.'

/** Whether only people with an order meet the criteria. */
export function onlyBuyers(criteria: Criteria): boolean {
  if (!isCondition(criteria)) {
    if ('all' in criteria) return criteria.all.some(onlyBuyers)
    if ('any' in criteria) return criteria.any.every(onlyBuyers)
    return criteria.none.some(allNonBuyers)
  }
  if (
    criteria.type === 'rank' ||
    criteria.type === 'rfm' ||
    criteria.type === 'nth_order' ||
    criteria.type === 'share' ||
    criteria.type === 'change' ||
    criteria.type === 'order_gap'
  )
    return true
  // Against 0 orders, one visit is more.
  if (criteria.type === 'figures') return criteria.left.from === 'orders' && criteria.right.from === 'orders'
  if (criteria.type === 'sequence')
    return criteria.first.did === 'ordered' || (criteria.next.did === 'ordered' && criteria.not !== true)
  if (criteria.type === 'moment' || criteria.type === 'restarted' || criteria.type === 'regular')
    return criteria.deed.did === 'ordered'
  if (criteria.type === 'anniversary') return criteria.of === 'first_order'
  if (criteria.type === 'purchases')
    return criteria.match !== 'none' && (criteria.op === undefined || criteria.op.startsWith('>'))
  if (criteria.type === 'items') return passesOnlyAbove(criteria)
  if (criteria.type !== 'orders') return false
  if (criteria.measure === 'first_date' || criteria.measure === 'last_date') return true
  if (criteria.measure === 'average' || criteria.measure === 'largest' || criteria.measure === 'smallest')
    return true
  return passesOnlyAbove(criteria)
}

/** Whether everybody without an order meets the criteria, as “have never ordered”: whoever does not has bought. */
const allNonBuyers = (criteria: Criteria): boolean =>
  isCondition(criteria) &&
  criteria.type === 'orders' &&
  (criteria.measure === 'count' || criteria.measure === 'spend') &&
  (criteria.op === '=' || criteria.op === '<=' || criteria.op === '<') &&
  (criteria.value === 0 ? criteria.op !== '<' : criteria.op !== '=')

/** Whether 0 fails the test, and everything under it. */
function passesOnlyAbove({
  op,
  value,
}: {
  op?: Operator | undefined
  value?: number | [number, number] | undefined
}): boolean {
  const low = Array.isArray(value) ? value[0] : value
  const up = op === '>' || op === '>=' || op === '=' || op === 'between'
  return up && low !== undefined && (low > 0 || (op === '>' && low === 0))
}
