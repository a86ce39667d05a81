import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { isColumnTest, valuesTested, withTested } from './column-tests.ts'
import type { Node } from './tree.ts'

export const WHICH_TWO = 'Which two do you mean by “not both”?'

/**
 * What "but not both" is said of, as just one of the two: all of it, or the last that stands side by side: "fintechs on
 * Stripe or AWS but not both".
 */
export function notBothOf(node: Node): Node | undefined {
  const pair = pairOf(node)
  if (pair !== undefined) return { kind: 'xor', of: pair }
  if (node.kind !== 'all') return undefined
  const last = node.of.at(-1)
  const inner = last && notBothOf(last)
  return inner && { ...node, of: [...node.of.slice(0, -1), inner] }
}

/** Two that are named in one phrase: "either SMS or e-mail subscribers"; `listed`: "A and B" names two as well. */
export function pairOf(node: Node, listed = false): readonly [Node, Node] | undefined {
  if (node.kind === 'any') {
    const [a, b, ...more] = node.of
    return a !== undefined && b !== undefined && more.length === 0 ? [a, b] : undefined
  }
  if (node.kind !== 'leaf') return undefined
  const { meaning } = node
  const parts = meaning.criteria && alternativesIn(meaning.criteria, listed)
  const [a, b, ...more] = parts ?? []
  if (a === undefined || b === undefined || more.length > 0) return undefined
  const half = (criteria: Criteria): Node => ({ ...node, meaning: { ...meaning, criteria } })
  return [half(a), half(b)]
}

/**
 * What "or" joins in one condition or group: the branches, or a list's values one by one; `listed`: what "and" joins as
 * well, since where some of them are enough nobody means all.
 */
export function alternativesIn(criteria: Criteria, listed = false): readonly Criteria[] | undefined {
  if (!isCondition(criteria)) {
    if ('any' in criteria) return criteria.any
    return listed && 'all' in criteria ? criteria.all : undefined
  }
  if (criteria.type === 'company' || criteria.type === 'person')
    return isColumnTest(criteria)
      ? valuesTested(criteria)?.map((value) => withTested(criteria, [value]))
      : undefined
  // Somebody works at one company.
  if (criteria.type === 'works_at')
    return alternativesIn(criteria.company, listed)?.map((company) => ({ ...criteria, company }))
  if (criteria.type === 'attribute' && Array.isArray(criteria.value) && criteria.op === 'in') {
    return criteria.value.map((value) => ({ ...criteria, op: 'in', value: [String(value)] }))
  }
  if (criteria.type === 'purchases' && criteria.match === 'any') {
    const [[key, values] = [], ...more] = Object.entries(criteria.of).filter(([, of]) => of !== undefined)
    return key === undefined || more.length > 0 || !Array.isArray(values)
      ? undefined
      : values.map((value) => ({ ...criteria, of: { [key]: [value] } }))
  }
  // “used A or B”: either code is enough for one order, but not for two together.
  if ((criteria.type === 'orders' && criteria.measure === 'count') || criteria.type === 'events') {
    const { op, value, where } = criteria
    const [[key, values] = [], ...more] = Object.entries(where ?? {})
    const once = op === undefined || (op === '>=' && value === 1)
    if (!once || key === undefined || more.length > 0 || !Array.isArray(values)) return undefined
    return values.map((one) => ({ ...criteria, where: { [key]: [one] } }))
  }
  if (criteria.type === 'rfm' && criteria.segment !== undefined) {
    return criteria.segment.map((name) => ({ ...criteria, segment: [name] }))
  }
  return undefined
}
