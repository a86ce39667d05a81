import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { profileFromSql } from './profile-from-sql.ts'
import { profilePhrases } from './profile-phrases.ts'
import { profileReadings } from './profile-readings.ts'
import { type ProfileAsked, profileShape, refineProfile } from './profile-shape.ts'

export interface PersonProfileCondition extends ProfileAsked {
  type: 'person_profile'
}

const make = (asked: ProfileAsked): PersonProfileCondition => ({ type: 'person_profile', ...asked })

/**
 * The persona of people, and the ICP of the company that they work at: which, the score under it (0 to 100), or that none
 * fits. Personas are those inside the company’s ICP.
 *
 * @example { type: 'person_profile', kind: 'persona', unfit: true }
 */
export const personProfile: ConditionDefinition<'person_profile', PersonProfileCondition, 'person'> = {
  type: 'person_profile',
  entity: 'person',
  schema: z
    .strictObject({ type: z.literal('person_profile'), kind: z.enum(['icp', 'persona']), ...profileShape })
    .superRefine(refineProfile),
  form: {
    title: 'Persona, or ICP of the company',
    start: make({ kind: 'icp', op: '>=', value: 60 }),
    names: { profile: 'person_profile' },
  },
  meaning: 'A person’s persona, and the ICP of the company',
  phrases: profilePhrases(make, 'person'),
  ...profileReadings('person'),
  fromSql: (test, ctx) => profileFromSql(test, ctx, { entity: 'person', make }),
}
