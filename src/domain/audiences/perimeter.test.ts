import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { partOf, placeOf, startOf } from '../conditions/sample/share-of.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ids } from '../members/bitset.ts'
import { reviseSegment } from '../segments/store.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { type AudienceDefinition, audienceDefinition, type AudienceSource } from './definition.ts'
import type { Audience } from './schema.ts'
import { ADDRESSED_CHANNELS, type AddressedChannel } from './shown.ts'
import { membersOf } from './steps.ts'

/*
 * Perimeters against a plain reading of the same people, written down as what they are.
 */

interface Person {
  readonly id: number
  readonly country: string
  readonly email: 'yes' | 'no' | 'unknown'
  readonly sms: 'yes' | 'no' | 'unknown'
  readonly mail: 'good' | 'broken' | 'bounced'
  readonly phone: boolean
  readonly staff: boolean
  /** In cents; equal for many, so that ties happen. */
  readonly spent: number | null
  readonly day: number
}

const STATES = ['yes', 'no', 'unknown', 'yes'] as const
const MAILS = ['good', 'good', 'broken', 'good', 'bounced'] as const

const PEOPLE: readonly Person[] = Array.from({ length: 60 }, (_, i) => ({
  id: i + 1,
  country: ['DE', 'IT', 'ES'][i % 3] ?? '',
  email: STATES[i % 4] ?? 'yes',
  sms: STATES[(i >> 1) % 4] ?? 'yes',
  mail: MAILS[i % 5] ?? 'good',
  phone: i % 3 !== 1,
  staff: i % 11 === 0,
  spent: i % 4 === 3 ? null : ((i * 7) % 5) * 1000 + 1000,
  day: (i * 13) % 28,
}))

const consentCell = { yes: 'true', no: 'false', unknown: '' } as const

const FILES = {
  'customers.csv': [
    'id,email,phone,country,accepts_email,accepts_sms,tags',
    ...PEOPLE.map(({ id, country, email, sms, mail, phone, staff }) =>
      [
        `P${id}`,
        mail === 'broken' ? 'nowhere' : `p${id}@example.com`,
        phone ? `+1 555 01${10 + id}` : '',
        country,
        consentCell[email],
        consentCell[sms],
        staff ? 'staff' : '',
      ].join(','),
    ),
  ],
  'orders.csv': [
    'id,customer_id,ordered_at,status,total,currency',
    ...PEOPLE.flatMap(({ id, spent, day }) =>
      spent === null
        ? []
        : [`PO${id},P${id},2025-10-${String(day + 1).padStart(2, '0')},paid,${spent / 100},USD`],
    ),
  ],
  'events.csv': [
    'id,customer_id,type,occurred_at',
    ...PEOPLE.flatMap(({ id, mail }) =>
      mail === 'bounced' ? [`B${id},P${id},bounced_email,2025-10-01`] : [],
    ),
  ],
  'lists.csv': ['list,customer_id', ...PEOPLE.flatMap(({ id }) => (id % 7 === 0 ? [`Press,P${id}`] : []))],
}

let w: TestWorkspace
/** Internal ids by the number in the imported one. */
let inside: ReadonlyMap<number, number>
let press: string

beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows(FILES)
  const rows = w.services.reader.all(query.selectFrom('identities').select(['external_id', 'customer_id']))
  const ours = rows.filter((row) => row.external_id.startsWith('P'))
  inside = new Map(ours.map((row) => [Number(row.external_id.slice(1)), row.customer_id]))
  press = w.services.segments.get('Press').id
})
afterAll(() => w.close())

interface Pooled {
  source(): AudienceSource
  holds(person: Person): boolean
}

const OURS: Criteria = { type: 'attribute', field: 'country', op: 'in', value: ['DE', 'IT', 'ES'] }
const criteria = (tree: Criteria, holds: Pooled['holds']): Pooled => ({
  source: () => ({ type: 'criteria', criteria: { all: [OURS, tree] } }),
  holds,
})
const country = (code: string): Pooled =>
  criteria({ type: 'attribute', field: 'country', op: 'equals', value: code }, (one) => one.country === code)

const POOL: readonly Pooled[] = [
  country('DE'),
  country('IT'),
  criteria(OURS, () => true),
  criteria({ type: 'attribute', field: 'tags', op: 'has', value: 'staff' }, ({ staff }) => staff),
  criteria({ type: 'orders', measure: 'spend', op: '>', value: 20 }, ({ spent }) => (spent ?? 0) > 2000),
  { source: () => ({ type: 'segment', segment: press }), holds: ({ id }) => id % 7 === 0 },
]

interface Drawn {
  readonly base: readonly Pooled[]
  readonly less: readonly Pooled[]
  readonly channel: AddressedChannel
  readonly holdout: number | undefined
  readonly cap: AudienceDefinition['cap']
}

const some = (least: number) =>
  fc
    .uniqueArray(fc.nat({ max: POOL.length - 1 }), { minLength: least, maxLength: 3 })
    .map((picked) => picked.flatMap((at) => POOL[at] ?? []))
const arbitraryAudience: fc.Arbitrary<Drawn> = fc.record({
  base: some(1),
  less: some(0),
  channel: fc.constantFrom(...ADDRESSED_CHANNELS),
  holdout: fc.option(fc.constantFrom(5, 33.33, 50), { nil: undefined }),
  cap: fc.option(
    fc.record({
      customers: fc.integer({ min: 1, max: 30 }),
      order: fc.constantFrom('spend', 'recent', 'random'),
    }),
    { nil: undefined },
  ),
})

const audienceOf = ({ base, less, channel, holdout, cap }: Drawn, id = 'aud_x'): Audience => ({
  id,
  name: 'A test',
  description: '',
  entity: 'customer',
  channel,
  version: 1,
  members: 0,
  countedAt: '2025-11-20T12:00:00Z',
  createdAt: '2025-11-20T12:00:00Z',
  updatedAt: '2025-11-20T12:00:00Z',
  definition: audienceDefinition.parse({
    base: base.map(({ source }) => source()),
    less: less.map(({ source }) => source()),
    channel,
    ...(holdout === undefined ? {} : { holdout }),
    ...(cap === undefined ? {} : { cap }),
  }),
})

/** Whom each channel may reach, in plain words of the data. */
const REACHES: Readonly<Record<AddressedChannel, (person: Person) => boolean>> = {
  email: ({ email, mail }) => email === 'yes' && mail === 'good',
  sms: ({ sms, phone }) => sms === 'yes' && phone,
  ads: (person) => REACHES.email(person) || REACHES.sms(person),
}

/** The members, without any criteria. */
function plainly({ base, less, channel, holdout, cap }: Drawn, audienceId: string): readonly number[] {
  const idOf = (person: Person) => inside.get(person.id) ?? 0
  const left = PEOPLE.filter((person) => base.some(({ holds }) => holds(person)))
    .filter((person) => !less.some(({ holds }) => holds(person)))
    .filter(REACHES[channel])
    .filter((person) => partOf(idOf(person), startOf(audienceId)) >= (holdout ?? 0) * 100)
  const keyOf = (person: Person): number =>
    cap?.order === 'spend'
      ? (person.spent ?? 0)
      : cap?.order === 'recent'
        ? person.day
        : placeOf(idOf(person), startOf('a number of people'))
  const ranked =
    cap === undefined || cap.order === 'random' ? left : left.filter(({ spent }) => spent !== null)
  return ranked
    .toSorted((a, b) => keyOf(b) - keyOf(a) || idOf(a) - idOf(b))
    .slice(0, cap?.customers)
    .map(idOf)
    .toSorted((a, b) => a - b)
}

const membersNow = async ({ id, definition }: Audience): Promise<readonly number[]> => {
  const { bits } = await w.services.members.of(membersOf(definition, id), { asOf: w.clock.now() })
  return [...ids(bits)]
}

test('the members are those of a plain reading, and the steps lead to exactly them', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryAudience, async (drawn) => {
      const audience = audienceOf(drawn)
      const members = await membersNow(audience)
      expect(members).toEqual(plainly(drawn, audience.id))

      const { perimeter } = await w.services.perimeters.of(audience)
      expect(perimeter.members).toBe(members.length)
      expect(perimeter.steps.at(-1)?.left).toBe(members.length)
      perimeter.steps.slice(1).forEach(({ out, left }, at) => {
        expect(out).toBeGreaterThanOrEqual(0)
        expect(left + out).toBe(perimeter.steps[at]?.left)
      })
      const before = PEOPLE.filter(
        (person) =>
          drawn.base.some(({ holds }) => holds(person)) && !drawn.less.some(({ holds }) => holds(person)),
      )
      for (const channel of ADDRESSED_CHANNELS) {
        expect(perimeter.reachable?.[channel]).toBe(before.filter(REACHES[channel]).length)
      }
    }),
    { numRuns: 200 },
  )
})

const [germany, italy, everyone] = POOL
const plain = (drawn: Partial<Drawn>): Drawn => ({
  base: everyone === undefined ? [] : [everyone],
  less: [],
  channel: 'email',
  holdout: undefined,
  cap: undefined,
  ...drawn,
})

test('people stay held out when the base grows, and another audience holds out others', async () => {
  const heldOut = async (drawn: Drawn, id?: string) => {
    const all = await membersNow(audienceOf({ ...drawn, holdout: undefined }, id))
    const kept = new Set(await membersNow(audienceOf({ ...drawn, holdout: 50 }, id)))
    return all.filter((one) => !kept.has(one))
  }
  if (germany === undefined || italy === undefined) throw new Error('The pool holds both')
  const few = await heldOut(plain({ base: [germany] }))
  const more = await heldOut(plain({ base: [germany, italy] }))
  expect(few.length).toBeGreaterThan(0)
  expect(more.length).toBeGreaterThan(few.length)
  expect(more).toEqual(expect.arrayContaining([...few]))
  expect(await heldOut(plain({ base: [germany, italy] }), 'aud_y')).not.toEqual(more)
})

test('equal spend at the cap: who was there first stays, each time', async () => {
  const ranked = PEOPLE.filter((person) => REACHES.email(person) && person.spent !== null)
    .map(({ spent }) => spent)
    .toSorted((a, b) => (b ?? 0) - (a ?? 0))
  const customers = ranked.findIndex((spent, at) => at > 0 && spent === ranked[at - 1])
  const drawn = plain({ cap: { customers, order: 'spend' } })
  const members = await membersNow(audienceOf(drawn))
  expect(members).toHaveLength(customers)
  expect(members).toEqual(plainly(drawn, 'aud_x'))
  expect(await membersNow(audienceOf(drawn))).toEqual(members)
})

test('each step says why people fall out', async () => {
  const drawn = plain({ less: POOL.slice(5), holdout: 10, cap: { customers: 5, order: 'recent' } })
  const { perimeter } = await w.services.perimeters.of(audienceOf(drawn))
  expect(perimeter.steps.map(({ kind, words }) => `${kind}: ${words}`)).toMatchInlineSnapshot(`
    [
      "base: are in Germany, Italy or Spain and are in Germany, Italy or Spain",
      "suppression: are on the list Press",
      "consent: unsubscribed from e-mail",
      "consent: never consented to e-mail",
      "address: have no usable e-mail address, or mail to it bounced",
      "holdout: are held out: the same random 10 % at every count",
      "unranked: have no order, so that no date ranks them",
      "cap: are not among the 5 customers who ordered last",
    ]
  `)
})

describe('what is gone', () => {
  test('consent that is withdrawn takes people out at once', async () => {
    const audience = audienceOf(plain({}))
    const before = await membersNow(audience)
    const [first] = before
    const person = PEOPLE.find(({ id }) => inside.get(id) === first)
    await w.importRows({
      'customers.csv': ['id,accepts_email', `P${person?.id},false`],
    })
    expect(await membersNow(audience)).toEqual(before.slice(1))
    await w.importRows({ 'customers.csv': ['id,accepts_email', `P${person?.id},true`] })
  })

  test('a suppressed list that was deleted is an error, never left out', async () => {
    const audience = audienceOf(plain({ less: POOL.slice(5) }))
    const by = { at: w.clock.now(), actor: TESTER, proposalId: null }
    reviseSegment(w.driver, press, { deleted: true }, by)
    await expect(w.services.perimeters.of(audience)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'The segment “Press” was deleted',
    })
    await expect(membersNow(audience)).rejects.toMatchObject({ name: 'NotFoundError' })
  })
})
