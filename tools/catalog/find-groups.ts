import { z } from 'zod'
import { apartWords, goalWords } from '#domain/profiles/living/figures.ts'
import { goals } from '#domain/profiles/living/goals/index.ts'
import { parametersOfGroup } from '#domain/profiles/living/persona-of.ts'
import { foundGroupsSchema, groupSchema, type ShownGroups } from '#domain/profiles/living/shown.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { previewed, previewedParameters } from '../answers/suggestions.ts'
import { defineTool } from '../define.ts'

const found = foundGroupsSchema.extend({
  groups: z.array(groupSchema.extend({ parameters: previewedParameters })),
})

export const findGroups = defineTool({
  name: 'find_groups',
  title: 'Find groups of customers',
  description: 'Groups customers by what they do, with parameters for build_persona.',
  input: z.strictObject({
    goal: z.enum(goals.map(({ id }) => id)),
    icp_id: z.string().optional().describe('Over customers; all of them when left out'),
  }),
  output: found,
  effect: 'read',
  async handler({ goal, icp_id }, ctx) {
    const { shown, offered } = await ctx.living.find({ goal, icp: icp_id }, { signal: ctx.signal })
    const groups: z.infer<typeof found>['groups'] = []
    for (const group of offered)
      groups.push({
        ...group.shown,
        parameters: await previewed([...parametersOfGroup(group.criteria)], ctx),
      })
    return { content: linesOf({ ...shown, groups }).join('\n'), details: { ...shown, groups } }
  },
})

function linesOf({
  icp,
  goal,
  groups,
  notes,
}: Omit<ShownGroups, 'groups'> & Pick<z.infer<typeof found>, 'groups'>): readonly string[] {
  return [
    `Groups ${icp === null ? 'among all customers' : `in the ICP ${fence(icp.name)} (${icp.id})`} for the goal “${goal.name}”`,
    ...notes,
    ...groups.flatMap((group, nth) => [
      `${nth + 1}. ${fence(group.name)}: ${countOf(group.size, 'customer')} (${group.percent})`,
      ...group.apart.map((apart) => `  - ${fence(apartWords(apart), 200)}`),
      ...(group.goal === null ? [] : [`  - ${goalWords(group.goal, goal.measure)}`]),
      `  - found again in parts of the data: ${group.stability}%; its filters find ${countOf(group.finds, 'customer')}: ${group.precision}% of them belong to it, and ${group.recall}% of it are among them`,
      `  - parameters: ${JSON.stringify(group.parameters)}`,
    ]),
  ]
}
