import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { signalFromSql } from './signal-from-sql.ts'
import { signalPhrases } from './signal-phrases.ts'
import { signalReadings } from './signal-readings.ts'
import { refineSignal, type SignalAsked, signalShape } from './signal-shape.ts'

export interface PersonSignalCondition extends SignalAsked {
  type: 'person_signal'
}

const make = (asked: SignalAsked): PersonSignalCondition => ({ type: 'person_signal', ...asked })

/**
 * Signals about people: how many of these types and topics came. Without a comparison: at least one.
 *
 * @example { type: 'person_signal', signal: ['reply'], op: '=', value: 0 }
 */
export const personSignal: ConditionDefinition<'person_signal', PersonSignalCondition, 'person'> = {
  type: 'person_signal',
  entity: 'person',
  schema: z.strictObject({ type: z.literal('person_signal'), ...signalShape }).superRefine(refineSignal),
  form: {
    title: 'Signals about the person',
    start: { type: 'person_signal', signal: ['reply'], within: { kind: 'last', n: 30, unit: 'day' } },
  },
  meaning: 'The same about a person (job_change, reply, post, visit …)',
  phrases: signalPhrases(make, 'person'),
  called: () => 'signal signals activity',
  money: () => false,
  ...signalReadings('person'),
  sources: () => ['signals'],
  fromSql: (test, ctx) =>
    test.kind === 'members' && test.entity === 'person' ? signalFromSql(test, ctx, make) : undefined,
}
