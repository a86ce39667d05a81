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
  if (stranger === undefined) {
    refuseStrangersInside(criteria)
    return entity
  }
  const other = definitionOf(stranger.condition).entity
  throw new InputError(
    `These criteria mix ${ENTITY_WORDS[entity].many} and ${ENTITY_WORDS[other].many}: ${stranger.condition.type} asks about ${ENTITY_WORDS[other].many}`,
    { next: nextFor(entity, other), path: stranger.path },
  )
}

/** Criteria inside of conditions are of whom the condition says. */
function refuseStrangersInside(criteria: Criteria): void {
  for (const { condition, path } of leavesOf(criteria)) {
    const { nested, entity } = definitionOf(condition)
    const inner = nested?.of(condition)
    if (inner === undefined) continue
    const [own, asked] = [nested?.entity ?? entity, entityOf(inner)]
    if (own === asked) continue
    throw new InputError(
      `${condition.type} holds criteria over ${ENTITY_WORDS[own].many}, and these are over ${ENTITY_WORDS[asked].many}`,
      { next: `Ask about ${ENTITY_WORDS[own].many} there.`, path: [...path, nested?.key ?? ''] },
    )
  }
}

/** How to ask for both, where there is a way. */
function nextFor(entity: Entity, other: Entity): string {
  if (entity === 'customer' || other === 'customer') {
    return `Count ${ENTITY_WORDS[entity].many} and ${ENTITY_WORDS[other].many} one after the other.`
  }
  return entity === 'person'
    ? 'Put what is asked of the company into a condition of type works_at.'
    : 'Put what is asked of its people into a condition of type has_people.'
}
