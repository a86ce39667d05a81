import { linkedValues } from '../../language/grammar/linked-values.ts'
import { meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { comparedColumn } from '../shared/columns/compared-column.ts'

const COLUMNS = [
  { field: 'category', noun: phrase('product? category'), valueAt: linkedValues('category') },
  { field: 'brand', noun: phrase('product? brand'), valueAt: linkedValues('brand') },
  { field: 'product', noun: phrase('product', 'product name|title'), valueAt: linkedValues('product') },
] as const

/** `brand is Nike`, `category not in (Tea, Coffee)`: columns of products, read of what people bought. */
export const productColumn = comparedColumn(COLUMNS, ({ field, values, negative, words }) =>
  meaning({ type: 'purchases', match: negative ? 'none' : 'any', of: { [field]: values.flat() } }, [
    `“${words}” is read of what people bought: ${negative ? 'never bought' : 'bought at least once'}.`,
  ]),
)
