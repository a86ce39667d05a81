import type { Criteria } from '../../criteria/schema.ts'
import { fitOf, fitWithin } from '../../profiles/fit.ts'
import type { NamedProfile, Situation } from '../situation.ts'

/** Whom a profile fits; a persona inside its ICP. */
export function fitAround(profile: NamedProfile, { profilesNamed }: Situation): Criteria | null {
  const home = profile.icpId === null ? undefined : profilesNamed?.(profile.icpId)[0]
  return home === undefined ? fitOf(profile.parameters) : fitWithin([home], profile.parameters)
}
