import type { Command } from '#domain/language/interpretation.ts'
import { apartWords, goalWords } from '#domain/profiles/living/figures.ts'
import { foundGroupsSchema, type ShownGroups } from '#domain/profiles/living/shown.ts'
import { countOf } from '#kernel/text.ts'
import type { Step } from './heard.ts'
import { call, type Move, say, tell } from './move.ts'
import { unmarked } from './say.ts'

/** Looks for groups, then tells them. */
export function groupsMove(
  { goal, icp }: Command & { readonly do: 'find_groups' },
  steps: readonly Step[],
): Move {
  const [found] = steps
  if (found === undefined) return call('find_groups', { goal, ...(icp === undefined ? {} : { icp_id: icp }) })
  const shown = 'error' in found.answer ? undefined : foundGroupsSchema.safeParse(found.answer.details).data
  return shown === undefined ? tell(found) : say(sayGroups(shown))
}

function sayGroups({ icp, goal, groups, notes }: ShownGroups): string {
  const listed = groups.map(({ name, size, percent, apart, goal: figures }, nth) =>
    [
      `${nth + 1}. **${unmarked(name)}**: ${countOf(size, 'customer')} (${percent})`,
      ...apart.map((trait) => `   - ${unmarked(apartWords(trait))}`),
      ...(figures === null ? [] : [`   - ${goalWords(figures, goal.measure)}`]),
    ].join('\n'),
  )
  const save =
    icp === null
      ? 'To save some as personas, look for groups inside an ICP over customers.'
      : `To save some as personas, open the ICP ${unmarked(icp.name)} and choose “Find groups”.`
  return [...notes, ...listed, ...(groups.length === 0 ? [] : [save])].join('\n\n')
}
