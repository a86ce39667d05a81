import { z } from 'zod'
import {
  checkParameters,
  entityInside,
  refuseMissingNames,
  refuseStrangers,
} from '../profiles/check-parameters.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitWithin, heldBy } from '../profiles/fit.ts'
import { openIcp } from '../profiles/icp-of.ts'
import { parameterLines } from '../profiles/parameter-words.ts'
import { parametersSchema } from '../profiles/parameter.ts'
import { profileAssumptions, profileCode, profileGoal, profileName } from '../profiles/schema.ts'
import { insertProfile, refuseTooManyPersonas, versionOfProfile } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asMade } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

/** Saves whom we are looking for inside an ICP, as a draft. */
export const createPersona = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_persona'),
    icpId: z.string(),
    name: profileName,
    code: profileCode,
    goal: profileGoal,
    parameters: parametersSchema,
    assumptions: profileAssumptions.exactOptional(),
  }),
  async describe({ icpId, name, code, goal, parameters, assumptions = [] }, ctx) {
    const icp = openIcp(ctx.profiles, icpId)
    const entity = entityInside(icp)
    refuseStrangers(parameters, entity)
    checkParameters(parameters, ctx)
    refuseTakenProfile(ctx.reader, { icpId: icp.id, name, code, exceptId: null })
    const fit = await describeFit(fitWithin([icp], parameters), entity, ctx, {
      held: heldBy(parameters),
      assumptions,
    })
    return {
      summary: `Create the persona “${name}” in the ICP “${icp.name}” as a draft, which ${fit.words} there`,
      target: { id: icp.id, version: icp.version },
      preview: fit.preview,
      difference: [
        { what: 'code', before: null, after: code },
        ...(goal === '' ? [] : [{ what: 'goal', before: null, after: goal }]),
        ...parameterLines(parameters, ctx.words),
        ...fit.difference,
      ],
    }
  },
  // Whom a persona fits depends on its ICP.
  version: ({ icpId }, reader) => versionOfProfile(reader, icpId),
  apply(change, ctx): ProfileOutcome {
    const icp = openIcp(ctx.profiles, change.icpId)
    const id = ctx.ids.next('per')
    refuseMissingNames(change.parameters, ctx)
    refuseTooManyPersonas(ctx.writer, icp)
    insertProfile(
      ctx.writer,
      { ...change, id, kind: 'persona', icpId: icp.id, entity: entityInside(icp), status: 'draft' },
      ctx.by,
    )
    return { profileIds: [id], versions: [1] }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'delete_profile', profiles: asMade(made) }),
})
