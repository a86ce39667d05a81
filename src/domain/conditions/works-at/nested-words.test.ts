import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from '../../criteria/describe.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import { counts } from '../../criteria/pieces.fixture.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { ENTITY_WORDS } from '../../entities/entity.ts'
import { situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { conditionSchema } from '../index.ts'
import { unprofiled } from '../profile/scores.fixture.ts'

const numRuns = Number(process.env['FC_RUNS'] ?? 100)
const { now, zone, currency } = situation()
const never = (): never => {
  throw new Error('Nothing is named')
}
const ctx = { now, zone, currency, segment: never, indicator: never, ...unprofiled }

const company = fc.constantFrom(
  { field: 'industry', op: 'in', value: ['SaaS', 'Fintech'] },
  { field: 'employees', op: 'between', value: [51, 500] },
  { field: 'tech_stack', op: 'has', value: 'Snowflake' },
  { field: 'country', op: 'in', value: ['DE', 'AT', 'CH'] },
  { field: 'funding_stage', op: '>=', value: 'Series B' },
  { field: 'relationship', op: 'equals', value: 'closed_lost' },
)
const person = fc.constantFrom(
  { field: 'seniority', op: '>=', value: 'VP' },
  { field: 'function', op: 'in', value: ['Sales', 'Marketing'] },
  { field: 'title', op: 'means', value: ['CMO', 'Head of Growth'] },
  { field: 'years_in_role', op: '<', value: 1 },
  { field: 'email', op: 'known' },
)
const group = (type: string, one: fc.Arbitrary<object>): fc.Arbitrary<Criteria> => {
  const condition = one.map((drawn) => conditionSchema.parse({ type, ...drawn }))
  const pair = fc.uniqueArray(condition, {
    minLength: 2,
    maxLength: 2,
    selector: (each) => JSON.stringify(each),
  })
  return fc.oneof(
    condition,
    pair.map((all) => ({ all })),
    pair.map((any) => ({ any })),
    pair.map(([a, b]) => (a === undefined || b === undefined ? { any: [] } : { all: [a, { none: [b] }] })),
    condition.map((none) => ({ none: [none] })),
  )
}
const worksAt = group('company', company).map((inner) => ({ type: 'works_at', company: inner }))
const hasPeople = fc
  .tuple(group('person', person), fc.option(counts, { nil: undefined }))
  .map(([people, test]) => ({ type: 'has_people', people, ...test }))

test.for([
  ['person', worksAt],
  ['company', hasPeople],
] as const)('criteria within criteria are read back from their words: %s', ([entity, drawn]) => {
  fc.assert(
    fc.property(drawn, (input) => {
      const criteria = normalCriteria(conditionSchema.parse(input))
      const words = describe(criteria, ctx)
      const who = entity === 'person' ? 'leads' : ENTITY_WORDS[entity].many
      const found = interpret(`${who} ${ENTITY_WORDS[entity].relative} ${words}`, situation())
      expect({ words, read: found.kind === 'criteria' ? normalCriteria(found.criteria) : found }).toEqual({
        words,
        read: criteria,
      })
    }),
    { numRuns },
  )
})
