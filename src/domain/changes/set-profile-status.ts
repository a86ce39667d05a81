import { z } from 'zod'
import { describeFit } from '../profiles/describe-fit.ts'
import { fitIn, icpOf, profileWords } from '../profiles/icp-of.ts'
import { scoreChanges } from '../profiles/score-changes.ts'
import { PROFILE_STATUSES } from '../profiles/shown.ts'
import { emptiedBy, refuseStatus, statusEffects } from '../profiles/status.ts'
import { reviseProfile, versionWithIcps } from '../profiles/store.ts'
import { asBefore } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

/** Sets an ICP or a persona live, archives it, or makes it a draft again. */
export const setProfileStatus = defineChange({
  schema: z.strictObject({
    kind: z.literal('set_profile_status'),
    profileId: z.string(),
    status: z.enum(PROFILE_STATUSES),
  }),
  async describe({ profileId, status }, ctx) {
    const target = ctx.profiles.get(profileId)
    const icp = icpOf(ctx.profiles, target)
    const fit = await describeFit(fitIn(ctx.profiles, target), target.entity, ctx)
    refuseStatus(target, { status, icp, nobody: fit.preview?.count === 0 })
    return {
      summary: `${SUMMARY[status](profileWords(target))}, which ${fit.words}`,
      target: { id: target.id, version: versionWithIcps(ctx.reader, [target.id]) ?? target.version },
      preview: fit.preview,
      difference: [
        { what: 'status', before: target.status, after: status },
        ...fit.difference,
        ...statusEffects(ctx.profiles, target, status),
        ...(await scoreChanges([{ ...target, status }], ctx)),
        ...emptiedBy(ctx, target, status),
      ],
    }
  },
  version: ({ profileId }, reader) => versionWithIcps(reader, [profileId]),
  apply({ profileId, status }, ctx): ProfileOutcome {
    const { id } = ctx.profiles.get(profileId)
    return { profileIds: [id], versions: [reviseProfile(ctx.writer, id, { status }, ctx.by)] }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'undo_profile', profiles: asBefore(made) }),
})

const SUMMARY = {
  live: (what: string) => `Set the ${what} live`,
  archived: (what: string) => `Archive the ${what}`,
  draft: (what: string) => `Make the ${what} a draft again`,
} as const
