import type { Criteria } from '../../../criteria/schema.ts'
import { columnComparison } from '../../../language/grammar/column-comparison.ts'
import { linkedValues } from '../../../language/grammar/linked-values.ts'
import { meaning, type Meaning, negated } from '../../../language/grammar/meaning.ts'
import { phrase, skip } from '../../../language/grammar/phrase.ts'
import { polarity } from '../../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../../language/grammar/reading.ts'
import type { DictionaryField } from '../../../vocabulary/dictionary.ts'
import { type Called, calledAt } from './column-phrases.ts'
import { textValue } from './text-values.ts'

const lead = phrase(
  'whose|where|with|have|has|having|their',
  'whose|where|with|have|has|having? the|a|an|their',
)

/** A column of accounts, and what names in the data its values are; texts of every kind where that is left out. */
export interface ComparedColumn<F extends string> extends Called<F> {
  readonly names?: DictionaryField
}

/** `industry is not SaaS`, `seniority in (VP, Director)`, `tech stack does not include Snowflake`. */
export const comparedColumnPhrase =
  <F extends string>(
    columns: readonly ComparedColumn<F>[],
    oneOf: (field: F, values: readonly string[]) => Criteria,
  ): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end: start } = polarity(reading, skip(reading, at, lead))
    const column = calledAt(reading, skip(reading, start, lead), columns)
    if (column === undefined) return undefined
    const found = columnComparison(reading, column.end, valuesOf(column.names))
    if (found === undefined) return undefined
    const criteria = oneOf(column.field, found.value.values.flat())
    const opposite = found.value.negative !== negative
    return { value: meaning(opposite ? negated(criteria) : criteria), end: found.end }
  }

const valuesOf =
  (names: DictionaryField | undefined) =>
  (reading: Reading, at: number): Found<readonly string[]> | undefined => {
    if (names !== undefined) return linkedValues(names)(reading, at)
    const text = textValue(reading, at)
    return text && { value: [text.value], end: text.end }
  }
