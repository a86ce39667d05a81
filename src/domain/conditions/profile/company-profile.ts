import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { profileFromSql } from './profile-from-sql.ts'
import { profilePhrases } from './profile-phrases.ts'
import { profileReadings } from './profile-readings.ts'
import { type ProfileAsked, profileShape, refineProfile } from './profile-shape.ts'

export interface CompanyProfileCondition extends ProfileAsked {
  type: 'company_profile'
}

const make = (asked: ProfileAsked): CompanyProfileCondition => ({ type: 'company_profile', ...asked })

/**
 * The ICP of companies: which, the score under it (0 to 100), or that none fits. Every company has one, the live one that
 * it scores highest under.
 *
 * @example { type: 'company_profile', kind: 'icp', op: '>=', value: 60 }
 */
export const companyProfile: ConditionDefinition<'company_profile', CompanyProfileCondition, 'company'> = {
  type: 'company_profile',
  entity: 'company',
  schema: z
    .strictObject({ type: z.literal('company_profile'), kind: z.enum(['icp']), ...profileShape })
    .superRefine(refineProfile),
  form: {
    title: 'ICP of the company',
    start: make({ kind: 'icp', op: '>=', value: 60 }),
    names: { profile: 'company_profile' },
  },
  meaning: 'The ICP of a company likewise',
  phrases: profilePhrases(make, 'company'),
  ...profileReadings('company'),
  fromSql: (test, ctx) => profileFromSql(test, ctx, { entity: 'company', make }),
}
