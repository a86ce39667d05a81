import { z } from 'zod'
import { countOf, joinWords } from '#kernel/text.ts'
import { entityInside } from '../profiles/check-parameters.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitOf, fitWithin } from '../profiles/fit.ts'
import { openIcp } from '../profiles/icp-of.ts'
import {
  describeInside,
  insertInside,
  MOST_NEW_PERSONAS,
  newPersonaSchema,
} from '../profiles/new-personas.ts'
import { refuseTooManyPersonas, versionOfProfile } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asMade } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

/** Saves several kinds of people inside an ICP in one step: groups that were found together. Each is a draft of its own. */
export const createPersonas = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_personas'),
    icpId: z.string(),
    personas: z.array(newPersonaSchema).min(1).max(MOST_NEW_PERSONAS),
  }),
  async describe({ icpId, personas }, ctx) {
    const icp = openIcp(ctx.profiles, icpId)
    for (const { name, code } of personas)
      refuseTakenProfile(ctx.reader, { icpId: icp.id, name, code, exceptId: null })
    const each = await describeInside(icp, personas, ctx)
    const fits = personas.map(({ parameters }) => fitOf(parameters))
    const known = fits.filter((fit) => fit !== null)
    const any = known.length < fits.length ? [] : [{ mode: 'filter' as const, criteria: { any: known } }]
    const all = await describeFit(fitWithin([icp], any), entityInside(icp), ctx)
    const names = personas.map(({ name }) => `“${name}”`)
    return {
      summary: `Create ${countOf(names.length, 'persona')} in the ICP “${icp.name}” as drafts: ${joinWords(names, 'and')}`,
      target: { id: icp.id, version: icp.version },
      preview: all.preview,
      difference: each.flatMap(({ lines }) => lines),
    }
  },
  // Whom they fit depends on their ICP.
  version: ({ icpId }, reader) => versionOfProfile(reader, icpId),
  apply({ icpId, personas }, ctx): ProfileOutcome {
    const icp = openIcp(ctx.profiles, icpId)
    const profileIds = personas.flatMap((persona) => {
      refuseTooManyPersonas(ctx.writer, icp)
      return insertInside(icp, [persona], ctx)
    })
    return { profileIds, versions: profileIds.map(() => 1) }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'delete_profile', profiles: asMade(made) }),
})
