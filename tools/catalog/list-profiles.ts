import { z } from 'zod'
import { sizedProfileSchema, sizesOf } from '#domain/profiles/sizes.ts'
import { icpNodeSchema, scoredSchema } from '#domain/profiles/standing/shown.ts'
import { icpLines, sizeLine, unfittedLines } from '../answers/profile-tree.ts'
import { defineTool } from '../define.ts'

/** More ICPs than this are of no use to a reader. */
const SHOWN = 30

export const listProfiles = defineTool({
  name: 'list_profiles',
  title: 'List profiles',
  description: 'Lists ICPs with their personas and sizes.',
  input: z.strictObject({
    ids: z.array(z.string()).max(SHOWN).optional(),
  }),
  output: z.object({
    icps: z.array(icpNodeSchema),
    scored: z.array(scoredSchema),
    /** Whom each fits, where ids were given. */
    sizes: z.array(sizedProfileSchema).optional(),
    /** How many both of two fit. */
    both: z.int().optional(),
  }),
  effect: 'read',
  async handler({ ids }, ctx) {
    const { standing, signal } = ctx
    if (ids !== undefined) {
      const { sizes, both } = await sizesOf(ctx, ids, signal)
      const content = [...sizes.map(sizeLine), ...(both === undefined ? [] : [`Both fit ${both} of them`])]
      return {
        content: content.join('\n'),
        details: { icps: [], scored: [], sizes, ...(both !== undefined && { both }) },
      }
    }
    const tree = await standing.tree({ signal })
    const rest = tree.icps.length - Math.min(tree.icps.length, SHOWN)
    const content = [
      tree.icps.length === 0 ? 'There are no ICPs yet' : `${tree.icps.length} ICPs:`,
      ...tree.icps.slice(0, SHOWN).flatMap(icpLines),
      ...(rest === 0 ? [] : [`… and ${rest} more ICPs`]),
      ...unfittedLines(tree),
    ].join('\n')
    return { content, details: tree }
  },
})
