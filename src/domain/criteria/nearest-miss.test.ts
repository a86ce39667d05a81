import { expect, test } from 'vitest'
import type { CompanyRecord, PersonRecord } from '../accounts/record.ts'
import { customerWith, nobodyElse, reading } from '../conditions/shared/customer.fixture.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { nearestMiss } from './nearest-miss.ts'
import { parseCriteria } from './parse.ts'

const missed = (criteria: unknown, record: RecordOf[Entity]): readonly (string | undefined)[] =>
  nearestMiss(parseCriteria(criteria), record, nobodyElse, reading).map(({ miss }) => miss?.words)

const email = (is: string) => ({ type: 'consent', channel: 'email', is })
const birthday = (on: unknown) => ({ type: 'anniversary', of: 'birthday', on })
const born = (window: unknown) => ({ type: 'attribute', field: 'birthday', op: 'during', window })
const overdue = (factor: number) => ({ type: 'order_gap', gap: 'average', overdue: factor })

// It is 20 November 2025. She ordered every 30 days, and last 10 days ago.
const ana = {
  ...customerWith({ orders: ['2025-09-11', '2025-10-11', '2025-11-10'] }),
  birthday: '1990-12-24',
  consent: { email: 'subscribed', sms: 'unsubscribed' },
} as const

test.for<[unknown, string]>([
  [email('reachable'), 'a working e-mail address'],
  [email('subscribed'), 'an unsubscription from e-mail'],
  [{ type: 'consent', channel: 'sms', is: 'reachable' }, 'consent to SMS'],
  [birthday({ kind: 'next', n: 7, unit: 'day' }), '27 days earlier in the year'],
  [birthday({ kind: 'months', months: [12] }), '8 days later in the year'],
  [born({ kind: 'older', n: 40, unit: 'year' }), '6 years too young'],
  [born({ kind: 'last', n: 30, unit: 'year' }), '5 years too old'],
  [overdue(1), '20 days more without an order'],
  [overdue(0.1), '1 more order'],
])('a customer: %j', ([criteria, words]) => expect(missed(criteria, ana)).toEqual([words]))

const kim: PersonRecord = {
  id: 1,
  externalId: 'P1',
  text: {
    email: null,
    phone: null,
    first_name: null,
    last_name: null,
    title: 'Head of Sales',
    seniority: 'Manager',
    function: 'Sales',
    country: null,
    region: null,
    city: null,
    timezone: null,
  },
  number: { years_experience: 4, years_in_role: 1 },
  signals: [],
  company: null,
  score: { icp: 3, icpScore: 53, persona: { number: 8, score: 70 } },
  answers: new Map(),
}
const acme: CompanyRecord = {
  id: 1,
  externalId: 'B1',
  text: {
    name: 'Acme',
    domain: null,
    industry: null,
    country: null,
    region: null,
    city: null,
    funding_stage: 'Seed',
    relationship: null,
  },
  number: { employees: 40, revenue: 2_000_000, hiring_velocity: 1, headcount_growth: 0.1 },
  technologies: [],
  signals: [{ type: 'hiring', topic: null, at: reading.now - 86_400, strength: null }],
  people: [kim],
  score: { icp: 3, icpScore: 53, persona: null },
  answers: new Map(),
}
const firm = (field: string, op: string, value: unknown) => ({ type: 'company', field, op, value })
const sellers = { type: 'person', field: 'function', op: 'equals', value: 'Sales' }

test.for<[unknown, string]>([
  [firm('employees', '>=', 50), '10 more employees'],
  [firm('employees', '<', 40), '1 fewer employee'],
  [firm('revenue', '<', 500_000), '$1,500,001 less revenue'],
  [firm('headcount_growth', '>=', 0.3), '20% more headcount growth'],
  [firm('funding_stage', '>=', 'Series B'), '2 steps up in funding stage'],
  [{ type: 'company_signal', signal: ['hiring'], op: '>=', value: 3 }, '2 more such signals'],
  [{ type: 'company_profile', kind: 'icp', op: '>=', value: 60 }, '7 more ICP points'],
  [{ type: 'company_profile', kind: 'icp', op: '<=', value: 53 }, '1 more ICP point'],
  [{ type: 'has_people', people: sellers, op: '>=', value: 3 }, '2 more such people'],
])('a company: %j', ([criteria, words]) => expect(missed(criteria, acme)).toEqual([words]))

test.for<[unknown, string]>([
  [{ type: 'person', field: 'seniority', op: '>=', value: 'VP' }, '2 steps up in seniority'],
  [{ type: 'person', field: 'years_experience', op: '>=', value: 5 }, '1 more year of experience'],
  [{ type: 'person_profile', kind: 'persona', op: '<', value: 70 }, '1 fewer persona point'],
])('a person: %j', ([criteria, words]) => expect(missed(criteria, kim)).toEqual([words]))

test('an address is nearer than a consent', () => {
  const sms = { type: 'consent', channel: 'sms', is: 'reachable' }
  expect(missed({ any: [sms, email('reachable')] }, ana)).toEqual(['a working e-mail address'])
})
