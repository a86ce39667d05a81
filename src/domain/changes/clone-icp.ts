import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitOf } from '../profiles/fit.ts'
import { parameterLines } from '../profiles/parameter-words.ts'
import type { Profiles } from '../profiles/read.ts'
import { type Profile, profileCode, profileName } from '../profiles/schema.ts'
import { insertProfile, versionOfTree } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asMade } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

/** Copies an ICP with its personas under another name. All copies are drafts. */
export const cloneIcp = defineChange({
  schema: z.strictObject({
    kind: z.literal('clone_icp'),
    profileId: z.string(),
    name: profileName,
    code: profileCode,
  }),
  async describe({ profileId, name, code }, ctx) {
    const source = icpToClone(ctx.profiles, profileId)
    refuseTakenProfile(ctx.reader, { icpId: null, name, code, exceptId: null })
    const personas = ctx.profiles.personasOf(source.id)
    const fit = await describeFit(fitOf(source.parameters), source.entity, ctx)
    const withPersonas = personas.length === 0 ? '' : ` with its ${countOf(personas.length, 'persona')}`
    return {
      summary: `Clone the ICP “${source.name}”${withPersonas} as the draft “${name}”, which ${fit.words}`,
      target: { id: source.id, version: versionOfTree(ctx.reader, source.id) ?? source.version },
      preview: fit.preview,
      difference: [
        { what: 'code', before: null, after: code },
        ...parameterLines(source.parameters, ctx.words),
        ...fit.difference,
        ...personas.map((persona) => ({
          what: 'persona',
          before: null,
          after: `“${persona.name}” (${persona.code}), as a draft`,
        })),
      ],
    }
  },
  version: ({ profileId }, reader) => versionOfTree(reader, profileId),
  apply({ profileId, name, code }, ctx): ProfileOutcome {
    const source = icpToClone(ctx.profiles, profileId)
    const icpId = ctx.ids.next('icp')
    const drafted = (profile: Profile) => ({
      kind: profile.kind,
      entity: profile.entity,
      goal: profile.goal,
      parameters: profile.parameters,
      status: 'draft' as const,
    })
    insertProfile(ctx.writer, { ...drafted(source), id: icpId, icpId: null, name, code }, ctx.by)
    const personas = ctx.profiles.personasOf(source.id).map((persona) => {
      const id = ctx.ids.next('per')
      insertProfile(
        ctx.writer,
        { ...drafted(persona), id, icpId, name: persona.name, code: persona.code },
        ctx.by,
      )
      return id
    })
    const profileIds = [icpId, ...personas]
    return { profileIds, versions: profileIds.map(() => 1) }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'delete_profile', profiles: asMade(made) }),
})

function icpToClone(profiles: Profiles, id: string): Profile {
  const source = profiles.get(id)
  if (source.kind === 'icp') return source
  throw new InputError(`“${source.name}” is a persona`, {
    next: 'Clone it into ICPs instead.',
    path: ['profileId'],
  })
}
