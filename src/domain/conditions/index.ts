import { z } from 'zod'
import type { Entity } from '../entities/entity.ts'
import { anniversary } from './anniversary/anniversary.ts'
import { abandoned } from './abandoned/abandoned.ts'
import { companyAnswer, customerAnswer, personAnswer } from './answer/answer.ts'
import { attribute } from './attribute/attribute.ts'
import { change } from './change/change.ts'
import { company } from './company/company.ts'
import { companySignal } from './signal/company-signal.ts'
import { personSignal } from './signal/person-signal.ts'
import { combinedScore } from './combined-score/combined-score.ts'
import { consent } from './consent/consent.ts'
import type { ConditionDefinition } from './define.ts'
import { distance } from './distance/distance.ts'
import { events } from './events/events.ts'
import { exported } from './exported/exported.ts'
import { figures } from './figures/figures.ts'
import { hasPeople } from './has-people/has-people.ts'
import { indicator } from './indicator/indicator.ts'
import { items } from './items/items.ts'
import { nthOrder } from './nth-order/nth-order.ts'
import { orderGap } from './order-gap/order-gap.ts'
import { orders } from './orders/orders.ts'
import { person } from './person/person.ts'
import { purchases } from './purchases/purchases.ts'
import { companyProfile } from './profile/company-profile.ts'
import { customerProfile } from './profile/customer-profile.ts'
import { personProfile } from './profile/person-profile.ts'
import { rank } from './rank/rank.ts'
import { rfm } from './rfm/rfm.ts'
import { sample } from './sample/sample.ts'
import { moment } from './moment/moment.ts'
import { companyRank, personRank } from './score-rank/score-rank.ts'
import { regular } from './regular/regular.ts'
import { restarted } from './restarted/restarted.ts'
import { sequence } from './sequence/sequence.ts'
import { share } from './share/share.ts'
import { companySignalStrength, personSignalStrength } from './signal-strength/signal-strength.ts'
import { worksAt } from './works-at/works-at.ts'
import { segment } from './segment/segment.ts'

/**
 * Every kind of condition. The type of all conditions, their schema and the phrases that mean them are made of
 * this list; of phrases that are equally long the earlier one is meant.
 */
export const conditions = [
  rfm,
  segment,
  exported,
  anniversary,
  attribute,
  distance,
  consent,
  sequence,
  moment,
  restarted,
  regular,
  purchases,
  orders,
  nthOrder,
  items,
  share,
  change,
  figures,
  orderGap,
  abandoned,
  events,
  rank,
  indicator,
  customerProfile,
  companyProfile,
  personProfile,
  combinedScore,
  companyRank,
  personRank,
  company,
  hasPeople,
  person,
  companySignalStrength,
  personSignalStrength,
  companySignal,
  personSignal,
  customerAnswer,
  companyAnswer,
  personAnswer,
  worksAt,
  sample,
] as const

type Definition = (typeof conditions)[number]
export type Condition = z.infer<Definition['schema']>
export type ConditionType = Definition['type']

const [first, ...others] = conditions
export const conditionSchema = z.discriminatedUnion('type', [
  first.schema,
  ...others.map((definition) => definition.schema),
])

/**
 * The readings of a condition. A definition's methods take its own kind of condition; the one found by a
 * condition's type is given that condition, which the compiler can't see but method parameters let through.
 */
export function definitionOf(condition: Condition): ConditionDefinition<ConditionType, Condition, Entity> {
  const found = byType.get(condition.type)
  if (found === undefined) throw new Error(`There is no condition of type ${condition.type}`)
  return found
}

const byType = new Map<string, ConditionDefinition<ConditionType, Condition, Entity>>(
  conditions.map((definition) => [definition.type, definition]),
)
