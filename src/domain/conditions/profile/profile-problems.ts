import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import type { NamesContext, Problem } from '../define.ts'
import { KIND_WORDS, profiledEntity, profilesFor } from './profile-named.ts'
import type { ProfileAsked } from './profile-shape.ts'

/** What is wrong with asking for scores that nobody has; nothing where a profile of the kind is live. */
export function noneLiveOf(
  entity: Entity,
  kind: ProfileAsked['kind'],
  key: string,
  ctx: Pick<NamesContext, 'profiles'>,
): readonly Problem[] {
  if (profilesFor(ctx.profiles(), entity, kind).some(({ live }) => live)) return []
  const whose = ENTITY_WORDS[profiledEntity(entity, kind)].many
  return [
    {
      path: [key],
      message: `No ${KIND_WORDS[kind]} over ${whose} is live, so that nobody has a score`,
      next: 'Build one and set it live, or leave this condition out.',
    },
  ]
}
