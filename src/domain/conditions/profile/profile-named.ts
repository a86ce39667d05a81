import { foldText } from '#kernel/text.ts'
import type { Entity } from '../../entities/entity.ts'
import type { Condition } from '../index.ts'
import type { NamesContext, ProfileMeaning } from '../define.ts'
import { quotedWords } from '../shared/value-words.ts'

/** Whose profiles a record can have: a person has the ICP of the company. */
export const profiledEntity = (entity: Entity, kind: ProfileMeaning['kind']): Entity =>
  entity === 'person' && kind === 'icp' ? 'company' : entity

/** Those that can score an entity’s records. */
export const profilesFor = (
  profiles: readonly ProfileMeaning[],
  entity: Entity,
  kind: ProfileMeaning['kind'],
): readonly ProfileMeaning[] =>
  profiles.filter((profile) => profile.kind === kind && profile.entity === profiledEntity(entity, kind))

/** All that an id, a name or a code means. Personas of different ICPs may share theirs: `VP Sales in SMB SaaS`. */
export function profilesCalled(
  profiles: readonly ProfileMeaning[],
  called: string,
): readonly ProfileMeaning[] {
  const byId = profiles.filter(({ id }) => id === called)
  if (byId.length > 0) return byId
  const wanted = foldText(called)
  const named = profiles.filter(
    ({ name, icp }) =>
      foldText(name) === wanted || (icp !== null && foldText(`${name} in ${icp.name}`) === wanted),
  )
  return named.length > 0 ? named : profiles.filter(({ code }) => foldText(code) === wanted)
}

type Profiled = Extract<Condition, { type: `${Entity}_profile` }>

export const isProfiled = (condition: Condition): condition is Profiled =>
  condition.type === 'customer_profile' ||
  condition.type === 'company_profile' ||
  condition.type === 'person_profile'

const ENTITY_OF = {
  customer_profile: 'customer',
  company_profile: 'company',
  person_profile: 'person',
} as const

/** The same with the names of profiles turned into ids; what names none, or several, stays for the check. */
export function withProfileIds(condition: Profiled, ctx: NamesContext): Profiled {
  const { type, kind, profile } = condition
  if (profile === undefined) return condition
  const candidates = profilesFor(ctx.profiles(), ENTITY_OF[type], kind)
  const idOf = (called: string): string => {
    const [one, another] = profilesCalled(candidates, called)
    return one === undefined || another !== undefined ? called : one.id
  }
  return { ...condition, profile: profile.map(idOf) }
}

/** What people choose from when they build a condition by hand. */
export const profileChoices = (profiles: readonly ProfileMeaning[], entity: Entity) =>
  [
    ...profilesFor(profiles, entity, 'icp'),
    ...(entity === 'company' ? [] : profilesFor(profiles, entity, 'persona')),
  ].map(({ id, name, icp }) => ({ value: id, label: icp === null ? name : `${name} in ${icp.name}` }))

/** `“SMB SaaS”`, `“VP Sales” in “SMB SaaS”` */
export const profileWords = ({ name, icp }: Pick<ProfileMeaning, 'name' | 'icp'>): string =>
  icp === null ? quotedWords(name) : `${quotedWords(name)} in ${quotedWords(icp.name)}`

export const KIND_WORDS = { icp: 'ICP', persona: 'persona' } as const
