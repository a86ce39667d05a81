import { mapConditions } from '../../../criteria/walk.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { ENTITY_WORDS } from '../../../entities/entity.ts'
import { doubtful, type Meaning, question } from '../../../language/grammar/meaning.ts'
import { phrase, skip } from '../../../language/grammar/phrase.ts'
import type { Found, Parser, Reading } from '../../../language/grammar/reading.ts'
import { place } from '../../attribute/attribute-phrases.ts'

/** `HQ in DACH`, `outside the EU`: said of companies and people as of customers. */
export const accountPlace: Parser<Meaning> = (reading, at) => {
  const found = place(reading, at)
  const { entity } = reading
  if (found === undefined && entity !== 'customer') return inCity(reading, at)
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

const lead = phrase(
  'in|from|at|of',
  'who|that|which? is|are|sit|sits|live|lives|work|works|based|located|sitting in|from',
  'hq|headquartered|headquarters|offices? in',
)

/** “CTOs in Munich”, where of companies and people no city is known: the shop’s customers have them. */
function inCity(reading: Reading, at: number): Found<Meaning> | undefined {
  const { entity } = reading
  const { vocabulary } = reading.situation
  if (vocabulary.filled(`${entity}.city`) > 0) return undefined
  const { links } = reading.as('customer')
  const link = links.at(skip(reading, at, lead)).find(({ field }) => field === 'city')
  if (link === undefined) return undefined
  const says = `${link.label} can’t be told: of ${ENTITY_WORDS[entity].many} no city is known. Which country do you mean?`
  return { value: doubtful({ ...question(at, link.end, says), understood: true }), end: link.end }
}

const ofAccounts = (criteria: Criteria, entity: 'company' | 'person'): Criteria =>
  mapConditions(criteria, (condition) => {
    if (condition.type !== 'attribute') return condition
    const { field, op, value } = condition
    if (field !== 'country' && field !== 'region' && field !== 'city') return condition
    if (op !== 'equals' && op !== 'in') return condition
    return { type: entity, field, op, value }
  })
