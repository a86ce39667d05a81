import type { Reader } from '#db/run.ts'
import { InputError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { criteriaKey } from '../criteria/same.ts'
import type { Criteria } from '../criteria/schema.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import { criteriaOfParameter, entityOfParameters } from './fit.ts'
import type { ParameterMode, ProfileParameters } from './parameter.ts'
import { allLeavesOf } from '../criteria/nested.ts'
import type { Indicators } from '../indicators/read.ts'
import { refuseScores } from '../references/references.ts'
import type { Segments } from '../segments/read.ts'
import type { Profile } from './schema.ts'

/** Whom a persona is about: people where its ICP is about companies, else customers. */
export const entityInside = ({ entity }: Pick<Profile, 'entity'>): Entity =>
  entity === 'company' ? 'person' : entity

/** What the parameters of a new ICP are about. Throws InputError where that is people, or several. */
export function entityOfIcp(parameters: ProfileParameters): 'company' | 'customer' {
  const entity = entityOfParameters(parameters)
  if (entity !== 'person') return entity
  throw new InputError('An ICP is about companies or customers, and these parameters are about people', {
    next: 'Build a persona of them inside an ICP.',
    path: ['parameters'],
  })
}

/** Throws InputError where parameters are not about whom the profile is about. */
export function refuseStrangers(parameters: ProfileParameters, entity: Entity): void {
  const asked = entityOfParameters(parameters)
  if (asked === entity) return
  throw new InputError(
    `This profile is about ${ENTITY_WORDS[entity].many}, and these parameters are about ${ENTITY_WORDS[asked].many}`,
    { next: `Give parameters about ${ENTITY_WORDS[entity].many}.`, path: ['parameters'] },
  )
}

/**
 * Throws InputError for parameters that contradict or repeat each other, or ask for scores themselves, and for criteria that are not as a count
 * answers them (`resolve`): a name that stands for nothing, a field that the data does not hold.
 */
export function checkParameters(
  parameters: ProfileParameters,
  {
    reader,
    resolve,
    words,
  }: {
    readonly reader: Reader
    resolve(criteria: Criteria): Criteria
    words(criteria: Criteria): string
  },
): void {
  refuseScores(reader, parameters)
  const seen = new Map<string, ParameterMode[]>()
  for (const [at, parameter] of parameters.entries()) {
    const path = ['parameters', at]
    for (const criteria of criteriaOfParameter(parameter)) {
      if (canonicalJson(resolve(criteria)) === criteriaKey(criteria)) continue
      throw new InputError('This parameter names something that the workspace knows under an id', {
        next: 'Count its criteria first, and give those of the preview.',
        path,
      })
    }
    const key = criteriaKey(parameter.criteria)
    const modes = seen.get(key) ?? []
    const clash = modes.find((mode) => mode === parameter.mode || [mode, parameter.mode].includes('exclude'))
    if (clash !== undefined) {
      throw new InputError(
        clash === parameter.mode
          ? `“${words(parameter.criteria)}” is there twice`
          : `“${words(parameter.criteria)}” is excluded, and also a ${[clash, parameter.mode].find((mode) => mode !== 'exclude')} parameter: that contradicts itself`,
        { next: 'Keep one of the two.', path },
      )
    }
    seen.set(key, [...modes, parameter.mode])
  }
}

/** Throws NotFoundError where a segment or an indicator that parameters name is not there any more. */
export function refuseMissingNames(
  parameters: ProfileParameters,
  { segments, indicators }: { readonly segments: Segments; readonly indicators: Indicators },
): void {
  for (const { condition } of parameters.flatMap(criteriaOfParameter).flatMap((one) => allLeavesOf(one))) {
    if (condition.type === 'indicator') indicators.get(condition.indicator)
    if (condition.type !== 'segment') continue
    segments.get(condition.segment)
    if (condition.from !== undefined) segments.get(condition.from)
  }
}
