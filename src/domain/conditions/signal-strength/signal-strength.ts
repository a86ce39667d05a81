import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { signalStrengthFromSql } from './signal-strength-from-sql.ts'
import { signalStrengthPhrases } from './signal-strength-phrases.ts'
import { strengthReadings } from './signal-strength-readings.ts'
import { refineStrength, type StrengthAsked, strengthShape } from './signal-strength-shape.ts'

export interface CompanyStrengthCondition extends StrengthAsked {
  type: 'company_signal_strength'
}
export interface PersonStrengthCondition extends StrengthAsked {
  type: 'person_signal_strength'
}

const companies = (asked: StrengthAsked): CompanyStrengthCondition => ({
  type: 'company_signal_strength',
  ...asked,
})
const people = (asked: StrengthAsked): PersonStrengthCondition => ({
  type: 'person_signal_strength',
  ...asked,
})

/**
 * What the signals of companies are worth now: each its strength, halved once every half-life of its type, all added
 * up. A company without signals has 0.
 *
 * @example { type: 'company_signal_strength', signal: ['funding', 'hiring'], op: '>=', value: 0.5 }
 */
export const companySignalStrength: ConditionDefinition<
  'company_signal_strength',
  CompanyStrengthCondition,
  'company'
> = {
  type: 'company_signal_strength',
  entity: 'company',
  schema: z
    .strictObject({ type: z.literal('company_signal_strength'), ...strengthShape })
    .superRefine(refineStrength),
  form: { title: 'Signal strength of the company', start: companies({ op: '>=', value: 0.5 }) },
  meaning: 'Strength of its signals now: faded by age, summed',
  phrases: signalStrengthPhrases(companies),
  ...strengthReadings('company'),
  fromSql: (test, ctx) => signalStrengthFromSql(test, ctx, 'company', companies),
}

/** The same of people. */
export const personSignalStrength: ConditionDefinition<
  'person_signal_strength',
  PersonStrengthCondition,
  'person'
> = {
  type: 'person_signal_strength',
  entity: 'person',
  schema: z
    .strictObject({ type: z.literal('person_signal_strength'), ...strengthShape })
    .superRefine(refineStrength),
  form: { title: 'Signal strength of the person', start: people({ op: '>=', value: 0.5 }) },
  meaning: 'The same of a person',
  phrases: signalStrengthPhrases(people),
  ...strengthReadings('person'),
  fromSql: (test, ctx) => signalStrengthFromSql(test, ctx, 'person', people),
}
