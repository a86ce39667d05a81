import { mapConditions } from '../../../criteria/walk.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { ENTITY_WORDS } from '../../../entities/entity.ts'
import type { Meaning } from '../../../language/grammar/meaning.ts'
import type { Parser } from '../../../language/grammar/reading.ts'
import { place } from '../../attribute/attribute-phrases.ts'

/** `HQ in DACH`, `outside the EU`: said of companies and people as of customers. */
export const accountPlace: Parser<Meaning> = (reading, at) => {
  const found = place(reading, at)
  const { entity } = reading
  if (found === undefined || entity === 'customer') return found
  const { criteria, assumptions } = found.value
  const whose = entity === 'company' ? 'Companies' : 'People'
  return {
    ...found,
    value: {
      ...found.value,
      assumptions: assumptions.map((one) => one.replace(/^People/, whose)),
      doubts: found.value.doubts.map((doubt) => ({
        ...doubt,
        says: doubt.says.replace('No customer’s', `No ${ENTITY_WORDS[entity].one}’s`),
      })),
      ...(criteria === undefined ? {} : { criteria: ofAccounts(criteria, entity) }),
    },
  }
}

const ofAccounts = (criteria: Criteria, entity: 'company' | 'person'): Criteria =>
  mapConditions(criteria, (condition) => {
    if (condition.type !== 'attribute') return condition
    const { field, op, value } = condition
    if (field !== 'country' && field !== 'region' && field !== 'city') return condition
    if (op !== 'equals' && op !== 'in') return condition
    return { type: entity, field, op, value }
  })
