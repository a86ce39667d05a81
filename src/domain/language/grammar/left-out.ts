import type { Criteria } from '../../criteria/schema.ts'
import type { Joint } from './joints.ts'
import { passFillers, type State } from './sentence-state.ts'
import type { Node } from './tree.ts'

/** "except Americans and anyone who …": new people behind a plain "and" or "or" are left out as well. */
export function leavesOutMore({ reading }: State, { op, level, end }: Joint): boolean {
  const word = reading.tokens[end]?.word ?? ''
  if (/^(?:anyone|anybody|whoever)$/.test(word)) return true
  const plain = op !== 'comma' && level < 2
  return plain && /^(?:everyone|everybody|people|those|customers|shoppers)$/.test(word)
}

/** "not", "no", "without" or "anyone but" right before: a plain denial, with no word such as "except". */
export const isPlainDenial = ({ reading, at }: State): boolean =>
  /^(?:not|no|without|but)$/.test(reading.tokens[at - 1]?.word ?? '')

/**
 * Whether what begins at a token names more of what is left out: "SaaS, not in Germany, 50+ people" goes on with
 * something else. Of customers everything that is a name goes on.
 */
export function isMoreOf(state: State, node: Node, at: number): boolean {
  if (state.reading.entity === 'customer') return true
  const next = state.unit(state.reading, passFillers(state, at))?.value.criteria
  const held = node.kind === 'leaf' ? node.meaning.criteria : undefined
  return held !== undefined && next !== undefined && fieldsIn(held) === fieldsIn(next)
}

/** The columns that are tested, those of an employer as well. */
const fieldsIn = (criteria: Criteria): string =>
  [...new Set([...JSON.stringify(criteria).matchAll(/"field":"(\w+)"/g)].map(([, field = '']) => field))]
    .toSorted()
    .join()
