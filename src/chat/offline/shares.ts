import type { Command } from '#domain/language/interpretation.ts'

import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import { percentOf } from '#kernel/text.ts'
import type { Step } from './heard.ts'
import { call, type Call, type Move, say, tell } from './move.ts'
import { previewIn } from './results.ts'

const counting = (criteria: unknown): Call => ({
  tool: 'validate_criteria',
  input: { criteria, assumptions: [] },
})

/** Counts whom the share is of, then those among them: “213 of 382 customers (56 %) …”. */
export function shareMove(
  { of, those, words }: Command & { readonly do: 'share' },
  steps: readonly Step[],
): Move {
  const [first, second] = of === undefined ? [undefined, steps[0]] : steps
  if (steps.length === 0) return { calls: [...(of === undefined ? [] : [counting(of)]), counting(those)] }
  const base = first && previewIn(first)
  const found = second && previewIn(second)
  if (of !== undefined && first !== undefined && base === undefined) return tell(first)
  if (second === undefined) return call('validate_criteria', counting(those).input)
  if (found === undefined) return tell(second)
  const all = base?.count ?? found.total
  const { entity } = found
  const whom = base === undefined ? '' : ` ${ENTITY_WORDS[entity].relative} ${base.words}`
  if (all === 0) return say(`Nobody is there to have a share of: ${countOfEntity(0, entity)}${whom}.`)
  return say(
    `**${found.count.toLocaleString('en-US')} of ${countOfEntity(all, entity)}**${whom} (${percentOf(found.count, all)}) ${words}.`,
  )
}

/** Counts the groups that are described, then compares the two. */
export function groupsComparedMove(
  { groups }: Command & { readonly do: 'compare_groups' },
  steps: readonly Step[],
  atHand: string | undefined,
): Move {
  const described = groups.filter(({ criteria }) => criteria !== undefined)
  const counted = steps.slice(0, described.length)
  if (counted.length < described.length)
    return { calls: described.slice(counted.length).map(({ criteria }) => counting(criteria)) }
  const failed = counted.find((step) => previewIn(step) === undefined)
  if (failed !== undefined) return tell(failed)
  const compared = steps[described.length]
  if (compared !== undefined) return tell(compared)
  const [first, second] = groups.map((group) => {
    if (group.segment !== undefined) return { segment_id: group.segment }
    const step = counted[described.indexOf(group)]
    return { preview_id: (step && previewIn(step)?.id) ?? atHand }
  })
  return call('compare_segments', { first, second })
}
