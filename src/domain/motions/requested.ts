import { InputError } from '#kernel/errors.ts'
import type { AudienceDefinition } from '../audiences/definition.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import type { Services } from '../services.ts'
import type { Motion } from './define.ts'
import { motionOf } from './index.ts'
import {
  type MotionAsked,
  motionAskedSchema,
  type MotionChoice,
  type MotionEntity,
  motionId,
  type MotionInput,
  type MotionRequest,
} from './shown.ts'

const INPUTS = motionAskedSchema.keyof().options

/**
 * The change that is asked for: an ordinary audience, of which nothing is special once it is made. Throws InputError
 * for a motion that there is not of the entity, and for what the motion has no place for.
 */
export function motionChange(
  { ids }: Pick<Services, 'ids'>,
  { motion: id, entity, name, channel, asked }: MotionRequest,
) {
  const motion = motionOf(id)
  const { many } = ENTITY_WORDS[entity]
  if (!motion.entities.includes(entity)) {
    throw new InputError(`${motion.title} is about people at companies, not about ${many}`, {
      next: 'Choose “Both scores”.',
      path: ['motion'],
    })
  }
  const strange = INPUTS.find((input) => asked[input] !== undefined && !(input in motion.inputs))
  if (strange !== undefined) {
    throw new InputError(`${motion.title} has no place for “${LABELS[strange]}”`, {
      next: 'Leave it out, or choose another motion.',
      path: ['asked', strange],
    })
  }
  const words = motionWords(motion, asked)
  const definition: AudienceDefinition = { ...motion.audience(asked, entity), less: [], channel }
  return {
    kind: 'create_audience' as const,
    audienceId: ids.next('aud'),
    name,
    description: words,
    assumptions: [words],
    definition,
  }
}

/** `Account-based: … ICP score at least 60, persona score at least 60.` */
function motionWords({ title, about }: Motion, asked: MotionAsked): string {
  const thresholds = [
    ...(asked.minIcp === undefined ? [] : [`ICP score at least ${asked.minIcp}`]),
    ...(asked.minPersona === undefined ? [] : [`persona score at least ${asked.minPersona}`]),
    ...(asked.minCombined === undefined ? [] : [`combined score at least ${asked.minCombined}`]),
  ]
  return `${title}: ${about}${thresholds.length === 0 ? '' : ` ${capital(thresholds.join(', '))}.`}`
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

const LABELS: Readonly<Record<MotionInput, string>> = {
  minIcp: 'ICP score at least',
  minPersona: 'Persona score at least',
  minCombined: 'Combined score at least',
  accounts: 'Accounts',
  committee: 'People at each account, at most',
  most: 'People in all, at most',
}

/** The motions of an entity. */
export const motionChoices = (entity: MotionEntity): readonly MotionChoice[] =>
  motionId.options.flatMap((id) => {
    const { title, about, inputs, entities } = motionOf(id)
    if (!entities.includes(entity)) return []
    const named = INPUTS.flatMap((name) => {
      const offered = inputs[name]
      return offered === undefined ? [] : [{ name, label: LABELS[name], offered }]
    })
    return { id, title, about, inputs: named }
  })
