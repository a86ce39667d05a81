import fc from 'fast-check'
import { anniversaries } from '../conditions/anniversary/anniversary.fixture.ts'
import { abandoned } from '../conditions/abandoned/abandoned.fixture.ts'
import { answerConditions } from '../conditions/answer/answer.fixture.ts'
import { CUSTOMER_FIELDS } from '../conditions/attribute/attribute.ts'
import { exporteds } from '../conditions/exported/exported.fixture.ts'
import { distances } from '../conditions/distance/distance.fixture.ts'
import { type Condition, type ConditionType, conditionSchema, conditions } from '../conditions/index.ts'
import { arbitraryIndicatorConditions } from '../conditions/indicator/indicator.fixture.ts'
import { companyConditions } from '../conditions/company/company.fixture.ts'
import { staffs } from '../conditions/has-people/has-people.fixture.ts'
import { employers } from '../conditions/works-at/works-at.fixture.ts'
import { signalConditions } from '../conditions/signal/signal.fixture.ts'
import { personConditions } from '../conditions/person/person.fixture.ts'
import type { Entity } from '../entities/entity.ts'
import { moments } from '../conditions/moment/moment.fixture.ts'
import { regulars } from '../conditions/regular/regular.fixture.ts'
import { restarts } from '../conditions/restarted/restarted.fixture.ts'
import { sequences } from '../conditions/sequence/sequence.fixture.ts'
import { changes } from '../conditions/change/change.fixture.ts'
import { figuresCompared } from '../conditions/figures/figures.fixture.ts'
import { orderGaps } from '../conditions/order-gap/order-gap.fixture.ts'
import { shares } from '../conditions/share/share.fixture.ts'
import { itemCounts } from '../conditions/items/items.fixture.ts'
import { nthOrders } from '../conditions/nth-order/nth-order.fixture.ts'
import { profileConditions } from '../conditions/profile/profile.fixture.ts'
import { ranks } from '../conditions/rank/rank.fixture.ts'
import { combinedScores } from '../conditions/combined-score/combined-score.fixture.ts'
import { scoreRanks } from '../conditions/score-rank/score-rank.fixture.ts'
import { segments } from '../conditions/segment/segment.fixture.ts'
import { signalStrengths } from '../conditions/signal-strength/signal-strength.fixture.ts'
import { samples } from '../conditions/sample/sample.fixture.ts'
import { RFM_SEGMENTS } from '../rfm/patterns.ts'
import { TEXTS } from './company.fixture.ts'
import {
  arbitraryWindow,
  comparison,
  constants,
  counts,
  eventFilter,
  list,
  money,
  pick,
  productFilter,
  scope,
  some,
  sparse,
} from './pieces.fixture.ts'
import type { Criteria } from './schema.ts'

const group = (node: fc.Arbitrary<Criteria>) => fc.array(node, { minLength: 1, maxLength: 3 })

const ATTRIBUTE_TEXTS = {
  email: TEXTS.email,
  phone: TEXTS.phone,
  first_name: TEXTS.name,
  last_name: TEXTS.name,
  gender: TEXTS.gender,
  region: TEXTS.region,
  city: TEXTS.city,
  postcode: TEXTS.postcode,
  language: TEXTS.language,
} as const

const attributes: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...Object.entries(ATTRIBUTE_TEXTS)).chain(([field, known]) => {
    const texts: readonly string[] =
      field === 'phone' ? [...known, '555'] : [...known, 'a', 'é', '@gmail.com', '%']
    return fc.oneof(
      fc.record({
        field: fc.constant(field),
        op: fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'),
        value: fc.constantFrom(...texts),
      }),
      fc.record({ field: fc.constant(field), op: fc.constant('in'), value: some(fc.constantFrom(...texts)) }),
    )
  }),
  fc.record({
    field: fc.constant('country'),
    op: fc.constant('in'),
    value: list([...TEXTS.country, 'canada', 'United States', 'the netherlands', 'Deutschland']),
  }),
  fc.record({
    field: fc.constant('id'),
    op: fc.constant('in'),
    value: some(fc.constantFrom('C0', 'c0', 'C1', 'C7')),
  }),
  fc.record({ field: fc.constant('tags'), op: fc.constant('in'), value: list(TEXTS.tag) }),
  fc.record({ field: fc.constant('interests'), op: fc.constant('has'), value: pick(TEXTS.interest) }),
  comparison(fc.constantFrom(-33.9, 0, 18.4, 51.5)).chain((test) =>
    fc.record({
      field: fc.constantFrom('latitude', 'longitude'),
      op: fc.constant(test.op),
      value: fc.constant(test.value),
    }),
  ),
  fc.record({ field: fc.constant('created_at'), op: fc.constant('during'), window: arbitraryWindow }),
  fc.record({
    field: fc.constant('birthday'),
    op: fc.constant('during'),
    window: fc.oneof(
      arbitraryWindow.filter(({ kind }) => kind === 'dates'),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'older', n, unit: 'year' })),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'last', n, unit: 'year' })),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'ago', from: n, to: n + 5, unit: 'year' })),
    ),
  }),
  fc.record({
    field: fc.constantFrom(...CUSTOMER_FIELDS.filter((field) => field !== 'id')),
    op: fc.constantFrom('known', 'unknown'),
  }),
)

const orders: fc.Arbitrary<unknown> = fc.oneof(
  counts.chain((test) => fc.record({ measure: fc.constant('count'), ...constants(test), ...scope })),
  money.chain((test) =>
    fc.record({
      measure: fc.constantFrom('spend', 'net_spend', 'average', 'largest', 'smallest', 'discount'),
      ...constants(test),
      ...scope,
    }),
  ),
  fc.record({ measure: fc.constantFrom('first_date', 'last_date'), during: arbitraryWindow }),
)

const purchases: fc.Arbitrary<unknown> = fc
  .record({
    match: fc.constantFrom('any', 'all', 'only', 'none'),
    of: productFilter,
    except: fc.option(productFilter, { nil: undefined, freq: 1 }),
    counted: fc.option(counts, { nil: undefined }),
    spent: fc.option(money, { nil: undefined, freq: 1 }),
    quantity: fc.boolean(),
    ...scope,
  })
  .map(({ counted, spent, quantity, ...condition }) => {
    if (condition.match === 'only' || condition.match === 'none') return condition
    const test =
      spent === undefined
        ? counted && { measure: quantity ? 'quantity' : 'orders', ...counted }
        : { measure: 'spend', ...spent }
    const of =
      condition.match === 'all' ? { category: condition.of.category ?? ['tea', 'Coffee'] } : condition.of
    return { ...condition, of, ...test }
  })

const events: fc.Arbitrary<unknown> = fc
  .record({
    event: list(TEXTS.event),
    test: fc.option(counts, { nil: undefined }),
    within: scope.within,
    where: fc.option(eventFilter, { nil: undefined, freq: 1 }),
  })
  .map(({ test, ...condition }) => ({ ...condition, ...test }))

const scores = some(fc.integer({ min: 1, max: 5 }))
const rfm: fc.Arbitrary<unknown> = sparse({
  segment: some(fc.constantFrom(...RFM_SEGMENTS)),
  pattern: some(fc.stringMatching(/^[1-5*]{3}$/)),
  recency: scores,
  frequency: scores,
  monetary: scores,
})

const MODELS: Readonly<Record<ConditionType, fc.Arbitrary<unknown>>> = {
  anniversary: anniversaries,
  attribute: attributes,
  consent: fc.record({
    channel: fc.constantFrom('email', 'sms'),
    is: fc.constantFrom('subscribed', 'unsubscribed', 'unknown', 'reachable'),
  }),
  distance: distances,
  orders,
  nth_order: nthOrders,
  items: itemCounts,
  share: shares,
  order_gap: orderGaps,
  change: changes,
  figures: figuresCompared,
  purchases,
  events,
  abandoned,
  sequence: sequences,
  moment: moments,
  restarted: restarts,
  regular: regulars,
  rfm,
  segment: segments,
  exported: exporteds,
  rank: ranks(fc.oneof(someOf(), fc.record({ any: group(someOf()) }), fc.record({ none: group(someOf()) }))),
  indicator: arbitraryIndicatorConditions,
  company: companyConditions,
  person: personConditions,
  has_people: staffs,
  works_at: employers,
  company_signal: signalConditions,
  person_signal: signalConditions,
  company_signal_strength: signalStrengths,
  person_signal_strength: signalStrengths,
  customer_profile: profileConditions('customer'),
  company_profile: profileConditions('company'),
  person_profile: profileConditions('person'),
  customer_answer: answerConditions('customer'),
  company_answer: answerConditions('company'),
  person_answer: answerConditions('person'),
  sample: samples,
  combined_score: combinedScores,
  company_rank: scoreRanks('company', accountsOf('company')),
  person_rank: scoreRanks('person', accountsOf('person')),
}

/** Companies or people whom others are ranked among. */
function accountsOf(entity: 'company' | 'person'): fc.Arbitrary<Criteria> {
  const types = [entity, `${entity}_profile`, `${entity}_signal`] as const
  return fc.constantFrom(...types).chain((type) => arbitraryCondition(type))
}

/** Whom others are ranked among. */
function someOf(): fc.Arbitrary<Criteria> {
  const types = ['attribute', 'consent', 'orders', 'rfm', 'segment'] as const
  return fc.constantFrom(...types).chain((type) => arbitraryCondition(type))
}

/** Conditions of one type, as the schema lets them through. */
export const arbitraryCondition = (type: ConditionType): fc.Arbitrary<Condition> =>
  MODELS[type].map((drawn) => conditionSchema.parse({ ...Object(drawn), type }))

/** Conditions of every type that is asked of an entity, in groups of every kind. */
export const arbitraryCriteriaOf = (entity: Entity): fc.Arbitrary<Criteria> =>
  fc.letrec<{ node: Criteria }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthIdentifier: `criteria over ${entity}` },
      {
        weight: 3,
        arbitrary: fc.oneof(
          ...conditions
            .filter((condition) => condition.entity === entity)
            .map(({ type }) => arbitraryCondition(type)),
        ),
      },
      { weight: 1, arbitrary: fc.record({ all: group(tie('node')) }) },
      { weight: 1, arbitrary: fc.record({ any: group(tie('node')) }) },
      { weight: 1, arbitrary: fc.record({ none: group(tie('node')) }) },
    ),
  })).node

/** Over customers. */
export const arbitraryCriteria: fc.Arbitrary<Criteria> = arbitraryCriteriaOf('customer')
