import { InputError } from '#kernel/errors.ts'
import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { Parameter, ProfileParameters } from './parameter.ts'

const ofMode = (parameters: ProfileParameters, mode: Parameter['mode']): readonly Criteria[] =>
  parameters.flatMap((parameter) => (parameter.mode === mode ? [parameter.criteria] : []))

/**
 * Whom a profile fits: whoever passes every filter and no exclude, whatever the score. Null where it has neither, and
 * so fits everybody.
 */
export function fitOf(parameters: ProfileParameters): Criteria | null {
  const filters = ofMode(parameters, 'filter')
  const excludes = ofMode(parameters, 'exclude')
  const parts = [...filters, ...(excludes.length === 0 ? [] : [{ none: excludes }])]
  const [only, ...others] = parts
  if (only === undefined) return null
  return others.length === 0 ? only : { all: parts }
}

/** All criteria of a parameter: its own, and those of its grades. */
export const criteriaOfParameter = (parameter: Parameter): readonly Criteria[] => [
  parameter.criteria,
  ...(parameter.mode === 'score' ? (parameter.grades ?? []).map(({ criteria }) => criteria) : []),
]

/** Of whom all parameters are. Throws InputError where they are of different entities. */
export function entityOfParameters(parameters: ProfileParameters): Entity {
  const [first, ...others] = parameters.flatMap(criteriaOfParameter).map(entityOf)
  if (first === undefined) throw new Error('A profile has at least one parameter')
  const stranger = others.find((entity) => entity !== first)
  if (stranger === undefined) return first
  throw new InputError(
    `This profile mixes ${ENTITY_WORDS[first].many} and ${ENTITY_WORDS[stranger].many}: all its parameters are about the same`,
    {
      next: 'An ICP is about companies or about customers; people are for the personas inside it.',
      path: ['parameters'],
    },
  )
}
