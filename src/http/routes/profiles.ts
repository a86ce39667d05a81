import { Hono } from 'hono'
import { z } from 'zod'
import type { Criteria } from '#domain/criteria/schema.ts'
import { freeCode } from '#domain/profiles/code.ts'
import { countProfile } from '#domain/profiles/count.ts'
import type { Parameter } from '#domain/profiles/parameter.ts'
import type { Profile } from '#domain/profiles/schema.ts'
import { shownProfileSchema } from '#domain/profiles/shown.ts'
import { profileTreeSchema } from '#domain/profiles/standing/shown.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { freeCodeAnswer, profileCountAnswer, profileViewAnswer } from '../answers/profiles.ts'
import type {
  CountProfile,
  ParameterView,
  ProfileCount,
  ProfileTree,
  ProfileView,
  SuggestCode,
} from '../api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const countSchema: z.ZodType<CountProfile> = z.strictObject({
  parameters: z.unknown(),
  icp: z.string().exactOptional(),
})
const codeSchema: z.ZodType<SuggestCode> = z.strictObject({
  name: z.string().max(200),
  icp: z.string().exactOptional(),
})

/** ICPs and personas, for looking; and a count of one that is built by hand. */
export const profileRoutes = ({ services }: Pick<HttpDeps, 'services'>) => {
  const { profiles, standing, living, explanations } = services
  /** What a parameter names may be gone. */
  const wordsOf = (criteria: Criteria) => {
    try {
      return explanations.words(criteria)
    } catch (error) {
      if (error instanceof NotFoundError) return null
      throw error
    }
  }
  const shownParameter = (parameter: Parameter): ParameterView => ({
    mode: parameter.mode,
    words: wordsOf(parameter.criteria),
    criteria: parameter.criteria,
    weight: parameter.mode === 'score' ? parameter.weight : null,
    grades:
      parameter.mode === 'score'
        ? (parameter.grades ?? []).map((grade) => ({ ...grade, words: wordsOf(grade.criteria) }))
        : [],
  })

  async function view(profile: Profile, signal: AbortSignal): Promise<ProfileView> {
    const tree = await standing.tree({ signal })
    const icp = profile.icpId === null ? profile : profiles.get(profile.icpId)
    const node = found(tree.icps.find(({ id }) => id === icp.id))
    const isIcp = profile.id === icp.id
    return {
      ...shownProfileSchema.parse(profile),
      icp: isIcp ? null : shownProfileSchema.parse(icp),
      parameters: profile.parameters.map(shownParameter),
      standing: (isIcp ? node : found(node.personas.find(({ id }) => id === profile.id))).standing,
      personas: isIcp ? node.personas : [],
      personaEntity: node.personaEntity,
      noPersona: isIcp ? node.noPersona : null,
      scored: found(tree.scored.find(({ entity }) => entity === profile.entity)),
      drift: living.drift(profile.id),
      versions: [...profiles.versions(profile.id)],
    }
  }

  return new Hono<SignedInEnv>()
    .get(
      '/',
      about({ does: 'ICPs, each with its personas', answer: { ProfileTree: profileTreeSchema } }),
      async (c) => c.json((await standing.tree({ signal: c.req.raw.signal })) satisfies ProfileTree),
    )
    .post(
      '/count',
      about({
        does: 'Count a profile while it is built; an error’s path begins at `parameters`',
        body: { CountProfile: countSchema },
        answer: { ProfileCount: profileCountAnswer },
      }),
      async (c) => {
        const { parameters, icp } = await readBody(c, countSchema)
        const counted = await countProfile(services, { parameters, icp, signal: c.req.raw.signal })
        return c.json(counted satisfies ProfileCount)
      },
    )
    .post(
      '/code',
      about({
        does: 'A code that is free',
        body: { SuggestCode: codeSchema },
        answer: { FreeCode: freeCodeAnswer },
      }),
      async (c) => {
        const { name, icp } = await readBody(c, codeSchema)
        return c.json({ code: freeCode(profiles, icp === undefined ? null : profiles.get(icp).id, name) })
      },
    )
    .get(
      '/:id',
      about({ does: 'One ICP or persona, by id, code or name', answer: { ProfileView: profileViewAnswer } }),
      async (c) => c.json(await view(profiles.get(c.req.param('id')), c.req.raw.signal)),
    )
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The tree holds every profile that there is')
  return value
}
