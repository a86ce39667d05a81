import type { Criteria } from '../criteria/schema.ts'
import type { MeasureUnit } from './measures/units.ts'
import { measureOf } from './measures/index.ts'
import type { Indicator } from './schema.ts'

/**
 * What an indicator says of a customer: that something holds, or a number of something. The name of a common
 * number is a word that people use without thinking of an indicator: AOV.
 */
export type IndicatorKind =
  | { readonly kind: 'status'; readonly criteria: Criteria }
  | { readonly kind: 'number'; readonly unit: MeasureUnit; readonly common: boolean }

export function kindOf(
  indicator: Pick<Indicator, 'definition' | 'origin'> | undefined,
): IndicatorKind | undefined {
  if (indicator === undefined) return undefined
  const { definition, origin } = indicator
  if (definition.kind === 'status') return definition
  const { unit, compared } = measureOf(definition.measure)
  return {
    kind: 'number',
    unit: unit(definition.measure),
    common: origin === 'builtin' && compared !== undefined,
  }
}
