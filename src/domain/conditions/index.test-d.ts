import type { z } from 'zod'
import type { AttributeCondition } from './attribute/attribute.ts'
import type { Condition, conditionSchema, conditions } from './index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | undefined => undefined

// The type of all conditions is the registry's, and nothing in it has decayed to any.
holds<Equal<Condition['type'], (typeof conditions)[number]['type']>>()
holds<Equal<Condition['type'], z.infer<typeof conditionSchema>['type']>>()
holds<Equal<Extract<Condition, { type: 'attribute' }>, AttributeCondition>>()
holds<
  Equal<
    Condition['type'],
    | 'indicator'
    | 'anniversary'
    | 'attribute'
    | 'company'
    | 'consent'
    | 'distance'
    | 'items'
    | 'share'
    | 'order_gap'
    | 'person'
    | 'has_people'
    | 'works_at'
    | 'company_signal'
    | 'company_signal_strength'
    | 'person_signal_strength'
    | 'person_signal'
    | 'customer_profile'
    | 'company_profile'
    | 'person_profile'
    | 'customer_answer'
    | 'company_answer'
    | 'person_answer'
    | 'combined_score'
    | 'company_rank'
    | 'person_rank'
    | 'change'
    | 'figures'
    | 'nth_order'
    | 'orders'
    | 'purchases'
    | 'events'
    | 'abandoned'
    | 'sequence'
    | 'moment'
    | 'restarted'
    | 'regular'
    | 'rfm'
    | 'segment'
    | 'rank'
    | 'sample'
    | 'exported'
  >
>()
