import { columnComparison } from '../../language/grammar/column-comparison.ts'
import { linkedValues } from '../../language/grammar/linked-values.ts'
import { type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'

const lead = phrase('whose|where|with|have|has|having', 'whose|where|with|have|has|having? the|a|an|their')
const COLUMNS = [
  { key: 'category', names: 'category', noun: phrase('product? category') },
  { key: 'brand', names: 'brand', noun: phrase('product? brand') },
  { key: 'product', names: 'product', noun: phrase('product', 'product name|title') },
] as const

/** `brand is Nike`, `category not in (Tea, Coffee)`: columns of products, read of what people bought. */
export const productColumn: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, lead)
  for (const { key, names, noun } of COLUMNS) {
    const head = noun(reading, start)
    const found = head < 0 ? undefined : columnComparison(reading, head, linkedValues(names))
    if (found === undefined) continue
    const { negative, values } = found.value
    const which = negative ? 'never bought' : 'bought at least once'
    return {
      value: meaning({ type: 'purchases', match: negative ? 'none' : 'any', of: { [key]: values.flat() } }, [
        `“${said(reading, start, found.end)}” is read of what people bought: ${which}.`,
      ]),
      end: found.end,
    }
  }
  return undefined
}
