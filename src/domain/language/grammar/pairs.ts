import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Node } from './tree.ts'

export const WHICH_TWO = 'Which two do you mean by “not both”?'

/** Two that are named in one phrase: "either SMS or e-mail subscribers". */
export function pairOf(node: Node): readonly [Node, Node] | undefined {
  if (node.kind === 'any') {
    const [a, b, ...more] = node.of
    return a !== undefined && b !== undefined && more.length === 0 ? [a, b] : undefined
  }
  if (node.kind !== 'leaf') return undefined
  const { meaning } = node
  const parts = meaning.criteria === undefined ? undefined : alternativesIn(meaning.criteria)
  const [a, b, ...more] = parts ?? []
  if (a === undefined || b === undefined || more.length > 0) return undefined
  const half = (criteria: Criteria): Node => ({ ...node, meaning: { ...meaning, criteria } })
  return [half(a), half(b)]
}

/** What "or" joins in one condition or group: the branches, or a list's values one by one. */
function alternativesIn(criteria: Criteria): readonly Criteria[] | undefined {
  if (!isCondition(criteria)) return 'any' in criteria ? criteria.any : undefined
  if (criteria.type === 'attribute' && Array.isArray(criteria.value) && criteria.op === 'in') {
    return criteria.value.map((value) => ({ ...criteria, op: 'in', value: [String(value)] }))
  }
  if (criteria.type === 'purchases' && criteria.match === 'any') {
    const [[key, values] = [], ...more] = Object.entries(criteria.of).filter(([, of]) => of !== undefined)
    return key === undefined || more.length > 0 || !Array.isArray(values)
      ? undefined
      : values.map((value) => ({ ...criteria, of: { [key]: [value] } }))
  }
  if (criteria.type === 'rfm' && criteria.segment !== undefined) {
    return criteria.segment.map((name) => ({ ...criteria, segment: [name] }))
  }
  return undefined
}
