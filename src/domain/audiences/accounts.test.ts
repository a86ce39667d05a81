import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ids } from '../members/bitset.ts'
import { makeProfile, storeScores } from '../profiles/standing/scored.fixture.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { type AudienceDefinition, audienceDefinition } from './definition.ts'
import { membersOf } from './steps.ts'

/*
 * Audiences of companies and of the people there, by their scores, against a plain reading of the same people.
 */

const COMPANIES = 12
const PEOPLE = 60

interface Person {
  readonly id: number
  /** The number of the company; null for whoever works at none that is known. */
  readonly at: number | null
  readonly email: string
  readonly icp: number
  /** Null where no persona fits. */
  readonly persona: number | null
}

/** Scores on both sides of 60 and on it, equal for many, so that ties happen. */
const SCORES = [59, 60, 61, 100, 60, 0, 75]
const scoreOf = (n: number) => SCORES[n % SCORES.length] ?? 0
const icpOf = (company: number) => (company % 5 === 4 ? null : scoreOf(company))

let w: TestWorkspace
let people: readonly Person[]
let companies: ReadonlyMap<number, number>

beforeAll(async () => {
  w = await openWorkspace()
  const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
  await w.importRows({
    'companies.csv': ['id,name,country', ...range(COMPANIES).map((n) => `X${n},Company ${n},FR`)],
    'people.csv': [
      'id,company_id,email,phone,country',
      ...range(PEOPLE).map((n) => {
        const email = ['', `p${n}@example.com`, 'nowhere', `q${n}@example.com`][n % 4]
        return `Y${n},${n % 13 === 0 ? '' : `X${1 + (n % COMPANIES)}`},${email},${n % 3 === 0 ? '+33 1 23' : ''},FR`
      }),
    ],
  })
  makeProfile(w.driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(w.driver, { id: 'per_2', name: 'VP Sales', icpId: 'icp_1' })
  companies = internal('companies', 'X')
  const inside = internal('people', 'Y')
  people = range(PEOPLE).flatMap((n) => {
    const at = n % 13 === 0 ? null : 1 + (n % COMPANIES)
    const icp = at === null ? null : icpOf(at)
    const email = ['', 'yes', '', 'yes'][n % 4] ?? ''
    const persona = n % 7 === 3 ? null : scoreOf(n * 3 + 1)
    const id = inside.get(n) ?? 0
    return icp === null ? [] : [{ id, at, email, icp, persona }]
  })
  storeScores(
    w.driver,
    'company',
    range(COMPANIES).flatMap((n) => {
      const icpScore = icpOf(n)
      return icpScore === null ? [] : [{ id: companies.get(n) ?? 0, icp: 1, icpScore }]
    }),
  )
  storeScores(
    w.driver,
    'person',
    people.map(({ id, icp, persona }) => ({
      id,
      icp: 1,
      icpScore: icp,
      persona: persona === null ? null : 2,
      personaScore: persona,
    })),
  )
})
afterAll(() => w.close())

const internal = (table: 'companies' | 'people', letter: string): ReadonlyMap<number, number> =>
  new Map(
    w.services.reader
      .all(query.selectFrom(table).select(['id', 'external_id']))
      .filter(({ external_id }) => external_id.startsWith(letter))
      .map(({ id, external_id }) => [Number(external_id.slice(1)), id]),
  )

const above = (icp: number, persona: number): Criteria => ({
  all: [
    { type: 'person_profile', kind: 'icp', op: '>=', value: icp },
    { type: 'person_profile', kind: 'persona', op: '>=', value: persona },
  ],
})
const source = (criteria: Criteria) => [{ type: 'criteria' as const, criteria }]
const FRENCH: Criteria = { type: 'person', field: 'country', op: 'equals', value: 'FR' }
const COMPANIES_IN_FRANCE: Criteria = { type: 'company', field: 'country', op: 'equals', value: 'FR' }

const membersNow = async (definition: AudienceDefinition) => {
  const { bits } = await w.services.members.of(membersOf(definition, 'aud_x'), { asOf: w.clock.now() })
  return [...ids(bits)]
}

const ofPeople = (more: Partial<AudienceDefinition>): AudienceDefinition =>
  audienceDefinition.parse({ entity: 'person', base: source(FRENCH), less: [], channel: 'sales', ...more })

const propose = (definition: AudienceDefinition) =>
  w.services.draft.proposal(
    {
      kind: 'create_audience',
      audienceId: 'aud_x',
      name: 'A test',
      description: '',
      definition,
      assumptions: [],
    },
    { actor: TESTER },
  )

const byPersona = (a: Person, b: Person) =>
  (b.persona ?? 0) - (a.persona ?? 0) || b.icp - a.icp || a.id - b.id
const bySum = (a: Person, b: Person) => (b.persona ?? 0) + b.icp - ((a.persona ?? 0) + a.icp) || a.id - b.id

test('thresholds, an address, a committee and a cap leave those of a plain reading, the same at every count', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 59, 60, 61, 100),
      fc.constantFrom(0, 60, 61),
      fc.constantFrom('email' as const, 'sales' as const),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      fc.option(
        fc.record({
          customers: fc.integer({ min: 1, max: 20 }),
          order: fc.constantFrom('persona', 'combined'),
        }),
        {
          nil: undefined,
        },
      ),
      async (icp, persona, channel, committee, cap) => {
        const definition = ofPeople({
          base: source(above(icp, persona)),
          channel,
          ...(committee && { committee }),
          ...(cap && { cap: { ...cap } }),
        })
        const reached = people.filter(
          (one) =>
            one.icp >= icp &&
            one.persona !== null &&
            one.persona >= persona &&
            (channel === 'sales' || one.email === 'yes'),
        )
        const seated = [...Map.groupBy(reached.toSorted(byPersona), ({ at }) => at).values()].flatMap(
          (staff) => staff.slice(0, committee),
        )
        const wanted = seated
          .toSorted(cap?.order === 'combined' ? bySum : byPersona)
          .slice(0, cap?.customers)
          .map(({ id }) => id)
          .toSorted((a, b) => a - b)
        expect(await membersNow(definition)).toEqual(wanted)
      },
    ),
    { numRuns: 60 },
  )
})

test('60 itself is above the threshold of 60', async () => {
  const on = people.find(({ icp, persona }) => icp === 60 && persona === 60)
  expect(on).toBeDefined()
  expect(await membersNow(ofPeople({ base: source(above(60, 60)) }))).toContain(on?.id)
  expect(await membersNow(ofPeople({ base: source(above(61, 60)) }))).not.toContain(on?.id)
})

test('a proposal says that consent is not known of people, and who has no usable address', async () => {
  const { summary, difference, preview } = await propose(ofPeople({ channel: 'email', committee: 2 }))
  expect(summary).toMatch(/^Create the e-mail audience “A test” with \d+ people$/)
  expect(difference).toEqual([
    {
      what: 'not known',
      before: null,
      after:
        'Whether they consented to e-mail is not known here: no consent is kept for people at companies, so nobody falls out for it. Nor is it known whether mail to them bounced.',
    },
  ])
  expect(preview?.perimeter?.steps.map(({ kind, words }) => [kind, words])).toEqual([
    ['base', 'are in France'],
    ['address', 'have no usable e-mail address'],
    ['unranked', 'fit no persona, so that no score ranks them'],
    ['committee', 'are not among the 2 at their company with the highest persona score'],
  ])
  expect(preview?.perimeter).toMatchObject({ entity: 'person', reachable: { email: 30, sms: 20 } })
})

test('companies are ranked by ICP score, equal ones by their ids, and have no addresses', async () => {
  const definition = audienceDefinition.parse({
    entity: 'company',
    base: source(COMPANIES_IN_FRANCE),
    less: [],
    channel: 'sales',
    cap: { customers: 4, order: 'icp' },
  })
  const wanted = [...companies]
    .flatMap(([n, id]) => ({ id, score: icpOf(n) ?? -1 }))
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, 4)
  expect(await membersNow(definition)).toEqual(wanted.map(({ id }) => id).toSorted((a, b) => a - b))
  const { preview, summary } = await propose(definition)
  expect(summary).toBe('Create the sales audience “A test” with 4 companies')
  expect(preview?.perimeter).toMatchObject({ reachable: null, members: 4 })
})

test('people of the best accounts fall out with their company', async () => {
  const definition = ofPeople({
    base: source({ type: 'works_at', company: { type: 'company_rank', by: 'icp', top: 1 } }),
  })
  const best = Math.min(...[...companies].filter(([n]) => icpOf(n) === 100).map(([, id]) => id))
  const staff = people.filter(({ at }) => companies.get(at ?? 0) === best).map(({ id }) => id)
  expect(await membersNow(definition)).toEqual(staff)
  const rows = [...companies].map(([, id]) => ({ id, icp: 1, icpScore: id === best ? 1 : 50 }))
  const before = [...companies].flatMap(([n, id]) => {
    const icpScore = icpOf(n)
    return icpScore === null ? [] : [{ id, icp: 1, icpScore }]
  })
  storeScores(w.driver, 'company', rows)
  const after = await membersNow(definition)
  expect(after.length).toBeGreaterThan(0)
  expect(after.filter((id) => staff.includes(id))).toEqual([])
  storeScores(w.driver, 'company', before)
})

test.each<[string, Partial<AudienceDefinition>, string]>([
  ['a holdout', { holdout: 10 }, 'A holdout is a random share of customers: there is none of people'],
  ['a segment', { less: [{ type: 'segment', segment: 'seg_1' }] }, 'Segments hold customers, and this is'],
  ['companies', { base: source(COMPANIES_IN_FRANCE) }, 'These criteria are over companies, and this is'],
  [
    'an order of customers',
    { cap: { customers: 5, order: 'spend' } },
    'An audience of people is not capped by spend',
  ],
  [
    'e-mail to companies',
    { entity: 'company', base: source(COMPANIES_IN_FRANCE), channel: 'email' },
    'Companies have no addresses to write to: there is no e-mail audience of companies',
  ],
  [
    'committees of companies',
    { entity: 'company', base: source(COMPANIES_IN_FRANCE), committee: 3 },
    'So many at each company is said of the people there',
  ],
])('%s is refused with its reason', async (_, more, message) => {
  await expect(propose(ofPeople(more))).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringContaining(message),
  })
})

test('customers are for no sales: that asks for no consent', async () => {
  const buyers: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }
  await expect(propose(ofPeople({ entity: 'customer', base: source(buyers) }))).rejects.toMatchObject({
    name: 'InputError',
    path: ['channel'],
  })
})
