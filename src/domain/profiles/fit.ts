import { InputError } from '#kernel/errors.ts'
import { isCondition } from '../criteria/node.ts'
import { entityOf } from '../criteria/entity.ts'
import { normalCriteria } from '../criteria/normal.ts'
import type { Criteria } from '../criteria/schema.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { Parameter, ProfileParameters } from './parameter.ts'
import type { Profile } from './schema.ts'

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

/**
 * Whom a persona fits among those that any of these ICPs fits: people who work at such a company, or customers who are
 * such a customer themselves. Null where that is everybody.
 */
export function fitWithin(
  icps: readonly Pick<Profile, 'entity' | 'parameters'>[],
  parameters: ProfileParameters,
): Criteria | null {
  const own = fitOf(parameters)
  const around = aroundOf(icps)
  if (around === null || own === null) return own ?? around
  if (around === EMPLOYED && worksAtOne(own)) return own
  return normalCriteria({ all: [around, own] })
}

function aroundOf(icps: readonly Pick<Profile, 'entity' | 'parameters'>[]): Criteria | null {
  const fits = icps.map((icp) => fitOf(icp.parameters))
  const known = fits.filter((fit) => fit !== null)
  const any = known.length < fits.length || known.length === 0 ? null : normalCriteria({ any: known })
  if (icps[0]?.entity !== 'company') return any
  // Whoever works nowhere is in no ICP, not even in one that fits every company.
  return any === null ? EMPLOYED : { type: 'works_at', company: any }
}

const EMPLOYED: Criteria = { type: 'works_at', company: { type: 'company', field: 'name', op: 'known' } }

/** Whether they say already where somebody works. */
const worksAtOne = (criteria: Criteria): boolean =>
  isCondition(criteria) ? criteria.type === 'works_at' : 'all' in criteria && criteria.all.some(worksAtOne)

/** Everything that parameters hold, as one tree: what a request for them is accounted for by. */
export const heldBy = (parameters: ProfileParameters): Criteria => ({
  all: parameters.map((parameter) =>
    parameter.mode === 'exclude' ? { none: [parameter.criteria] } : parameter.criteria,
  ),
})

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
