import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { countOf, foldText, joinWords } from '#kernel/text.ts'
import {
  checkParameters,
  entityInside,
  refuseMissingNames,
  refuseStrangers,
} from '../profiles/check-parameters.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitOf, fitWithin } from '../profiles/fit.ts'
import { openIcp } from '../profiles/icp-of.ts'
import { parameterLines } from '../profiles/parameter-words.ts'
import { parametersSchema } from '../profiles/parameter.ts'
import { profileCode, profileGoal, profileName } from '../profiles/schema.ts'
import { insertProfile, refuseTooManyPersonas, versionOfProfile } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asMade } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

const personaSchema = z.strictObject({
  name: profileName,
  code: profileCode,
  goal: profileGoal,
  parameters: parametersSchema,
})
type Personas = readonly z.infer<typeof personaSchema>[]

/** Saves several kinds of people inside an ICP in one step: groups that were found together. Each is a draft of its own. */
export const createPersonas = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_personas'),
    icpId: z.string(),
    personas: z.array(personaSchema).min(1).max(20),
  }),
  async describe({ icpId, personas }, ctx) {
    const icp = openIcp(ctx.profiles, icpId)
    const entity = entityInside(icp)
    refuseTwice(personas)
    for (const { name, code, parameters } of personas) {
      refuseStrangers(parameters, entity)
      checkParameters(parameters, ctx)
      refuseTakenProfile(ctx.reader, { icpId: icp.id, name, code, exceptId: null })
    }
    const each = []
    for (const { name, code, goal, parameters } of personas) {
      const fit = await describeFit(fitWithin([icp], parameters), entity, ctx)
      const purpose = goal === '' ? '' : ` for “${goal}”`
      each.push(
        { what: 'persona', before: null, after: `“${name}” (${code})${purpose}, which ${fit.words} there` },
        ...parameterLines(parameters, ctx.words),
      )
    }
    const fits = personas.map(({ parameters }) => fitOf(parameters))
    const known = fits.filter((fit) => fit !== null)
    const any = known.length < fits.length ? [] : [{ mode: 'filter' as const, criteria: { any: known } }]
    const all = await describeFit(fitWithin([icp], any), entity, ctx)
    const names = personas.map(({ name }) => `“${name}”`)
    return {
      summary: `Create ${countOf(names.length, 'persona')} in the ICP “${icp.name}” as drafts: ${joinWords(names, 'and')}`,
      target: { id: icp.id, version: icp.version },
      preview: all.preview,
      difference: each,
    }
  },
  // Whom they fit depends on their ICP.
  version: ({ icpId }, reader) => versionOfProfile(reader, icpId),
  apply({ icpId, personas }, ctx): ProfileOutcome {
    const icp = openIcp(ctx.profiles, icpId)
    const profileIds = personas.map((persona) => {
      const id = ctx.ids.next('per')
      refuseMissingNames(persona.parameters, ctx)
      refuseTooManyPersonas(ctx.writer, icp)
      insertProfile(
        ctx.writer,
        { ...persona, id, kind: 'persona', icpId: icp.id, entity: entityInside(icp), status: 'draft' },
        ctx.by,
      )
      return id
    })
    return { profileIds, versions: profileIds.map(() => 1) }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'delete_profile', profiles: asMade(made) }),
})

function refuseTwice(personas: Personas): void {
  for (const key of ['name', 'code'] as const) {
    const all = personas.map((persona) => foldText(persona[key]))
    const twice = personas.find((_, at) => all.indexOf(all[at] ?? '') < at)
    if (twice === undefined) continue
    throw new InputError(`Two of these personas have the ${key} “${twice[key]}”`, {
      next: `Give each a ${key} of its own.`,
      path: ['personas'],
    })
  }
}
