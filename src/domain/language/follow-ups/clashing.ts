import { clashOf } from '../../criteria/unite.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { allOf } from '../grammar/meaning.ts'
import { conjuncts, type Edit } from './edit.ts'
import { addValues, matchingIn, replaceMatching } from './edit-values.ts'

const parts = (criteria: Criteria) => conjuncts(criteria).map((part) => [part])

/** Whether a change asks for what nobody can meet together, such as to be in Dublin and in Leeds. */
export const clashes = (current: Criteria, { criteria }: Edit): boolean =>
  clashOf(parts(criteria)) !== undefined && clashOf(parts(current)) === undefined

/**
 * What was said can only be meant in the place of what is at hand, beside it, or by itself. Where it says something
 * of all that is at hand, the first and the last are the same, and it is meant so.
 */
export function insteadOfBoth(current: Criteria, { put }: Edit): readonly Edit[] {
  const said = allOf(put)
  const anew: Edit = { criteria: said, says: 'begin anew', put: [...put], taken: [] }
  const instead = replaceMatching(current, said)
  const held = conjuncts(current)
  if (held.every((part) => put.some((one) => matchingIn(part, one).length > 0))) return [anew]
  const joined = addValues(current, said, 'or')
  return [
    ...(instead?.kind === 'edit' && !clashes(current, instead.edit) ? [instead.edit] : []),
    ...(joined?.kind === 'edit' ? [joined.edit] : []),
    anew,
  ]
}
