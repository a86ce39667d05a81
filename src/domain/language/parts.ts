import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { isCondition } from '../criteria/node.ts'
import { normalCriteria } from '../criteria/normal.ts'
import type { Criteria } from '../criteria/schema.ts'
import { groupOf } from '../criteria/walk.ts'
import { isColumnTest, valuesTested } from './grammar/column-tests.ts'

/** One thing that criteria ask for, or that they leave out. */
export interface Part {
  /** Equal where the same is meant; one value of a list is a part by itself. */
  readonly key: string
  /** Equal where nothing but numbers differs. */
  readonly shape: string
  readonly numbers: readonly number[]
  readonly criteria: Criteria
}

/** What criteria ask for, or leave out, one by one. */
export const partsOf = (criteria: Criteria, denied = false): Part[] =>
  partsIn(normalCriteria(criteria), denied)

function partsIn(criteria: Criteria, denied: boolean): Part[] {
  if (!isCondition(criteria)) {
    const { group, branches } = groupOf(criteria)
    return branches.flatMap((part) => partsIn(part, group === 'none' ? !denied : denied))
  }
  const not = denied ? 'not ' : ''
  const json = canonicalJson(criteria)
  const part = {
    shape: not + json.replace(NUMBER, '0'),
    numbers: (json.match(NUMBER) ?? []).map(Number),
    criteria: denied ? { none: [criteria] } : criteria,
  }
  // One value by itself accounts for its place in a list.
  const tested = isColumnTest(criteria) ? valuesTested(criteria) : undefined
  const keys =
    isColumnTest(criteria) && tested !== undefined
      ? tested.map((value) => `${criteria.type} ${criteria.field} ${value}`)
      : [json]
  return keys.map((key) => ({ ...part, key: foldText(not + key) }))
}

/** A number of JSON, which no letter stands before. */
const NUMBER = /(?<=[:,[])-?\d+(?:\.\d+)?/g
