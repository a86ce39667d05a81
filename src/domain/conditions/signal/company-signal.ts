import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { signalFromSql } from './signal-from-sql.ts'
import { signalPhrases } from './signal-phrases.ts'
import { signalReadings } from './signal-readings.ts'
import { refineSignal, type SignalAsked, signalShape } from './signal-shape.ts'

export interface CompanySignalCondition extends SignalAsked {
  type: 'company_signal'
}

const make = (asked: SignalAsked): CompanySignalCondition => ({ type: 'company_signal', ...asked })

/**
 * Signals about companies: how many of these types and topics came. Without a comparison: at least one.
 *
 * @example { type: 'company_signal', signal: ['hiring'], topic: ['SDR'], within: { kind: 'last', n: 60, unit: 'day' } }
 */
export const companySignal: ConditionDefinition<'company_signal', CompanySignalCondition, 'company'> = {
  type: 'company_signal',
  entity: 'company',
  schema: z.strictObject({ type: z.literal('company_signal'), ...signalShape }).superRefine(refineSignal),
  form: {
    title: 'Signals about the company',
    start: { type: 'company_signal', signal: ['hiring'], within: { kind: 'last', n: 30, unit: 'day' } },
  },
  meaning:
    'Dated signals about a company (funding, hiring, visit …), at least one unless op says else. topic: a part of it; strength: at least, 0 to 1',
  phrases: signalPhrases(make, 'company'),
  called: () => 'signal signals activity',
  money: () => false,
  ...signalReadings('company'),
  sources: () => ['signals'],
  fromSql: (test, ctx) =>
    test.kind === 'members' && test.entity === 'company' ? signalFromSql(test, ctx, make) : undefined,
}
