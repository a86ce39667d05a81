import type { IndicatorPolicy } from '#db/schema.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { kindOf } from './kind.ts'
import type { Measure } from './measures/index.ts'
import { POLICY_WORDS, type ProposedPolicy } from './policy.ts'
import type { Indicators } from './read.ts'
import type { Indicator, IndicatorDefinition } from './schema.ts'

/** The definition that criteria or a measure make; one of the two. */
export function givenDefinition(
  criteria: Criteria | undefined,
  measure: Measure | undefined,
): IndicatorDefinition | undefined {
  if (criteria !== undefined && measure !== undefined) {
    throw new InputError('An indicator is a status or a number, not both', {
      next: 'Give preview_id or measure.',
    })
  }
  if (criteria !== undefined) return { kind: 'status', criteria }
  return measure === undefined ? undefined : { kind: 'number', measure }
}

/** What people asked for, or else what is proposed. */
export const policyOf = (asked: IndicatorPolicy | undefined, proposed: ProposedPolicy): ProposedPolicy =>
  asked === undefined || asked === proposed.policy
    ? proposed
    : {
        policy: asked,
        reason: `As it was asked for. Suggested was that values are ${POLICY_WORDS[proposed.policy]}: ${proposed.reason}`,
      }

/** The indicator, if people may change what it is. Throws ConflictError for built-in ones. */
export function editableIndicator(indicators: Indicators, id: string): Indicator {
  const indicator = indicators.get(id)
  if (indicator.origin === 'custom') return indicator
  throw new ConflictError(`“${indicator.name}” is built in`, {
    next: 'Only how its values are kept can be changed. Create an indicator of your own instead.',
  })
}

/** Conditions that compare a number can't read a status, nor the other way round. Throws ConflictError. */
export function refuseOtherKind(
  indicators: Indicators,
  indicator: Indicator,
  definition: IndicatorDefinition,
): void {
  const [before, after] = [kindOf(indicator), kindOf({ definition, origin: 'custom' })]
  const same =
    before?.kind === after?.kind &&
    (before?.kind !== 'number' || after?.kind !== 'number' || before.unit === after.unit)
  if (same || indicators.usersOf(indicator.id).length === 0) return
  throw new ConflictError(`“${indicator.name}” is used as what it is now, and would become something else`, {
    next: 'Create another indicator, or update what uses this one first.',
  })
}
