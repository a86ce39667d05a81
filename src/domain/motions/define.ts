import type { AudienceDefinition } from '../audiences/definition.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { MotionAsked, MotionEntity, MotionInput } from './shown.ts'

/** Whom a motion takes, before a channel is chosen. */
export type MotionAudience = Pick<AudienceDefinition, 'entity' | 'base' | 'committee' | 'cap'>

/**
 * One way of working through people at companies by their scores, as a preset for an audience of them. A motion is one
 * file in this folder and one line in index.ts.
 *
 * @example see account-based.ts
 */
export interface Motion {
  /** For people: `Account-based`. */
  readonly title: string
  /** Whom it takes and in which order, in a sentence or two, with every formula in words. */
  readonly about: string
  /** Whom it can be about: those who have a persona. */
  readonly entities: readonly MotionEntity[]
  /** What can be set about it, in the order in which people are asked, and what they are offered. */
  readonly inputs: Readonly<Partial<Record<MotionInput, number>>>
  audience(asked: MotionAsked, entity: MotionEntity): MotionAudience
}

/** People by the ICP score of their company and their own persona score, where a threshold is set. */
export const scoresAbove = (
  { minIcp, minPersona }: MotionAsked,
  entity: MotionEntity = 'person',
): readonly Criteria[] => [
  ...(minIcp === undefined
    ? []
    : [{ type: `${entity}_profile`, kind: 'icp', op: '>=', value: minIcp } as const]),
  ...(minPersona === undefined
    ? []
    : [{ type: `${entity}_profile`, kind: 'persona', op: '>=', value: minPersona } as const]),
]

/** Everything that must hold, as one source of an audience. */
export function sourceOf(parts: readonly Criteria[]): AudienceDefinition['base'] {
  const [first, ...others] = parts
  if (first === undefined) throw new Error('A motion takes somebody')
  return [{ type: 'criteria', criteria: others.length === 0 ? first : { all: [first, ...others] } }]
}
