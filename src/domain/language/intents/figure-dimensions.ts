import type { BreakdownBy } from '../../insights/schema.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'

const DIMENSIONS: readonly (readonly [Phrase, readonly BreakdownBy[]])[] = [
  [phrase('country|countries', 'market|markets'), ['country']],
  [phrase('region|regions|state|states|province|provinces'), ['region']],
  [phrase('city|cities|town|towns'), ['city']],
  [phrase('place|places|location|locations|geography|geo', 'where they live'), ['country', 'city']],
  [phrase('gender|sex'), ['gender']],
  [phrase('language|languages'), ['language']],
  [phrase('tag|tags'), ['tag']],
  [phrase('product|products|item|items', 'bestsellers|bestseller'), ['product']],
  [phrase('product? category|categories'), ['category']],
  [phrase('brand|brands'), ['brand']],
  [phrase('order|sales? channel|channels'), ['channel']],
  [phrase('device|devices'), ['device']],
]

const and = phrase('and|,|&', ', and', 'and by', 'by')

/** What figures are broken down by: `country`, `country and city`. */
export function dimensions(reading: Reading, at: number): Found<readonly BreakdownBy[]> | undefined {
  const found: BreakdownBy[] = []
  let end = at
  for (;;) {
    const start = found.length === 0 ? end : skip(reading, end, and)
    const best = DIMENSIONS.map(([words, by]) => ({ end: words(reading, start), by })).toSorted(
      (a, b) => b.end - a.end,
    )[0]
    if (best === undefined || best.end < 0) break
    found.push(...best.by.filter((one) => !found.includes(one)))
    end = best.end
  }
  return found.length === 0 ? undefined : { value: found.slice(0, 4), end }
}
