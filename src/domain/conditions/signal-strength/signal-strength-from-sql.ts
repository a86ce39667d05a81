import { aggregated } from '../../criteria/sql/aggregate.ts'
import { everyPart } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { comparisonIn, oneOf, take } from '../../criteria/sql/take.ts'
import { THOUSAND } from '../../signals/strength.ts'
import type { Condition } from '../index.ts'
import { mapValues } from '../shared/comparison.ts'
import type { StrengthAsked } from './signal-strength-shape.ts'

/** `… GROUP BY company_id HAVING SUM(CAST(ROUND(1000 * full_strength * POW(0.5, …)) AS INTEGER)) >= 500`, as printed. */
export function signalStrengthFromSql(
  test: SqlTest,
  ctx: SqlContext,
  entity: 'company' | 'person',
  make: (asked: StrengthAsked) => Condition,
): SqlReading {
  if (test.kind !== 'members' || test.entity !== entity || test.rows.view !== 'v_signals') return undefined
  const { rows, shown } = test
  const [having] = rows.having
  if (having === undefined) return undefined
  const compared = aggregated(having, (part) =>
    [...everyPart(part)].some((inner) => inner.kind === 'column' && inner.name === 'half_life'),
  )
  if (compared === undefined) return undefined
  const signal = take([...rows.tests], oneOf('type'))?.map((value) => ctx.spelled('signal.type', value))
  const { test: comparison, denied } = comparisonIn(compared.test)
  const asked = mapValues(comparison, (value) => value / THOUSAND)
  // Whoever has no signal has 0: a test that 0 passes is printed as everybody but those who fail it.
  const candidates = opposites(asked).map((one) => make({ ...(signal && { signal }), ...one }))
  return ctx.printed(denied ? candidates.toReversed() : candidates, shown)
}

const OPPOSITE = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': '=', between: 'between' } as const

const opposites = (
  asked: Pick<StrengthAsked, 'op' | 'value'>,
): readonly Pick<StrengthAsked, 'op' | 'value'>[] => [asked, { ...asked, op: OPPOSITE[asked.op] }]
