import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import type { CompanyRecord, PersonRecord } from '../../accounts/record.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { ConditionDefinition, InnerReadings } from '../define.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonOf,
  isNone,
  isSome,
  normalCount,
  OPERATORS,
  type Operator,
  refineComparison,
  refineCount,
  timesWords,
} from '../shared/comparison.ts'
import { comparisonText } from '../shared/comparison-sql.ts'
import { countMiss } from '../shared/miss.ts'
import { nestedCriteria } from '../shared/nested-criteria.ts'
import { not } from '../shared/set-query.ts'
import { hasPeopleFromSql } from './has-people-from-sql.ts'
import { hasPeoplePhrases } from './has-people-phrases.ts'

/** Written out, because criteria within it are made of it. */
export interface HasPeopleCondition {
  type: 'has_people'
  people: Criteria
  op?: Operator | undefined
  value?: number | [number, number] | undefined
}

const hasPeopleSchema = z
  .strictObject({
    type: z.literal('has_people'),
    people: nestedCriteria,
    op: z.enum(OPERATORS).optional(),
    value: comparedSchema.optional(),
  })
  .superRefine((c, ctx) => {
    refineComparison(c, ctx)
    refineCount(c.value, ctx)
  })

/**
 * Companies by how many of the people there meet other criteria. Without a comparison: at least one.
 *
 * @example { type: 'has_people', op: '>=', value: 3, people: { type: 'person', field: 'function', op: 'equals', value: 'Marketing' } }
 */
export const hasPeople: ConditionDefinition<'has_people', HasPeopleCondition, 'company'> = {
  type: 'has_people',
  entity: 'company',
  schema: hasPeopleSchema,
  form: {
    title: 'People who work there',
    start: { type: 'has_people', people: { type: 'person', field: 'seniority', op: 'equals', value: 'VP' } },
  },
  meaning: 'Companies where so many people (at least one unless op says else) meet criteria over people',
  phrases: hasPeoplePhrases,
  called: () => 'people staff team',
  money: () => false,
  normal(condition) {
    const { op: _op, value: _value, ...others } = condition
    const test = normalCount(testOf(condition))
    return isSome(test) ? others : { ...others, ...test }
  },
  sources: () => ['people', 'companies'],
  check: () => [],
  words(condition, _ctx, inner) {
    const test = testOf(condition)
    const count = isNone(test) ? 'no people' : timesWords(test, 'person', 'people')
    return `have ${count} who (${inner.words(condition.people)})`
  },
  nested: {
    key: 'people',
    entity: 'person',
    of: ({ people }) => people,
    with: (condition, people) => ({ ...condition, people }),
  },
  plan(condition) {
    const test = testOf(condition)
    const none = compare(0, test)
    const counted = none ? outside(condition.people, test) : inside(condition.people, test)
    return none ? not(counted) : counted
  },
  predicate(condition, _ctx, inner) {
    const test = testOf(condition)
    const complement = compare(0, test)
    const rows = `SELECT company_id FROM v_people AS person WHERE company_id IS NOT NULL AND ${inner.predicate(condition.people)}`
    const having = (complement ? isNone(test) : isSome(test))
      ? ''
      : ` GROUP BY company_id HAVING ${comparisonText('COUNT(*)', test, { complement })}`
    return `company.id ${complement ? 'NOT IN' : 'IN'} (${rows}${having})`
  },
  fromSql: hasPeopleFromSql,
  holds: (condition, company, _population, _ctx, inner) =>
    compare(staffOf(company, condition, inner).length, testOf(condition)),
  actual(condition, company, _population, _ctx, inner) {
    const staff = staffOf(company, condition, inner).length
    return `has ${staff === 0 ? 'no such people' : countOf(staff, 'such person', 'such people')}`
  },
  miss: (condition, company, _population, _ctx, inner) =>
    countMiss(staffOf(company, condition, inner).length, testOf(condition), 'such person', 'such people'),
}

const testOf = (condition: HasPeopleCondition): Comparison =>
  comparisonOf(condition) ?? { op: '>=', value: 1 }

const staffOf = (
  company: CompanyRecord,
  { people }: HasPeopleCondition,
  inner: Pick<InnerReadings, 'holds'>,
): readonly PersonRecord[] => company.people.filter((person) => inner.holds(people, person))

const MOST = Number.MAX_SAFE_INTEGER
const staff = (criteria: Criteria, from: number, to: number): SetPlan =>
  from > to ? { kind: 'nobody' } : { kind: 'staff', criteria, from, to }

/** Companies where a number of people, never none, passes. */
function inside(people: Criteria, { op, value }: Comparison): SetPlan {
  if (Array.isArray(value)) return staff(people, value[0], value[1])
  switch (op) {
    case '>':
      return staff(people, value + 1, MOST)
    case '>=':
      return staff(people, value, MOST)
    case '<':
      return staff(people, 1, value - 1)
    case '<=':
      return staff(people, 1, value)
    case '=':
    case 'between':
      return staff(people, value, value)
  }
}

/** Companies where a number of people fails that none passes. */
function outside(people: Criteria, { op, value }: Comparison): SetPlan {
  if (Array.isArray(value)) return staff(people, value[1] + 1, MOST)
  switch (op) {
    case '<':
      return staff(people, value, MOST)
    case '<=':
    case '=':
    case 'between':
      return staff(people, value + 1, MOST)
    case '>':
    case '>=':
      // Everybody has more than fewer than none.
      return { kind: 'nobody' }
  }
}
