import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { fitOf, fitWithin } from '../../profiles/fit.ts'
import type { NamedProfile, Situation } from '../situation.ts'

/** Whether a profile can be asked of these records: a person has the ICP of the company. */
export const suits = (entity: Entity, profile: NamedProfile): boolean =>
  profile.entity === entity || (entity === 'person' && profile.kind === 'icp' && profile.entity === 'company')

/** Of these records those that a profile which suits them fits; a persona inside its ICP. Null where that is everybody. */
export function fitFor(entity: Entity, profile: NamedProfile, { profilesNamed }: Situation): Criteria | null {
  const home = profile.icpId === null ? undefined : profilesNamed?.(profile.icpId)[0]
  const fit = home === undefined ? fitOf(profile.parameters) : fitWithin([home], profile.parameters)
  return fit !== null && profile.entity !== entity ? { type: 'works_at', company: fit } : fit
}
