import { z } from 'zod'
import { attribute } from './attribute.ts'
import { consent } from './consent.ts'
import type { ConditionDefinition } from './define.ts'
import { events } from './events.ts'
import { orders } from './orders.ts'
import { purchases } from './purchases.ts'
import { rank } from './rank.ts'
import { rfm } from './rfm.ts'
import { segment } from './segment.ts'

/** Every kind of condition. The type of all conditions, and their schema, are made of this list. */
export const conditions = [attribute, consent, orders, purchases, events, rfm, segment, rank] as const

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
export function definitionOf(condition: Condition): ConditionDefinition<ConditionType, Condition> {
  const found = byType.get(condition.type)
  if (found === undefined) throw new Error(`There is no condition of type ${condition.type}`)
  return found
}

const byType = new Map<string, ConditionDefinition<ConditionType, Condition>>(
  conditions.map((definition) => [definition.type, definition]),
)
