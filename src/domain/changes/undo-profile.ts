import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { refuseMissingNames } from '../profiles/check-parameters.ts'
import { describeFit, type Fit } from '../profiles/describe-fit.ts'
import { fitIn, profileWords } from '../profiles/icp-of.ts'
import { parameterChanges } from '../profiles/parameter-words.ts'
import type { Profiles } from '../profiles/read.ts'
import { scoreChanges } from '../profiles/score-changes.ts'
import { reviseProfile, versionWithIcps } from '../profiles/store.ts'
import { refuseTakenProfile } from '../profiles/taken-name.ts'
import { asBefore, type ProfileVersionRef, profileVersionRefs } from '../profiles/version-ref.ts'
import { versionToRestore } from '../references/version-to-restore.ts'
import { changed, defineChange, type ProfileOutcome } from './define.ts'

/** Makes version N of profiles their newest version again, also when they were deleted since. */
export const undoProfile = defineChange({
  schema: z.strictObject({ kind: z.literal('undo_profile'), profiles: profileVersionRefs }),
  async describe({ profiles: given }, ctx) {
    const back = restorable(ctx.profiles, given)
    const [first, ...others] = back
    if (first === undefined) throw new Error('Nothing is to be restored')
    for (const { profile, restored } of back) {
      const { name, code } = restored
      refuseTakenProfile(ctx.reader, { icpId: profile.icpId, name, code, exceptId: profile.id })
    }
    // Of several, each fits others; the lines say what comes back.
    const fit: Fit | null =
      others.length > 0
        ? null
        : await describeFit(
            fitIn(ctx.profiles, { ...first.profile, parameters: first.restored.parameters }),
            first.profile.entity,
            ctx,
          )
    const lines = back.flatMap(({ profile, restored, now }) =>
      now.deleted
        ? [
            {
              what: profile.kind === 'icp' ? 'ICP' : 'persona',
              before: null,
              after: `“${restored.name}” (${restored.code}), ${restored.status}`,
            },
          ]
        : [
            ...changed('name', now.name, restored.name),
            ...changed('code', now.code, restored.code),
            ...changed('goal', now.goal, restored.goal),
            ...changed('status', now.status, restored.status),
            ...parameterChanges(now.parameters, restored.parameters, ctx.words),
          ],
    )
    const { profile, restored } = first
    return {
      summary:
        fit === null
          ? `Restore the ${profileWords({ ...profile, name: restored.name })} and ${countOf(others.length, 'other', 'others')} that went with it`
          : `Restore version ${restored.version} of the ${profileWords({ ...profile, name: restored.name })}, which ${fit.words}`,
      target: { id: profile.id, version: versionWithIcps(ctx.reader, idsOf(given)) ?? first.now.version },
      preview: fit?.preview ?? null,
      difference: [...lines, ...(fit?.difference ?? []), ...(await rescored(back, ctx))],
    }
  },
  version: ({ profiles }, reader) => versionWithIcps(reader, idsOf(profiles)),
  apply({ profiles: given }, ctx): ProfileOutcome {
    const back = restorable(ctx.profiles, given)
    return {
      profileIds: back.map(({ profile }) => profile.id),
      versions: back.map(({ profile, restored: { name, code, goal, status, parameters } }) => {
        refuseMissingNames(parameters, ctx)
        return reviseProfile(ctx.writer, profile.id, { name, code, goal, status, parameters }, ctx.by)
      }),
    }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'undo_profile', profiles: asBefore(made) }),
})

/** What records score otherwise once they are back; nothing where none of them scores, before or after. */
const rescored = (back: ReturnType<typeof restorable>, ctx: Parameters<typeof scoreChanges>[1]) =>
  back.some(({ now, restored }) => restored.status === 'live' || (!now.deleted && now.status === 'live'))
    ? scoreChanges(
        back.map(({ profile, restored: { status, parameters } }) => ({ ...profile, status, parameters })),
        ctx,
      )
    : []

const idsOf = (given: readonly ProfileVersionRef[]): readonly string[] =>
  given.map(({ profileId }) => profileId)

/** What comes back. Throws for versions that are not there, and ConflictError for personas whose ICP is gone. */
function restorable(profiles: Profiles, given: readonly ProfileVersionRef[]) {
  const ids = new Set(idsOf(given))
  return given.map(({ profileId, version }) => {
    const found = versionToRestore(profiles.versions(profileId), { thing: 'profile', id: profileId, version })
    const profile = profiles.known(profileId)
    if (profile === undefined) throw new Error(`The profile ${profileId} has versions and is not there`)
    const { icpId, name } = profile
    if (icpId !== null && !ids.has(icpId) && profiles.find(icpId).length === 0) {
      throw new ConflictError(`The ICP of the persona “${name}” was deleted`, {
        next: `Restore the ICP (${icpId}) first.`,
      })
    }
    return { profile, ...found }
  })
}
