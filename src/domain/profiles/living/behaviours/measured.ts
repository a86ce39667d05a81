import type { RawBuilder } from 'kysely'
import type { PlanContext } from '../../../conditions/define.ts'
import { type Measure, measureOf } from '../../../indicators/measures/index.ts'

/** A measure over all the rows of one customer that count, as indicators have it. */
export function measured(measure: Measure, ctx: PlanContext): RawBuilder<number> {
  const rows = measureOf(measure).rows?.(measure, ctx)
  if (rows === undefined) throw new Error(`The measure ${measure.measure} is no sum over rows`)
  return rows.value
}
