import type { Criteria } from '#domain/criteria/schema.ts'
import type { Command } from '#domain/language/interpretation.ts'
import { countOf, joinWords } from '#kernel/text.ts'
import type { Step } from './heard.ts'
import { type Call, type Move, say, tell } from './move.ts'
import { previewIn, proposalIn } from './results.ts'
import { unmarked } from './say.ts'

type Split = Command & { readonly do: 'split' }

const counting = (criteria: Criteria): Call => ({
  tool: 'validate_criteria',
  input: { criteria, assumptions: [] },
})

/** Counts each part and whoever is in none, then drafts a segment of each that somebody is in: one proposal for each. */
export function splitMove({ parts, left }: Split, steps: readonly Step[]): Move {
  const wanted = [...parts.map(({ criteria }) => criteria), ...(left === undefined ? [] : [left])]
  if (steps.length < wanted.length) return { calls: wanted.slice(steps.length).map(counting) }
  const previews = steps.slice(0, wanted.length).map(previewIn)
  const failed = previews.findIndex((preview) => preview === undefined)
  const unread = steps[failed]
  if (unread !== undefined) return tell(unread)
  const counted = parts.map(({ name }, at) => ({ name, preview: previews[at] }))
  const some = counted.flatMap(({ name, preview }) =>
    preview !== undefined && preview.count > 0 ? [{ name, preview }] : [],
  )
  const drafts = steps.slice(wanted.length)
  if (drafts.length < some.length)
    return {
      calls: some
        .slice(drafts.length)
        .map(({ name, preview }) => ({ tool: 'create_segment', input: { preview_id: preview.id, name } })),
    }
  const none = counted.filter(({ preview }) => preview?.count === 0).map(({ name }) => `“${unmarked(name)}”`)
  const rest = left === undefined ? undefined : previews[parts.length]?.count
  return say(
    [
      some.length === 0 ? 'Nobody is in any of these parts, so nothing was drafted.' : many(some.length),
      drafts.map(lineOf).join('\n'),
      none.length === 0 || some.length === 0 ? '' : `Nobody is in ${joinWords(none, 'or')}: not drafted.`,
      rest === undefined
        ? ''
        : rest === 0
          ? 'Nobody is left over.'
          : `Left over, in none of them: ${countOf(rest, 'customer')}.`,
      some.length === 0
        ? ''
        : 'Nothing has been changed, and what is split stays as it is: confirm them one by one, or leave them.',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  )
}

const many = (count: number): string =>
  count === 1 ? 'One segment is drafted:' : `${count} segments are drafted, one proposal for each:`

function lineOf(step: Step): string {
  const proposal = proposalIn(step)
  if (proposal !== undefined)
    return `- ${proposal.summary}${proposal.preview === null ? '' : `, who ${proposal.preview.words}`}`
  const told = tell(step)
  return `- ${'say' in told ? told.say : ''}`
}
