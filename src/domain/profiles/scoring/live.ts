import type { Criteria } from '../../criteria/schema.ts'
import { criteriaOfParameter } from '../fit.ts'
import type { Profile } from '../schema.ts'
import type { Numbered } from './gradable.ts'
import type { IcpEntity, Qualifying } from './qualifying.ts'

/** Whom ICPs can be over. */
export const ICP_ENTITIES = ['company', 'customer'] as const satisfies readonly IcpEntity[]

/** Where a profile stands, as far as that decides whether it scores. */
type Placed = Pick<Profile, 'id' | 'kind' | 'icpId' | 'entity' | 'status'>

/** A profile at one of its versions. */
export interface ProfileAt {
  readonly number: number
  readonly version: number
}

/** Those that score: live ICPs over an entity, each followed by its live personas. */
export const liveProfiles = <P extends Placed>(profiles: readonly P[], entity: IcpEntity): readonly P[] =>
  profiles
    .filter((one) => one.kind === 'icp' && one.entity === entity && one.status === 'live')
    .flatMap((icp) => [icp, ...profiles.filter((one) => one.icpId === icp.id && one.status === 'live')])

/** They as they are held against everybody. */
export const qualifyingOf = (entity: IcpEntity, live: readonly (Placed & Numbered)[]): Qualifying => ({
  entity,
  icps: live
    .filter(({ kind }) => kind === 'icp')
    .map((icp) => ({ ...icp, personas: live.filter(({ icpId }) => icpId === icp.id) })),
})

/** They at their versions, in the order of their numbers. */
export const versionsOfProfiles = (live: readonly Profile[]): readonly ProfileAt[] =>
  live.map(({ number, version }) => ({ number, version })).toSorted((a, b) => a.number - b.number)

export const sameProfiles = (a: readonly ProfileAt[], b: readonly ProfileAt[]): boolean =>
  a.length === b.length &&
  a.every(({ number, version }, i) => b[i]?.number === number && b[i].version === version)

/** All that they ask, as filters, excludes, scores or grades. */
export const criteriaOfProfiles = (live: readonly Profile[]): readonly Criteria[] =>
  live.flatMap(({ parameters }) => parameters.flatMap(criteriaOfParameter))
