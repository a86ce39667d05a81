import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { profileFromSql } from './profile-from-sql.ts'
import { profilePhrases } from './profile-phrases.ts'
import { profileReadings } from './profile-readings.ts'
import { type ProfileAsked, profileShape, refineProfile } from './profile-shape.ts'

export interface CustomerProfileCondition extends ProfileAsked {
  type: 'customer_profile'
}

const make = (asked: ProfileAsked): CustomerProfileCondition => ({ type: 'customer_profile', ...asked })

/**
 * The ICP and the persona of customers, where ICPs are over customers: which, the score under it (0 to 100), or that none
 * fits. Everybody has one ICP, the live one that they score highest under, and one persona inside it.
 *
 * @example { type: 'customer_profile', kind: 'icp', profile: ['prof_1'], op: '>=', value: 60 }
 */
export const customerProfile: ConditionDefinition<'customer_profile', CustomerProfileCondition, 'customer'> =
  {
    type: 'customer_profile',
    entity: 'customer',
    schema: z
      .strictObject({
        type: z.literal('customer_profile'),
        kind: z.enum(['icp', 'persona']),
        ...profileShape,
      })
      .superRefine(refineProfile),
    form: {
      title: 'ICP or persona',
      start: make({ kind: 'icp', op: '>=', value: 60 }),
      names: { profile: 'customer_profile' },
    },
    meaning: 'ICP (kind icp) or persona, by profile ids; its score from 0 to 100. unfit: none fits',
    phrases: profilePhrases(make, 'customer'),
    ...profileReadings('customer'),
    fromSql: (test, ctx) => profileFromSql(test, ctx, { entity: 'customer', make }),
  }
