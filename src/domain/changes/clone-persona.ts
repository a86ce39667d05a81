import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitWithin } from '../profiles/fit.ts'
import { openIcp } from '../profiles/icp-of.ts'
import { refuseIcpInside, refuseStrangerInside } from '../profiles/inside.ts'
import { parameterLines } from '../profiles/parameter-words.ts'
import type { Profiles } from '../profiles/read.ts'
import { profileCode, profileName, type Profile } from '../profiles/schema.ts'
import { insertProfile, refuseTooManyPersonas, versionOfAll } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asMade } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

const copySchema = z.strictObject({ icpId: z.string(), name: profileName, code: profileCode })
const schema = z.strictObject({
  kind: z.literal('clone_persona'),
  profileId: z.string(),
  copies: z.array(copySchema).min(1).max(20),
})

/** Puts copies of a persona into other ICPs, all in one step. Each is a draft of its own. */
export const clonePersona = defineChange({
  schema,
  async describe({ profileId, copies }, ctx) {
    const source = personaToClone(ctx.profiles, profileId)
    const into = copies.map((copy) => ({ ...copy, icp: icpFor(ctx.profiles, source, copy.icpId) }))
    refuseTwice(into)
    for (const { icp, name, code } of into) {
      refuseTakenProfile(ctx.reader, { icpId: icp.id, name, code, exceptId: null })
    }
    const icps = into.map(({ icp }) => icp)
    const all = await describeFit(fitWithin(icps, source.parameters), source.entity, ctx)
    const each = []
    for (const { icp, name, code } of into) {
      const fit =
        into.length === 1 ? all : await describeFit(fitWithin([icp], source.parameters), source.entity, ctx)
      each.push({
        what: 'persona',
        before: null,
        after: `“${name}” (${code}) in “${icp.name}”, as a draft, which ${fit.words} there`,
      })
    }
    const names = icps.map(({ name }) => `“${name}”`)
    return {
      summary: `Clone the persona “${source.name}” into ${names.length === 1 ? 'the ICP' : `${names.length} ICPs:`} ${joinWords(names, 'and')}`,
      target: {
        id: source.id,
        version: versionOfAll(ctx.reader, touched(source.id, into)) ?? source.version,
      },
      preview: all.preview,
      difference: [...each, ...parameterLines(source.parameters, ctx.words)],
    }
  },
  version: ({ profileId, copies }, reader) => versionOfAll(reader, touched(profileId, copies)),
  apply({ profileId, copies }, ctx): ProfileOutcome {
    const { goal, parameters, entity, ...source } = personaToClone(ctx.profiles, profileId)
    const profileIds = copies.map(({ icpId, name, code }) => {
      const icp = icpFor(ctx.profiles, { ...source, entity }, icpId)
      const id = ctx.ids.next('per')
      refuseTooManyPersonas(ctx.writer, icp)
      insertProfile(
        ctx.writer,
        { id, kind: 'persona', icpId: icp.id, name, code, goal, parameters, entity, status: 'draft' },
        ctx.by,
      )
      return id
    })
    return { profileIds, versions: profileIds.map(() => 1) }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'delete_profile', profiles: asMade(made) }),
})

/** Whose changes make the proposal stale: what is copied, and where it is to live. */
const touched = (profileId: string, copies: readonly { readonly icpId: string }[]): readonly string[] => [
  profileId,
  ...copies.map(({ icpId }) => icpId),
]

function personaToClone(profiles: Profiles, id: string): Profile {
  const source = profiles.get(id)
  refuseIcpInside(source)
  return source
}

function icpFor(profiles: Profiles, persona: Pick<Profile, 'name' | 'entity'>, id: string): Profile {
  const icp = openIcp(profiles, id)
  refuseStrangerInside(icp, persona)
  return icp
}

function refuseTwice(copies: readonly { readonly icp: Profile; readonly name: string }[]): void {
  const twice = copies.find(({ icp }, at) => copies.findIndex((other) => other.icp.id === icp.id) < at)
  if (twice === undefined) return
  throw new InputError(`“${twice.icp.name}” is named twice`, {
    next: 'Name each ICP once.',
    path: ['copies'],
  })
}
