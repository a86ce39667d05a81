import { z } from 'zod'
import { indicatorSchema } from '#domain/indicators/schema.ts'
import { measureOf } from '#domain/indicators/measures/index.ts'
import type { Indicator } from '#domain/indicators/schema.ts'
import { fence } from '#kernel/untrusted.ts'
import type { ToolContext } from '../define.ts'

export const indicatorOutput = indicatorSchema.extend({
  /** What it is: completes "Customers who …" for a status, a noun for a number. */
  words: z.string(),
  unit: z.string().nullable(),
})
type IndicatorOutput = z.output<typeof indicatorOutput>

/** An indicator with its definition in words. */
export function shownIndicator(
  indicator: Indicator,
  { explanations }: Pick<ToolContext, 'explanations'>,
): IndicatorOutput {
  const { definition } = indicator
  return definition.kind === 'status'
    ? { ...indicator, words: explanations.words(definition.criteria), unit: null }
    : {
        ...indicator,
        words: explanations.measureWords(definition.measure),
        unit: measureOf(definition.measure).unit(definition.measure),
      }
}

/** One line for a model. */
export const indicatorLine = ({ id, name, words, unit, policy, origin }: IndicatorOutput): string =>
  `${fence(name)} (${id}${origin === 'builtin' ? ', built in' : ''}): ${
    unit === null ? 'status, who' : `${unit},`
  } ${fence(words, 400)}; ${policy}`
