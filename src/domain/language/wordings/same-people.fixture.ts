import { canonicalJson } from '#kernel/hash.ts'
import type { Condition } from '../../conditions/index.ts'
import type { OrdersCondition } from '../../conditions/orders/orders.ts'
import { isCondition } from '../../criteria/node.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupFrom, groupOf } from '../../criteria/walk.ts'
import { alike } from './alike.fixture.ts'
import { withoutImplied } from './implied.fixture.ts'

/**
 * Whether two criteria surely have the same members, however they are written: “more than one order” and “at least two”,
 * “not at least 3 times” and “fewer than 3 times”, “an order over 200” and “a largest order over 200”.
 */
export const samePeople = (one: Criteria, other: Criteria): boolean => written(one) === written(other)

const written = (criteria: Criteria): string =>
  canonicalJson(sorted(normalCriteria(plain(alike(criteria), false))))

/** Without a “none” around groups, nor around numbers that everybody has. */
function plain(node: Criteria, denied: boolean): Criteria {
  if (isCondition(node)) return plainCondition(node, denied)
  const { group, branches } = groupOf(node)
  if (group === 'none') return plain({ any: branches }, !denied)
  const inner = branches.map((branch) => plain(branch, denied))
  if ((group === 'all') === denied) return { any: inner }
  return { all: withoutImplied(inner.flatMap((branch) => ('all' in branch ? branch.all : [branch]))) }
}

function plainCondition(condition: Condition, denied: boolean): Criteria {
  if (condition.type === 'nth_order') return plainNth(condition, denied)
  if (condition.type !== 'orders') return denied ? { none: [condition] } : condition
  const { measure, op, value } = condition
  if (measure === 'largest' && op?.startsWith('>') && typeof value === 'number') {
    const where = { ...condition.where, total: { op, value } }
    return plainCondition({ ...condition, measure: 'count', op: '>=', value: 1, where }, denied)
  }
  if (measure !== 'count' && measure !== 'spend') return denied ? { none: [condition] } : condition
  const parts = ends(condition).map((part) => (denied ? denial(part) : part))
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : denied ? { any: parts } : { all: parts }
}

/** The time of the first and of the last order, said of that order and of nothing else. */
function plainNth(condition: Extract<Condition, { type: 'nth_order' }>, denied: boolean): Criteria {
  const { nth, during, where } = condition
  const dated = during !== undefined && where === undefined && (nth === 1 || nth === 'last')
  const same: Condition = dated
    ? { type: 'orders', measure: nth === 1 ? 'first_date' : 'last_date', during }
    : condition
  return denied ? { none: [same] } : same
}

/** The ends of a number, those of whole ones with the number itself. */
function ends(condition: OrdersCondition): readonly OrdersCondition[] {
  const { measure, op, value } = condition
  if (op === 'between' && Array.isArray(value)) {
    const low: OrdersCondition = { ...condition, op: '>=', value: value[0] }
    const high: OrdersCondition = { ...condition, op: '<=', value: value[1] }
    return value[0] === 0 ? [high] : [low, high]
  }
  if (typeof value !== 'number') return [condition]
  if (op === '=') return ends({ ...condition, op: 'between', value: [value, value] })
  if (measure === 'count' && op === '>') return [{ ...condition, op: '>=', value: value + 1 }]
  if (measure === 'count' && op === '<') return [{ ...condition, op: '<=', value: value - 1 }]
  return [condition]
}

const OPPOSITE = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const

function denial(condition: OrdersCondition): Criteria {
  const { op } = condition
  if (op !== '>' && op !== '>=' && op !== '<' && op !== '<=') return { none: [condition] }
  const [part = condition] = ends({ ...condition, op: OPPOSITE[op] })
  return part
}

function sorted(node: Criteria): Criteria {
  if (isCondition(node)) return node
  const { group, branches } = groupOf(node)
  return groupFrom(
    group,
    branches.map(sorted).toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
  )
}
