import fc from 'fast-check'
import type { Instant } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import { arbitraryAnswers } from '../conditions/answer/answer.fixture.ts'
import { arbitraryScore, withPersona } from '../conditions/profile/scores.fixture.ts'
import type { CompanyRecord, PersonRecord, SignalRecord } from '../accounts/record.ts'

/** Texts of companies and people, some alike but for case, width or marks that SQL treats specially. */
export const ACCOUNT_TEXTS = {
  name: ['Acme', 'ACME', 'Zürich Labs', '100% _Corp\\', "O'Neil & Co"],
  domain: ['acme.com', 'Acme.com', 'labs.ch'],
  industry: ['SaaS', 'saas', 'E-commerce', 'Financial Services', 'Käse'],
  country: ['DE', 'NL', 'US', 'Atlantis'],
  region: ['Bavaria', 'BAVARIA', 'Île-de-France'],
  city: ['Berlin', 'berlin', 'São Paulo'],
  technology: ['Snowflake', 'snowflake', 'dbt', 'Google Cloud', 'Œuvre'],
  funding_stage: ['Seed', 'seed', 'Pre-Seed', 'Series A', 'series b', 'Series C', 'Public', 'Bootstrapped'],
  relationship: ['prospect', 'pipeline', 'customer', 'churned', 'closed_lost'],
  title: [
    'VP Sales',
    'VP of Sales',
    'Vice President, Commercial Sales',
    'Assistant to the VP Sales',
    'CMO',
    'Chief Marketing Officer',
    'Head of Growth',
    'Growth Marketing Lead',
    'growth marketing lead',
    'Software Engineer',
    '100%_Été',
  ],
  seniority: ['C-suite', 'VP', 'vp', 'Director', 'Manager', 'IC', 'Wizard'],
  function: ['Sales', 'sales', 'Marketing', 'HR'],
  timezone: ['Europe/Berlin', 'America/New_York'],
  email: ['ana@acme.com', 'Ana@Acme.com', 'zoë@labs.ch'],
  phone: ['+1 555 0100'],
  person: ['Ana', 'Zoë'],
  signal: ['funding', 'Funding', 'hiring', 'reply', 'post'],
  topic: ['Series B', 'SDR', 'sdr', 'hiring', 'interested'],
} as const

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 })
const pick = <T extends string>(texts: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...texts)
const text = (texts: readonly string[]) => maybe(pick<string>(texts))

const arbitrarySignals = (instants: fc.Arbitrary<Instant>): fc.Arbitrary<readonly SignalRecord[]> =>
  fc
    .array(
      fc.record({
        type: pick<string>(ACCOUNT_TEXTS.signal),
        topic: text(ACCOUNT_TEXTS.topic),
        at: instants,
        strength: maybe(fc.constantFrom(0, 0.25, 0.5, 1)),
      }),
      { maxLength: 3 },
    )
    .map((signals) => signals.toSorted((a, b) => a.at - b.at))

const arbitraryPerson = (instants: fc.Arbitrary<Instant>) =>
  fc.record({
    text: fc.record({
      email: text(ACCOUNT_TEXTS.email),
      phone: text(ACCOUNT_TEXTS.phone),
      first_name: text(ACCOUNT_TEXTS.person),
      last_name: text(ACCOUNT_TEXTS.person),
      title: text(ACCOUNT_TEXTS.title),
      seniority: text(ACCOUNT_TEXTS.seniority),
      function: text(ACCOUNT_TEXTS.function),
      country: text(ACCOUNT_TEXTS.country),
      region: text(ACCOUNT_TEXTS.region),
      city: text(ACCOUNT_TEXTS.city),
      timezone: text(ACCOUNT_TEXTS.timezone),
    }),
    number: fc.record({
      years_experience: maybe(fc.constantFrom(0, 1.4, 5, 10, 23.9)),
      years_in_role: maybe(fc.constantFrom(0, 0.5, 1, 2, 4)),
    }),
    signals: arbitrarySignals(instants),
    answers: arbitraryAnswers('person'),
    /** By the ICP of the company: one of its personas, or none. */
    scores: fc.record({
      3: withPersona({ icp: 3, icpScore: 0 }, 'person'),
      4: withPersona({ icp: 4, icpScore: 0 }, 'person'),
    }),
    /** Which company, of those there are; nobody knows for the highest. */
    employer: fc.nat({ max: 6 }),
  })

const arbitraryAccount = (instants: fc.Arbitrary<Instant>) =>
  fc.record({
    text: fc.record({
      name: text(ACCOUNT_TEXTS.name),
      domain: text(ACCOUNT_TEXTS.domain),
      industry: text(ACCOUNT_TEXTS.industry),
      country: text(ACCOUNT_TEXTS.country),
      region: text(ACCOUNT_TEXTS.region),
      city: text(ACCOUNT_TEXTS.city),
      funding_stage: text(ACCOUNT_TEXTS.funding_stage),
      relationship: text(ACCOUNT_TEXTS.relationship),
    }),
    number: fc.record({
      employees: maybe(fc.constantFrom(1, 50, 51, 500, 501)),
      revenue: maybe(fc.constantFrom(0, 1000, 5_000_000, 20_000_000)),
      hiring_velocity: maybe(fc.constantFrom(0, 1, 12)),
      headcount_growth: maybe(fc.constantFrom(-0.2, 0, 0.07, 0.3, 1)),
    }),
    technologies: fc.uniqueArray(pick(ACCOUNT_TEXTS.technology), { maxLength: 3, selector: foldText }),
    signals: arbitrarySignals(instants),
    score: arbitraryScore('company'),
    answers: arbitraryAnswers('company'),
  })

export interface Accounts {
  readonly companies: readonly CompanyRecord[]
  readonly people: readonly PersonRecord[]
}

/** A few companies with their people, and people of whom nobody knows where they work. */
export const arbitraryAccounts = (instants: fc.Arbitrary<Instant>): fc.Arbitrary<Accounts> =>
  fc
    .tuple(
      fc.array(arbitraryAccount(instants), { maxLength: 5 }),
      fc.array(arbitraryPerson(instants), { maxLength: 8 }),
    )
    .map(([accounts, staff]) => {
      const companies = accounts.map((account, i) => ({
        ...account,
        id: i + 1,
        externalId: `B${i}`,
        people: new Array<PersonRecord>(),
      }))
      const people = staff.map(({ employer, scores, ...person }, i) => {
        const company = companies[employer] ?? null
        const inside = company?.score ?? null
        const score = inside && { ...inside, persona: (inside.icp === 3 ? scores[3] : scores[4]).persona }
        const record: PersonRecord = { ...person, id: i + 1, externalId: `L${i}`, company, score }
        company?.people.push(record)
        return record
      })
      return { companies, people }
    })
