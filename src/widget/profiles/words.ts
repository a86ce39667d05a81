import type { Profile, Scored } from '#http/api.ts'
import { ago } from '../api/format.ts'

type Entity = Profile['entity']

export const STATUSES = { draft: 'Draft', live: 'Live', archived: 'Archived' } as const satisfies Record<
  Profile['status'],
  string
>

export const KINDS = { icp: 'ICP', persona: 'Persona' } as const satisfies Record<Profile['kind'], string>

/** Where the pages of profiles are. By id, code or name. */
export const QUALIFICATION = '/qualification'
export const profilePath = (idOrName: string, tab?: string): string =>
  `${QUALIFICATION}/${encodeURIComponent(idOrName)}${tab === undefined ? '' : `/${tab}`}`

/** Whom none of an ICP's personas fits, or no ICP at all. */
export const noPersonaPath = (icp: string): string => `/no-persona-fit/${encodeURIComponent(icp)}`
export const noIcpPath = (entity: Entity): string => `/no-icp-fit/${entity}`

export const newProfilePath = (icp?: string): string =>
  icp === undefined ? '/build/icp' : `/build/persona?icp=${encodeURIComponent(icp)}`

/** The page of a record: how its score comes about. */
export const recordPath = (entity: Entity, id: string): string =>
  `/records/${entity}/${encodeURIComponent(id)}`

export function freshnessWords({ asOf, behind }: Scored): string {
  if (asOf === null) return 'Not scored yet: scores follow within moments.'
  return `Scored ${ago(asOf)}.${behind ? ' Data or profiles changed since: the scores follow by themselves.' : ''}`
}

/** `0–9`, `90–100`: the steps of a histogram. */
export const stepWords = (step: number): string => `${step * 10}–${step === 9 ? 100 : step * 10 + 9}`
