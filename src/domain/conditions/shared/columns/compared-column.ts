import type { Criteria } from '../../../criteria/schema.ts'
import { columnComparison } from '../../../language/grammar/column-comparison.ts'
import { meaning, type Meaning, negated } from '../../../language/grammar/meaning.ts'
import { phrase, skip } from '../../../language/grammar/phrase.ts'
import { polarity } from '../../../language/grammar/polarity.ts'
import { type Parser, said } from '../../../language/grammar/reading.ts'
import { type Called, calledAt } from './column-phrases.ts'
import { textValue } from './text-values.ts'

const lead = phrase(
  'whose|where|with|have|has|having|their',
  'whose|where|with|have|has|having? the|a|an|their',
)

/** A column, and how one of its values is read. */
export interface ComparedColumn<F extends string, V> extends Called<F> {
  readonly valueAt: Parser<V>
}

/** What was asked of a column. */
interface Asked<F extends string, V> {
  readonly field: F
  readonly values: readonly V[]
  readonly negative: boolean
  /** As it was said. */
  readonly words: string
}

/** `industry is not SaaS`, `seniority in (VP, Director)`, `whose tag is neither vip nor gold`: what `make` makes of it. */
export const comparedColumn =
  <F extends string, V>(
    columns: readonly ComparedColumn<F, V>[],
    make: (asked: Asked<F, V>) => Meaning,
  ): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end } = polarity(reading, skip(reading, at, lead))
    const start = skip(reading, end, lead)
    const column = calledAt(reading, start, columns)
    const found = column && columnComparison(reading, column.end, column.valueAt)
    if (column === undefined || found === undefined) return undefined
    const { value: asked } = found
    return {
      value: make({
        field: column.field,
        values: asked.values,
        negative: asked.negative !== negative,
        words: said(reading, start, found.end),
      }),
      end: found.end,
    }
  }

/** One of the values, or none of them. */
export const oneOfThem =
  <F extends string>(oneOf: (field: F, values: readonly string[]) => Criteria) =>
  ({ field, values, negative }: Asked<F, readonly string[]>): Meaning => {
    const criteria = oneOf(field, values.flat())
    return meaning(negative ? negated(criteria) : criteria)
  }

/** A text of any kind, as the value of a column. */
export const anyText: Parser<readonly string[]> = (reading, at) => {
  const text = textValue(reading, at)
  return text && { value: [text.value], end: text.end }
}
