import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { checkParameters, refuseMissingNames, refuseStrangers } from '../profiles/check-parameters.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { heldBy } from '../profiles/fit.ts'
import { fitIn, profileWords } from '../profiles/icp-of.ts'
import { parameterChanges } from '../profiles/parameter-words.ts'
import { parametersSchema } from '../profiles/parameter.ts'
import { profileAssumptions, profileCode, profileGoal, profileName } from '../profiles/schema.ts'
import { scoreChanges } from '../profiles/score-changes.ts'
import { reviseProfile, versionWithIcps } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asBefore } from '../profiles/version-ref.ts'
import { changed, defineChange, type ProfileOutcome } from './define.ts'

/** Gives an ICP or a persona another name, code or goal, or other parameters, whose fit is then counted. */
export const updateProfile = defineChange({
  schema: z.strictObject({
    kind: z.literal('update_profile'),
    profileId: z.string(),
    name: profileName.optional(),
    code: profileCode.optional(),
    goal: profileGoal.optional(),
    parameters: parametersSchema.optional(),
    assumptions: profileAssumptions.exactOptional(),
  }),
  async describe({ profileId, name, code, goal, parameters, assumptions = [] }, ctx) {
    const target = ctx.profiles.get(profileId)
    refuseTakenProfile(ctx.reader, { icpId: target.icpId, name, code, exceptId: target.id })
    if (parameters !== undefined) {
      refuseStrangers(parameters, target.entity)
      checkParameters(parameters, ctx)
    }
    const lines = [
      ...changed('name', target.name, name),
      ...changed('code', target.code, code),
      ...changed('goal', target.goal, goal),
      ...(parameters === undefined ? [] : parameterChanges(target.parameters, parameters, ctx.words)),
    ]
    if (lines.length === 0) {
      throw new InputError(`That would leave “${target.name}” as it is`, {
        next: 'Give another name, code, goal or other parameters.',
      })
    }
    const fit =
      parameters === undefined
        ? null
        : await describeFit(fitIn(ctx.profiles, { ...target, parameters }), target.entity, ctx, {
            held: heldBy(parameters),
            assumptions,
          })
    const before = fit === null ? null : await describeFit(fitIn(ctx.profiles, target), target.entity, ctx)
    return {
      summary:
        fit === null
          ? `Update the ${[...new Set(lines.map(({ what }) => what))].join(' and ')} of the ${profileWords(target)}`
          : `Update the ${profileWords(target)}, which then ${fit.words}`,
      target: { id: target.id, version: versionWithIcps(ctx.reader, [target.id]) ?? target.version },
      preview: fit?.preview ?? null,
      difference: [
        ...lines,
        ...(fit?.difference ?? []).filter(({ what }) => what === 'assumption'),
        ...(fit === null || before === null ? [] : changed('fit', before.words, fit.words)),
        ...(parameters === undefined || target.status !== 'live'
          ? []
          : await scoreChanges([{ ...target, parameters }], ctx)),
      ],
    }
  },
  version: ({ profileId }, reader) => versionWithIcps(reader, [profileId]),
  apply({ profileId, name, code, goal, parameters }, ctx): ProfileOutcome {
    const { id } = ctx.profiles.get(profileId)
    if (parameters !== undefined) refuseMissingNames(parameters, ctx)
    const version = reviseProfile(ctx.writer, id, { name, code, goal, parameters }, ctx.by)
    return { profileIds: [id], versions: [version] }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'undo_profile', profiles: asBefore(made) }),
})
