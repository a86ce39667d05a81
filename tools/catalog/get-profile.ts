import { z } from 'zod'
import type { Criteria } from '#domain/criteria/schema.ts'
import { parameterWords } from '#domain/profiles/parameter-words.ts'
import { profileSchema, profileVersionSchema } from '#domain/profiles/schema.ts'
import { standingSchema } from '#domain/profiles/standing/shown.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { fence } from '#kernel/untrusted.ts'
import { histogramLine, profileLine } from '../answers/profile-tree.ts'
import { defineTool, type ToolContext } from '../define.ts'

/** Of a long history the newest versions say what changed. */
const VERSIONS_SHOWN = 10

export const getProfile = defineTool({
  name: 'get_profile',
  title: 'Show an ICP or a persona',
  description: 'Shows an ICP or persona: its parameters, scores and versions.',
  input: z.strictObject({ profile_id: z.string().describe('Id, code or name') }),
  output: z.object({
    profile: profileSchema,
    /** Null while it scores nobody. */
    standing: standingSchema.nullable(),
    /** Each parameter in words. */
    words: z.array(z.string()),
    versions: z.array(profileVersionSchema),
  }),
  effect: 'read',
  async handler({ profile_id }, { profiles, standing, explanations, signal }) {
    const profile = profiles.get(profile_id)
    const icp = profile.icpId === null ? null : profiles.get(profile.icpId)
    const { icps } = await standing.tree({ signal })
    const node = icps.flatMap((each) => [each, ...each.personas]).find(({ id }) => id === profile.id)
    const scores = node?.standing ?? null
    const words = profile.parameters.map((parameter) =>
      parameterWords(parameter, (criteria) => wordsOrGone(criteria, explanations)),
    )
    const versions = [...profiles.versions(profile.id)]
    const content = [
      profileLine({ ...profile, standing: scores }),
      ...(icp === null ? [] : [`Persona inside ${fence(icp.name)} (${icp.id})`]),
      ...(profile.goal === '' ? [] : [`Goal: ${fence(profile.goal, 500)}`]),
      ...words.map((line) => `- ${fence(line, 1500)}`),
      ...(scores === null || scores.records === 0 ? [] : [`Scores: ${histogramLine(scores.histogram)}`]),
      ...versions
        .slice(-VERSIONS_SHOWN)
        .map(
          ({ version, name, status, deleted, at, by }) =>
            `Version ${version}, ${at}, by ${fence(by)}: ${fence(name)}, ${deleted ? 'deleted' : status}`,
        ),
    ].join('\n')
    return { content, details: { profile, standing: scores, words, versions } }
  },
})

/** What a parameter names may be gone; the profile can be looked at all the same. */
function wordsOrGone(criteria: Criteria, { words }: Pick<ToolContext['explanations'], 'words'>): string {
  try {
    return words(criteria)
  } catch (error) {
    if (error instanceof NotFoundError) return `something that is gone (${error.message})`
    throw error
  }
}
