import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Change, changeOf, type Edit, replacing, visit } from './edit.ts'

/** The largest part that is only about a condition goes with it: "not those who …" as a whole. */
export function withoutParts(
  current: Criteria,
  conditions: readonly Condition[],
  all: boolean,
): Change | undefined {
  const parts = [...new Set(conditions.map((condition) => wholeOf(current, condition)))]
  if (!all || parts.length === 1)
    return changeOf(
      parts.map((part) => replacing(current, part, undefined, 'taken out')),
      'Which part should go?',
    )
  let edit: Edit | undefined = { criteria: current, says: 'taken out', put: [], taken: [] }
  for (const part of parts) {
    const next: Edit | undefined = edit && replacing(edit.criteria, part, undefined, 'taken out')
    edit = next && { ...next, taken: [...(edit?.taken ?? []), part] }
  }
  return changeOf([edit], '')
}

function wholeOf(current: Criteria, condition: Condition): Criteria {
  let whole: Criteria = condition
  visit(current, (part) => {
    if ('none' in part && part.none.length === 1 && part.none[0] === condition) whole = part
    return true
  })
  return whole
}
