import { z } from 'zod'
import { joinWords } from '#kernel/text.ts'
import { checkParameters, entityOfIcp, refuseMissingNames } from '../profiles/check-parameters.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitOf, heldBy } from '../profiles/fit.ts'
import {
  describeInside,
  insertInside,
  MOST_NEW_PERSONAS,
  newPersonaSchema,
} from '../profiles/new-personas.ts'
import { parameterLines } from '../profiles/parameter-words.ts'
import { parametersSchema } from '../profiles/parameter.ts'
import { profileAssumptions, profileCode, profileGoal, profileName } from '../profiles/schema.ts'
import { insertProfile } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asMade } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

/** Saves whom we are looking for, as a draft: it scores nothing until it is set live. Its first personas may come with it. */
export const createIcp = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_icp'),
    name: profileName,
    code: profileCode,
    goal: profileGoal,
    parameters: parametersSchema,
    assumptions: profileAssumptions.exactOptional(),
    personas: z.array(newPersonaSchema).min(1).max(MOST_NEW_PERSONAS).exactOptional(),
  }),
  async describe({ name, code, goal, parameters, assumptions = [], personas = [] }, ctx) {
    const entity = entityOfIcp(parameters)
    checkParameters(parameters, ctx)
    refuseTakenProfile(ctx.reader, { icpId: null, name, code, exceptId: null })
    const fit = await describeFit(fitOf(parameters), entity, ctx, {
      held: heldBy(parameters),
      assumptions,
    })
    const inside = await describeInside({ entity, parameters }, personas, ctx, assumptions)
    // Of an ICP that everybody fits, what is counted is whom its only persona fits.
    const counted = inside.length === 1 ? (inside[0]?.preview ?? null) : null
    const within = inside.map((one) => `the persona “${one.name}”, which ${one.words} there`)
    const and = within.length === 0 ? '' : `, and in it ${joinWords(within, 'and')}`
    return {
      summary: `Create the ICP “${name}” as a draft, which ${fit.words}${and}`,
      target: null,
      preview: fit.preview ?? counted,
      difference: [
        { what: 'code', before: null, after: code },
        ...(goal === '' ? [] : [{ what: 'goal', before: null, after: goal }]),
        ...parameterLines(parameters, ctx.words),
        // A preview says what was assumed.
        ...fit.difference.filter(({ what }) => what !== 'assumption' || counted === null),
        ...inside.flatMap(({ lines }) => lines),
      ],
    }
  },
  version: () => null,
  apply({ personas = [], ...change }, ctx): ProfileOutcome {
    const id = ctx.ids.next('icp')
    const entity = entityOfIcp(change.parameters)
    refuseMissingNames(change.parameters, ctx)
    insertProfile(ctx.writer, { ...change, id, kind: 'icp', icpId: null, entity, status: 'draft' }, ctx.by)
    const profileIds = [id, ...insertInside({ id, entity }, personas, ctx)]
    return { profileIds, versions: profileIds.map(() => 1) }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'delete_profile', profiles: asMade(made) }),
})
