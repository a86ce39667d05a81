import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { countOf, joinWords } from '#kernel/text.ts'
import { icpOf, profileWords } from '../profiles/icp-of.ts'
import type { Profiles } from '../profiles/read.ts'
import type { Profile } from '../profiles/schema.ts'
import { refuseInUse } from '../references/references.ts'
import { scoreChanges } from '../profiles/score-changes.ts'
import { reviseProfile, versionOfAll } from '../profiles/store.ts'
import { asBefore, type ProfileVersionRef, profileVersionRefs } from '../profiles/version-ref.ts'
import { defineChange, type ProfileOutcome } from './define.ts'

/**
 * Takes profiles away: one, copies that were made at once, or an ICP with all of its personas. Their versions stay,
 * so that they can be restored.
 */
export const deleteProfile = defineChange({
  schema: z.strictObject({ kind: z.literal('delete_profile'), profiles: profileVersionRefs }),
  async describe({ profiles: given }, ctx) {
    const { profiles, reader } = ctx
    const doomed = deletable(profiles, given)
    for (const profile of doomed) refuseInUse(reader, { ...profile, type: 'profile' })
    const [first] = doomed
    if (first === undefined) throw new Error('Nothing is to be deleted')
    return {
      summary: `Delete ${summaryOf(doomed)}`,
      target: {
        id: first.id,
        version: versionOfAll(reader, idsOf(given)) ?? first.version,
      },
      preview: null,
      difference: [
        ...doomed.map((profile) => ({
          what: profile.kind === 'icp' ? 'ICP' : 'persona',
          before: `“${profile.name}” (${profile.code})${profile.kind === 'icp' ? '' : ` in “${icpOf(profiles, profile)?.name ?? ''}”`}, ${profile.status}`,
          after: null,
        })),
        ...(await scoreChanges(
          doomed.map((profile) => ({ ...profile, status: 'archived' })),
          ctx,
        )),
      ],
    }
  },
  version: ({ profiles }, reader) => versionOfAll(reader, idsOf(profiles)),
  apply({ profiles: given }, ctx): ProfileOutcome {
    const doomed = deletable(ctx.profiles, given)
    for (const profile of doomed) refuseInUse(ctx.writer, { ...profile, type: 'profile' })
    return {
      profileIds: doomed.map(({ id }) => id),
      versions: doomed.map(({ id }) => reviseProfile(ctx.writer, id, { deleted: true }, ctx.by)),
    }
  },
  undo: (made: ProfileOutcome) => ({ kind: 'undo_profile', profiles: asBefore(made) }),
})

const idsOf = (given: readonly ProfileVersionRef[]): readonly string[] =>
  given.map(({ profileId }) => profileId)

/** What is to go. Throws ConflictError where one was changed since, and where an ICP would leave personas behind. */
function deletable(profiles: Profiles, given: readonly ProfileVersionRef[]): readonly Profile[] {
  const doomed = given.map(({ profileId, version }) => {
    const profile = profiles.get(profileId)
    if (profile.version === version) return profile
    throw new ConflictError(`The ${profileWords(profile)} was changed since`, {
      next: 'Look at it again, and delete it by itself if it should go all the same.',
    })
  })
  const going = new Set(doomed.map(({ id }) => id))
  for (const icp of doomed.filter(({ kind }) => kind === 'icp')) {
    const left = profiles.personasOf(icp.id).filter(({ id }) => !going.has(id))
    if (left.length === 0) continue
    const names = left.map(({ name }) => `“${name}”`)
    throw new ConflictError(
      `The ${profileWords(icp)} has ${countOf(left.length, 'persona')}: ${joinWords(names, 'and')}`,
      { next: 'Delete it with its personas, clone them into another ICP first, or archive it.' },
    )
  }
  return doomed
}

function summaryOf(doomed: readonly Profile[]): string {
  const icp = doomed.find(({ kind }) => kind === 'icp')
  const personas = doomed.filter(({ kind }) => kind === 'persona')
  if (icp !== undefined) {
    return `the ${profileWords(icp)}${personas.length === 0 ? '' : ` with its ${countOf(personas.length, 'persona')}`}`
  }
  const names = [...new Set(personas.map(({ name }) => `“${name}”`))]
  return personas.length === 1
    ? `the persona ${names.join('')}`
    : `${countOf(personas.length, 'persona')} called ${joinWords(names, 'and')}`
}
