import type { RawBuilder } from 'kysely'
import type { PlanContext } from '../../../conditions/define.ts'
import type { MeasureUnit } from '../../../indicators/measures/units.ts'

/** What somebody wants more of, with the number of each customer that says how much of it there is. */
export interface Goal {
  /** `raise_aov` */
  readonly id: string
  /** As people say it: `Raise AOV`. A persona that is saved for it has this goal. */
  readonly name: string
  /** How people say it behind "groups to …" and "whom …", as spellings of a phrase (`grammar/phrase.ts`). */
  readonly said: readonly string[]
  /** What is measured: `average order`. */
  readonly measure: string
  readonly unit: Extract<MeasureUnit, 'money' | 'percent' | 'count'>
  /** Over the orders of one customer, `o`; null where it cannot be known. */
  value(ctx: PlanContext): RawBuilder<unknown>
  /** Behaviours that are all but the measure itself: to find them again would tell nothing. */
  readonly without?: readonly string[]
}

export const YEAR = 365 * 86_400
