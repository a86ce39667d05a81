import { InputError } from '#kernel/errors.ts'
import { definitionOf } from '../conditions/index.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { Criteria } from './schema.ts'
import { leavesOf } from './walk.ts'

/** Of which entity criteria are. Throws InputError for conditions of different ones in one tree. */
export function entityOf(criteria: Criteria): Entity {
  const [first, ...others] = leavesOf(criteria)
  if (first === undefined) throw new Error('Criteria without a condition have no members')
  const { entity } = definitionOf(first.condition)
  const stranger = others.find(({ condition }) => definitionOf(condition).entity !== entity)
  if (stranger === undefined) return entity
  const other = definitionOf(stranger.condition).entity
  throw new InputError(
    `These criteria mix ${ENTITY_WORDS[entity].many} and ${ENTITY_WORDS[other].many}: ${stranger.condition.type} asks about ${ENTITY_WORDS[other].many}`,
    { next: nextFor(entity, other), path: stranger.path },
  )
}

/** How to ask for both, where there is a way. */
function nextFor(entity: Entity, other: Entity): string {
  if (entity === 'customer' || other === 'customer') {
    return `Count ${ENTITY_WORDS[entity].many} and ${ENTITY_WORDS[other].many} one after the other.`
  }
  return entity === 'person'
    ? 'Put what is asked of the company into a condition of type employer.'
    : 'Put what is asked of its people into a condition of type staff.'
}
