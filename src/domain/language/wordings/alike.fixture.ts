import { canonicalJson } from '#kernel/hash.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupFrom, groupOf } from '../../criteria/walk.ts'
import { withoutImplied } from './implied.fixture.ts'

/**
 * Criteria in one way of writing where conditions of purchases, events, windows and fields have several that surely
 * mean the same: “2 weeks” and “14 days”, “an order that contains Tea” and “bought Tea”, “no visits” and “not visited”.
 */
export function alike(node: Criteria): Criteria {
  if (isCondition(node)) return bought(ordered(node))
  const { group, branches } = groupOf(node)
  const inner = branches.map(alike).flatMap((one) => (group === 'all' && 'all' in one ? one.all : [one]))
  return groupFrom(group, group === 'all' ? withoutImplied(inner) : inner)
}

/** Purchases, counts and windows in one way of writing. */
function bought(condition: Condition): Criteria {
  const one = inside(condition)
  if (one.type === 'purchases') {
    if (one.op === '=' && one.value === 0) {
      const { op: _op, value: _value, measure: _measure, ...some } = one
      return { none: [apart(some)] }
    }
    if (one.match === 'none') return { none: [apart({ ...one, match: 'any' })] }
    return one.match === 'any' && one.op === undefined ? apart(one) : whole(one)
  }
  if (one.type === 'events') {
    if (one.op !== '=' || one.value !== 0) return whole(one)
    const { op: _op, value: _value, ...some } = one
    return { none: [some] }
  }
  if (one.type === 'rfm') return scored(one)
  if (one.type === 'items') return whole(one)
  if (one.type !== 'orders' || one.where?.contains === undefined) return one
  const contains = one.where.contains.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1))
  return { ...one, where: { ...one.where, contains } }
}

/** Whole numbers: more than 2 are at least 3. */
function whole<Counted extends Condition & { op?: string | undefined; value?: unknown }>(
  one: Counted,
): Counted {
  if (typeof one.value !== 'number' || ('measure' in one && one.measure === 'spend')) return one
  if (one.op === '>') return { ...one, op: '>=', value: one.value + 1 }
  return one.op === '<' ? { ...one, op: '<=', value: one.value - 1 } : one
}

/** Scores apart, as of a pattern: `111` is the best recency, frequency and monetary score. */
function scored({
  type,
  segment,
  recency,
  frequency,
  monetary,
  pattern,
}: Extract<Condition, { type: 'rfm' }>): Criteria {
  const any = (
    of: 'recency' | 'frequency' | 'monetary',
    scores: readonly number[] | undefined,
  ): Criteria[] =>
    scores === undefined ? [] : [{ any: scores.map((score): Criteria => ({ type, [of]: [score] })) }]
  const patterns = pattern?.map((text): Criteria => {
    const [r, f, m] = [...text].map((sign) => (sign === '*' ? undefined : [Number(sign)]))
    return { all: [...any('recency', r), ...any('frequency', f), ...any('monetary', m)] }
  })
  const all = [
    ...(segment === undefined ? [] : [{ type, segment }]),
    ...any('recency', recency),
    ...any('frequency', frequency),
    ...any('monetary', monetary),
    ...(patterns === undefined ? [] : [{ any: patterns }]),
  ]
  return { all }
}

type Purchases = Extract<Condition, { type: 'purchases' }>

/** Any of several products: any of these purchases. */
function apart(one: Purchases): Criteria {
  const [only, more] = Object.entries(one.of)
  if (only === undefined || more !== undefined || !Array.isArray(only[1])) return one
  const [key, values] = [only[0], only[1]]
  return { any: values.map((value) => ({ ...one, of: { [key]: [value] } })) }
}

/** Orders that hold one kind of product, as purchases of it. */
function ordered(condition: Condition): Condition {
  if (condition.type !== 'orders' || condition.measure !== 'count') return condition
  const { contains, ...where } = condition.where ?? {}
  const [only, more] = contains ?? []
  if (only === undefined || more !== undefined || only.units !== undefined) return condition
  const { op, value } = condition
  const { units: _units, ...of } = only
  const rest = {
    of,
    ...(condition.within === undefined ? {} : { within: condition.within }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
  }
  if (op === '=' && value === 0) return { type: 'purchases', match: 'none', ...rest }
  if (op === '>=' && value === 1) return { type: 'purchases', match: 'any', ...rest }
  if (op === undefined || value === undefined) return condition
  return { type: 'purchases', match: 'any', ...rest, measure: 'orders', op, value }
}

/** Lists in order, weeks as days. */
function inside<Node>(node: Node): Node {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the same shape, with other numbers and another order
  return written(node) as Node
}

function written(node: unknown): unknown {
  if (Array.isArray(node)) {
    const parts: readonly unknown[] = node.map(written)
    const listed = parts.every((part) => typeof part === 'string')
    return listed ? parts.toSorted() : parts
  }
  if (typeof node !== 'object' || node === null) return node
  const parts = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, written(value)]))
  if (parts['op'] === '>' && typeof parts['value'] === 'number' && Object.keys(parts).length === 2)
    return parts
  const of = parts['unit'] === 'week' ? 7 : parts['unit'] === 'hour' ? 1 / 24 : undefined
  const numbers = ['n', 'from', 'to'].filter((key) => typeof parts[key] === 'number')
  if (of === undefined || parts['kind'] === 'calendar' || numbers.length === 0) return parts
  const days = numbers.map((key) => [key, Number(parts[key]) * of] as const)
  if (!days.every(([, count]) => Number.isInteger(count))) return parts
  return { ...parts, ...Object.fromEntries(days), unit: 'day' }
}
