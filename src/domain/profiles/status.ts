import { ConflictError, InputError } from '#kernel/errors.ts'
import type { Reader } from '#db/run.ts'
import { countOf, joinWords } from '#kernel/text.ts'
import type { Difference } from '../proposals/shown.ts'
import { usersOf } from '../references/references.ts'
import { profileWords } from './icp-of.ts'
import type { Profiles } from './read.ts'
import type { Profile } from './schema.ts'
import type { ProfileStatus } from './shown.ts'

/** Throws for a status that makes no sense: the present one, a live persona in an archived ICP, nobody to score. */
export function refuseStatus(
  profile: Profile,
  wanted: { readonly status: ProfileStatus; readonly icp: Profile | null; readonly nobody: boolean },
): void {
  const { status, icp, nobody } = wanted
  if (profile.status === status) {
    throw new InputError(`The ${profileWords(profile)} is ${WORDS[status]} already`, {
      next: 'Nothing more is needed.',
      path: ['status'],
    })
  }
  if (status !== 'live') return
  if (icp?.status === 'archived') {
    throw new ConflictError(`The ${profileWords(icp)}, in which it lives, is archived`, {
      next: 'Set the ICP live first, or clone the persona into another one.',
      path: ['status'],
    })
  }
  if (nobody) {
    throw new ConflictError(`The ${profileWords(profile)} fits nobody`, {
      next: 'Loosen its filters and excludes first: live it would score no one.',
      path: ['status'],
    })
  }
}

/** What a status means beyond the profile itself. */
export function statusEffects(
  profiles: Profiles,
  profile: Profile,
  status: ProfileStatus,
): readonly Difference[] {
  const line = (after: string): Difference => ({ what: 'scores', before: null, after })
  if (profile.kind === 'persona') {
    const icp = profile.icpId === null ? null : profiles.get(profile.icpId)
    return status === 'live' && icp?.status === 'draft'
      ? [line(`none yet: the ICP “${icp.name}” is a draft`)]
      : []
  }
  const personas = profiles.personasOf(profile.id)
  const live = personas.filter((persona) => persona.status === 'live').length
  if (personas.length === 0) return []
  return status === 'live'
    ? [line(`${countOf(live, 'persona')} of its ${personas.length} live, and score with it`)]
    : live === 0
      ? []
      : [line(`its ${countOf(live, 'live persona')} score nobody while it is not live`)]
}

/** Whose criteria name a profile, or a persona of an ICP, that scores nobody from then on. */
export function emptiedBy(
  { reader, profiles }: { readonly reader: Reader; readonly profiles: Profiles },
  profile: Profile,
  status: ProfileStatus,
): readonly Difference[] {
  if (profile.status !== 'live' || status === 'live') return []
  const going = [profile, ...(profile.kind === 'icp' ? profiles.personasOf(profile.id) : [])]
  const users = going.flatMap(({ id }) => usersOf(reader, { type: 'profile', id }))
  const names = [...new Set(users.map(({ name }) => `“${name}”`))]
  if (names.length === 0) return []
  const after = `${joinWords(names, 'and')}: nobody has a score under it while it is not live`
  return [{ what: 'used by', before: null, after }]
}

const WORDS = { draft: 'a draft', live: 'live', archived: 'archived' } as const
