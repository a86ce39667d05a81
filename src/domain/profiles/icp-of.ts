import { ConflictError, InputError } from '#kernel/errors.ts'
import type { Profiles } from './read.ts'
import type { Criteria } from '../criteria/schema.ts'
import { fitOf, fitWithin } from './fit.ts'
import type { Profile } from './schema.ts'

/** `ICP “SMB SaaS”`, `persona “VP Sales”` */
export const profileWords = ({ kind, name }: Pick<Profile, 'kind' | 'name'>): string =>
  `${kind === 'icp' ? 'ICP' : 'persona'} “${name}”`

/** The ICP that a persona lives in; null for an ICP. */
export const icpOf = (profiles: Profiles, { icpId }: Pick<Profile, 'icpId'>): Profile | null =>
  icpId === null ? null : profiles.get(icpId)

/** Whom a profile fits: a persona among those that its ICP fits. Null where that is everybody. */
export function fitIn(profiles: Profiles, profile: Profile): Criteria | null {
  const icp = icpOf(profiles, profile)
  return icp === null ? fitOf(profile.parameters) : fitWithin([icp], profile.parameters)
}

/** An ICP that personas can be put into. Throws InputError for a persona, ConflictError for an archived ICP. */
export function openIcp(profiles: Profiles, idOrName: string): Profile {
  const icp = profiles.get(idOrName)
  if (icp.kind === 'persona') {
    throw new InputError(`“${icp.name}” is a persona, and personas live in ICPs`, {
      next: 'Name the ICP that it should live in.',
      path: ['icpId'],
    })
  }
  if (icp.status !== 'archived') return icp
  throw new ConflictError(`The ${profileWords(icp)} is archived`, {
    next: 'Make it a draft or set it live first, or choose another ICP.',
    path: ['icpId'],
  })
}
