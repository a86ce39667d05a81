import fc from 'fast-check'
import { arbitraryCriteriaOf } from '../../criteria/criteria.fixture.ts'
import type { Entity } from '../../entities/entity.ts'
import type { Parameter, ProfileParameters } from '../parameter.ts'
import type { Numbered } from './gradable.ts'
import type { IcpEntity, Qualifying } from './qualifying.ts'

const weights = fc.constantFrom(1, 2, 3, 7, 1000)

function arbitraryParameters(entity: Entity): fc.Arbitrary<ProfileParameters> {
  const criteria = arbitraryCriteriaOf(entity)
  const grades = fc.array(fc.record({ criteria, credit: fc.integer({ min: 1, max: 99 }) }), {
    minLength: 1,
    maxLength: 2,
  })
  const score = fc.record({ mode: fc.constant('score' as const), criteria, weight: weights })
  const parameter = fc.oneof(
    fc.record({ mode: fc.constantFrom('filter' as const, 'exclude' as const), criteria }),
    { arbitrary: score, weight: 2 },
    fc.tuple(score, grades).map(([one, grades]): Parameter => ({ ...one, grades })),
  )
  return fc.array(parameter, { minLength: 1, maxLength: 4 })
}

const profilesOver = (entity: Entity, maxLength: number): fc.Arbitrary<readonly Numbered[]> =>
  fc
    .array(arbitraryParameters(entity), { maxLength })
    .map((each) => each.map((parameters, i) => ({ number: i + 1, parameters })))

/** ICPs over an entity with personas inside; the numbers count ICPs and personas alike, not in their order. */
export const arbitraryQualifying = (entity: IcpEntity): fc.Arbitrary<Qualifying> => {
  const inner = entity === 'company' ? 'person' : 'customer'
  return fc
    .array(fc.tuple(arbitraryParameters(entity), profilesOver(inner, 3)), { maxLength: 3 })
    .map((icps) => ({
      entity,
      icps: icps.map(([parameters, personas], i) => ({
        number: 100 - i,
        parameters,
        personas: personas.map(({ number, ...persona }) => ({ ...persona, number: 10 * i + number })),
      })),
    }))
}
