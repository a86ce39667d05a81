import fc from 'fast-check'
import type { OrderStatus } from '#db/schema.ts'
import { type Instant, toMinute } from '#kernel/clock.ts'
import { type Currency, currencyOf } from '#kernel/money.ts'
import { foldText } from '#kernel/text.ts'
import { type Accounts, arbitraryAccounts } from './accounts.fixture.ts'
import type {
  CustomerRecord,
  EventRecord,
  ExportedRecord,
  MembershipRecord,
  OrderRecord,
  ProductRecord,
} from '../customers/record.ts'
import { arbitraryAnswers, TEST_QUESTIONS } from '../conditions/answer/answer.fixture.ts'
import type { IndicatorMeaning, ProfileMeaning, QuestionMeaning } from '../conditions/define.ts'
import { arbitraryScore, TEST_PROFILES } from '../conditions/profile/scores.fixture.ts'
import { arbitraryIndicators, arbitraryStoredValues } from '../conditions/indicator/indicator.fixture.ts'
import { formatId } from '../exports/formats/index.ts'
import type { Criteria } from './schema.ts'

/** A whole small company in memory: what readings in memory are given, and what is put into a database. */
export interface Company extends Partial<Accounts> {
  readonly now: Instant
  readonly zone: string
  readonly currency: Currency
  readonly products: readonly ProductRecord[]
  /** In the order of their internal ids, which begin with 1. Cancelled orders are among theirs. */
  readonly customers: readonly CustomerRecord[]
  readonly lists: readonly { readonly id: string; readonly name: string }[]
  readonly segments: readonly { readonly id: string; readonly name: string; readonly criteria: Criteria }[]
  /** When segments were first counted; those that never were, or lists, are not there. */
  readonly firstCounts?: ReadonlyMap<string, Instant>
  /** None where a test has no use for them. */
  readonly indicators?: readonly IndicatorMeaning[]
  readonly profiles?: readonly ProfileMeaning[]
  readonly questions?: readonly QuestionMeaning[]
}

/** Texts that differ in case, width, accents and marks that SQL treats specially. */
export const TEXTS = {
  city: [
    'Paris',
    'PARIS',
    'Zürich',
    'ZÜRICH',
    'São Paulo',
    'İzmir',
    "L'Aquila",
    '100% _Town\\',
    'ＴＯＫＹＯ',
  ],
  region: ['California', 'california', 'Île-de-France', 'ÎLE-DE-FRANCE'],
  country: ['CA', 'US', 'FR', 'NA', 'Atlantis'],
  name: ['Ana', 'ANA', 'Zoë', 'ZOË', 'O’Neil'],
  gender: ['female', 'Female', 'male'],
  language: ['en', 'EN', 'fr'],
  postcode: ['SW1A 1AA', 'sw1a 1aa', '10115'],
  email: ['ana@example.com', 'Ana@Example.com', 'zoë@gmail.com', 'x_y@gmail.com'],
  phone: ['+1 (555) 010-0123', '15550100123', '555-0199', '０２０'],
  tag: ['VIP', 'vip', 'Été', 'ÉTÉ', 'staff'],
  interest: ['Hiking', 'hiking', 'Käse'],
  category: ['Tea', 'Coffee', 'Käse'],
  brand: ['Kopi', 'Œuvre'],
  sku: ['ABC-1', 'abc-2'],
  title: ['Gentle Cleanser 200 ml', 'GENTLE Toner', 'Crème Brûlée', '50% off_box'],
  productTag: ['Kids', 'Été'],
  code: ['SUMMER20', 'summer20', 'ÉTÉ'],
  channel: ['online', 'Online', 'MAGASIN É', 'magasin é'],
  device: ['mobile', 'Mobile', 'desktop'],
  event: ['opened_email', 'viewed_product', 'added_to_cart', 'Wheel Spin', 'wheel spin'],
  campaign: ['Summer Sale', 'SUMMER SALE', 'Été'],
} as const

const STATUSES: readonly OrderStatus[] = ['paid', 'pending', 'refunded', 'partially_refunded', 'cancelled']

const DAY = 86_400
const NOWS = ['2024-02-29T12:00:00Z', '2025-11-20T12:00:00Z', '2025-03-30T01:30:00Z', '2023-01-01T00:00:00Z']
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns']

/** Instants around now: on the edges of windows, between them, and after now. */
function instants(now: Instant): fc.Arbitrary<Instant> {
  const edges = fc
    .tuple(
      fc.constantFrom(0, 1, 2, 7, 14, 28, 30, 31, 60, 90, 180, 365, 366),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([days, off]) => now - days * DAY + off)
  const midnights = fc
    .tuple(
      fc.integer({ min: -1, max: 800 }),
      fc.integer({ min: -1, max: 1 }),
      fc.constantFrom(0, 5, -5.5, 13),
    )
    .map(([days, off, hours]) => now - (now % DAY) - days * DAY - hours * 3600 + off)
  return fc.oneof(edges, midnights, fc.integer({ min: now - 3 * 365 * DAY, max: now + 60 * DAY }))
}

/** Few different amounts, so that values tie; a correction is negative. */
const amounts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1000, 2000, 5000, 5001, 10_000) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30_000 }) },
  { weight: 1, arbitrary: fc.constant(-500) },
)
const prices = fc.constantFrom(0, 500, 1000, 2500, 2501)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 })
const pick = <T extends string>(texts: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...texts)
/** Labels that are the same label once. */
const labels = (texts: readonly string[]) => fc.uniqueArray(pick(texts), { maxLength: 2, selector: foldText })

const arbitraryProduct: fc.Arbitrary<ProductRecord> = fc.record({
  // Given when all products are there.
  id: fc.constant(0),
  title: pick(TEXTS.title),
  category: maybe(pick(TEXTS.category)),
  brand: maybe(pick(TEXTS.brand)),
  sku: maybe(pick(TEXTS.sku)),
  tags: labels(TEXTS.productTag),
  price: maybe(prices),
})

function arbitraryOrder(products: readonly ProductRecord[], now: Instant): fc.Arbitrary<OrderRecord> {
  const lines = fc.array(
    fc.record({
      product: fc.constantFrom(...products),
      quantity: fc.integer({ min: 0, max: 3 }),
      price: prices,
    }),
    { maxLength: 3 },
  )
  return fc.record({
    // Given when all orders are there.
    id: fc.constant(0),
    at: instants(now),
    status: fc.constantFrom(...STATUSES),
    total: amounts,
    discount: fc.constantFrom(0, 0, 500, 1500),
    refunded: fc.constantFrom(0, 0, 1000),
    code: maybe(pick(TEXTS.code)),
    channel: maybe(pick(TEXTS.channel)),
    device: maybe(pick(TEXTS.device)),
    lines,
  })
}

const arbitraryEvent = (products: readonly ProductRecord[], now: Instant): fc.Arbitrary<EventRecord> =>
  fc.record({
    type: pick(TEXTS.event),
    at: instants(now),
    product: maybe(fc.constantFrom(...products)),
    campaign: maybe(pick(TEXTS.campaign)),
    channel: maybe(pick(TEXTS.channel)),
    device: maybe(pick(TEXTS.device)),
  })

const LISTS = [
  { id: 'list_vip', name: 'VIP' },
  { id: 'list_summer', name: 'Summer Buyers' },
] as const

const SEGMENTS: Company['segments'] = [
  {
    id: 'seg_canada',
    name: 'Canadians',
    criteria: { type: 'attribute', field: 'country', op: 'equals', value: 'Canada' },
  },
  {
    id: 'seg_back',
    name: 'Back again',
    criteria: {
      all: [
        { type: 'orders', measure: 'count', op: '>=', value: 2 },
        {
          none: [
            { type: 'segment', segment: 'list_vip' },
            { type: 'segment', segment: 'seg_canada' },
          ],
        },
      ],
    },
  },
]

const birthdays = fc.constantFrom('1990-02-28', '1992-02-29', '2000-11-20', '2000-11-21', '1999-12-31')

/** In and out of a segment, from its first count on. */
const arbitraryMemberships = (
  firstCounts: ReadonlyMap<string, Instant>,
  now: Instant,
): fc.Arbitrary<readonly MembershipRecord[]> =>
  fc
    .tuple(
      ...[...firstCounts].map(([segment, begins]) =>
        fc.tuple(fc.boolean(), fc.uniqueArray(instants(now), { maxLength: 4 })).map(([first, drawn]) => {
          const times = [...(first ? [begins] : []), ...drawn.filter((at) => at > begins)].toSorted(
            (a, b) => a - b,
          )
          return times.flatMap((from, i) =>
            i % 2 === 1
              ? []
              : [{ segment, from, entered: from === begins ? null : from, left: times[i + 1] ?? null }],
          )
        }),
      ),
    )
    .map((drawn) => drawn.flat())

const arbitraryExport = (now: Instant): fc.Arbitrary<ExportedRecord> =>
  fc.record({ format: fc.constantFrom(...formatId.values), at: instants(now).map(toMinute) })

const arbitraryFirstCounts = (now: Instant): fc.Arbitrary<ReadonlyMap<string, Instant>> =>
  fc
    .tuple(...SEGMENTS.map(({ id }) => fc.tuple(fc.constant(id), maybe(instants(now)))))
    .map((drawn) => new Map(drawn.flatMap(([id, begins]) => (begins === null ? [] : [[id, begins]]))))

const arbitraryCustomer = (
  products: readonly ProductRecord[],
  now: Instant,
  firstCounts: ReadonlyMap<string, Instant>,
) =>
  fc.record({
    text: fc.record({
      email: maybe(pick(TEXTS.email)),
      phone: maybe(pick(TEXTS.phone)),
      first_name: maybe(pick(TEXTS.name)),
      last_name: maybe(pick(TEXTS.name)),
      gender: maybe(pick(TEXTS.gender)),
      country: maybe(pick(TEXTS.country)),
      region: maybe(pick(TEXTS.region)),
      city: maybe(pick(TEXTS.city)),
      postcode: maybe(pick(TEXTS.postcode)),
      language: maybe(pick(TEXTS.language)),
    }),
    shared: fc.boolean(),
    latitude: maybe(fc.constantFrom(-33.9, 0, 51.5)),
    longitude: maybe(fc.constantFrom(-0.1, 18.4)),
    createdAt: maybe(instants(now)),
    birthday: maybe(birthdays),
    tags: labels(TEXTS.tag),
    interests: labels(TEXTS.interest),
    consent: fc.record({
      email: maybe(fc.constantFrom('subscribed', 'unsubscribed')),
      sms: maybe(fc.constantFrom('subscribed', 'unsubscribed')),
    }),
    reachable: fc.record({ email: fc.boolean(), sms: fc.boolean() }),
    orders: fc.array(arbitraryOrder(products, now), { maxLength: 5 }),
    events: fc.array(arbitraryEvent(products, now), { maxLength: 5 }),
    indicators: arbitraryStoredValues,
    score: arbitraryScore('customer'),
    answers: arbitraryAnswers('customer'),
    lists: fc.subarray(LISTS.map((list) => list.id)).map((ids) => new Set<string>(ids)),
    memberships: arbitraryMemberships(firstCounts, now),
    exports: fc.array(arbitraryExport(now), { maxLength: 2 }),
  })

/** Companies of up to eight customers. */
export const arbitraryCompany: fc.Arbitrary<Company> = fc
  .record({
    now: fc.constantFrom(...NOWS).map((iso) => Date.parse(iso) / 1000),
    zone: fc.constantFrom(...ZONES),
    currency: fc.constantFrom('USD', 'USD', 'JPY', 'KWD').map(currencyOf),
    products: fc
      .array(arbitraryProduct, { minLength: 1, maxLength: 4 })
      .map((drawn) => drawn.map((product, i) => ({ ...product, id: i + 1 }))),
    indicators: arbitraryIndicators,
  })
  .chain((company) => arbitraryFirstCounts(company.now).map((firstCounts) => ({ ...company, firstCounts })))
  .chain((company) =>
    fc
      .tuple(
        fc.array(arbitraryCustomer(company.products, company.now, company.firstCounts), { maxLength: 8 }),
        arbitraryAccounts(instants(company.now)),
      )
      .map(([drawn, accounts]) => ({
        ...company,
        ...accounts,
        customers: drawn.map(numbered()),
        lists: LISTS,
        segments: SEGMENTS,
        profiles: TEST_PROFILES,
        questions: TEST_QUESTIONS,
      })),
  )

type Drawn = Omit<CustomerRecord, 'id' | 'externalId' | 'externalIds'> & { readonly shared: boolean }

/** Gives customers and orders their ids; some customers share an id that two sources gave. */
function numbered(): (drawn: Drawn, index: number) => CustomerRecord {
  let orders = 0
  return ({ shared, ...customer }, index) => ({
    ...customer,
    id: index + 1,
    externalId: `C${index}`,
    externalIds: shared ? [`C${index}`, 'c0'] : [`C${index}`],
    orders: customer.orders.map((order) => ({ ...order, id: ++orders })),
  })
}
