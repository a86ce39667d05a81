import { InputError } from '#kernel/errors.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { entityInside } from '../check-parameters.ts'
import type { Profiles } from '../read.ts'
import type { Profile } from '../schema.ts'
import type { Cell } from './cells.ts'

/** A place in the tree whose records can be looked at. */
export type NodeName =
  /** Whom a profile fits best; of an ICP over companies its people too, where `entity` asks for them. */
  | { readonly profile: string; readonly entity?: Entity | undefined }
  /** “No persona fit” inside an ICP. */
  | { readonly noPersonaOf: string }
  /** “No ICP fit”. */
  | { readonly noIcp: Entity }

/** Which cells are of a place. */
export interface ScoredNode {
  readonly entity: Entity
  /** Numbers of profiles. `persona` undefined: whichever. */
  readonly icp: number
  readonly persona: number | null | undefined
  /** Which score lists of it stand in the order of. */
  readonly by: 'icp' | 'persona'
}

/** Throws NotFoundError, and InputError for an entity that a profile has no records of. */
export function nodeOf(name: Exclude<NodeName, { noIcp: Entity }>, profiles: Profiles): ScoredNode {
  if ('noPersonaOf' in name) {
    const icp = icpCalled(name.noPersonaOf, profiles)
    return { entity: entityInside(icp), icp: icp.number, persona: null, by: 'icp' }
  }
  const profile = profiles.get(name.profile)
  const { kind, entity, number } = profile
  const asked = name.entity ?? entity
  if (kind === 'icp') {
    if (asked !== entity && asked !== entityInside(profile)) throw noneOf(profile, asked)
    return { entity: asked, icp: number, persona: undefined, by: 'icp' }
  }
  if (asked !== entity) throw noneOf(profile, asked)
  const icp = profiles.get(profile.icpId ?? '')
  return { entity, icp: icp.number, persona: number, by: 'persona' }
}

function icpCalled(idOrName: string, profiles: Profiles): Profile {
  const profile = profiles.get(idOrName)
  if (profile.kind === 'icp') return profile
  throw new InputError(
    `“${profile.name}” is a persona: only ICPs have people that none of their personas fits`,
    {
      next: 'Name the ICP that it lives in.',
    },
  )
}

const noneOf = ({ name, entity }: Profile, asked: Entity) =>
  new InputError(`“${name}” is about ${ENTITY_WORDS[entity].many}, not ${ENTITY_WORDS[asked].many}`, {
    next: `Ask for its ${ENTITY_WORDS[entity].many}.`,
    path: ['entity'],
  })

export const isOf =
  ({ icp, persona }: ScoredNode) =>
  (cell: Cell): boolean =>
    cell.icp === icp && (persona === undefined || cell.persona === persona)

/** Of two thresholds: right on both, on one of them, or on neither. */
export const CORNERS = ['both', 'icp', 'persona', 'neither'] as const
export type Corner = (typeof CORNERS)[number]

/** Thresholds that scores have to reach; without one, any score and none does. */
export interface Thresholds {
  readonly minIcp?: number | undefined
  readonly minPersona?: number | undefined
  /** Asks for those who are right on one alone, or on neither, instead of on both. */
  readonly corner?: Corner | undefined
}

/** Whose scores reach the thresholds, or stand in the corner that is asked for. */
export const passes =
  ({ minIcp, minPersona, corner = 'both' }: Thresholds) =>
  ({ icpScore, personaScore }: Cell): boolean =>
    (minIcp === undefined || icpScore >= minIcp) === RIGHT[corner].icp &&
    (minPersona === undefined || (personaScore !== null && personaScore >= minPersona)) ===
      RIGHT[corner].persona

const RIGHT: Readonly<Record<Corner, { readonly icp: boolean; readonly persona: boolean }>> = {
  both: { icp: true, persona: true },
  icp: { icp: true, persona: false },
  persona: { icp: false, persona: true },
  neither: { icp: false, persona: false },
}
