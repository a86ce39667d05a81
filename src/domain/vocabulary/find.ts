import { foldText } from '#kernel/text.ts'
import { aliasesIn } from './aliases.ts'
import { slipsBetween } from './edit-distance.ts'
import type { DictionaryField } from './dictionary.ts'
import type { ListedValue } from './listed.ts'
import type { ValueMatch } from './vocabulary.ts'

/** Shorter texts have too many neighbours for a slip to be told from another word. */
const SHORTEST_FUZZY = 5
/** Shorter texts begin too many names. */
const SHORTEST_PREFIX = 3

type Closeness = Pick<ValueMatch, 'score' | 'via'>

/** The values of a field that a text may mean, in no order. */
export function matchesIn(
  field: DictionaryField,
  values: readonly ListedValue[],
  text: string,
  certain: boolean,
): ValueMatch[] {
  const key = foldText(text)
  if (key === '') return []
  const aliases = aliasesIn(field, text, certain)
  return values.flatMap(({ keys, ...value }) => {
    const closeness = closest(keys.map((name) => closenessOf(name, key, aliases)))
    return closeness === undefined ? [] : [{ ...value, ...closeness }]
  })
}

/** Best first; among equals the most frequent. */
export const byScore = (a: ValueMatch, b: ValueMatch): number => b.score - a.score || b.count - a.count

function closenessOf(name: string, key: string, aliases: readonly string[]): Closeness | undefined {
  if (name === key) return { score: 1, via: 'exact' }
  if (aliases.includes(name)) return { score: 0.95, via: 'alias' }
  if (key.length >= SHORTEST_PREFIX) {
    if (name.startsWith(key)) return { score: 0.75 + (0.2 * key.length) / name.length, via: 'prefix' }
    if (name.includes(` ${key}`)) return { score: 0.65 + (0.2 * key.length) / name.length, via: 'prefix' }
  }
  return key.length >= SHORTEST_FUZZY ? slipped(name, key) : undefined
}

/** Against the name, and against as many of its words as the text has: "gentel cleanser" in a long title. */
function slipped(name: string, key: string): Closeness | undefined {
  const whole = slip(name, key, 1)
  if (whole !== undefined || name.length <= key.length) return whole
  const wanted = key.split(' ').length
  const words = name.split(' ')
  return closest(
    Array.from({ length: words.length - wanted + 1 }, (_, at) =>
      slip(words.slice(at, at + wanted).join(' '), key, 0.9),
    ),
  )
}

function slip(name: string, key: string, worth: number): Closeness | undefined {
  if (name.length < SHORTEST_FUZZY) return undefined
  const most = slipsAllowed(Math.min(name.length, key.length))
  // Most names are far off: their letters say so without a comparison.
  if (Math.abs(name.length - key.length) > most || lettersApart(name, key) > 2 * most) return undefined
  const slips = slipsBetween(name, key, most)
  if (slips === undefined) return undefined
  return { score: worth * (1 - slips / Math.max(name.length, key.length)), via: 'fuzzy' }
}

/** One slip in a short word, two from eight letters, three from ten. */
const slipsAllowed = (length: number): number => (length >= 10 ? 3 : length >= 8 ? 2 : 1)

/** How many letters only one of the two has, by a mask of 32: at most twice the number of slips. */
function lettersApart(a: string, b: string): number {
  let apart = letters(a) ^ letters(b)
  let count = 0
  for (; apart !== 0; apart &= apart - 1) count++
  return count
}

function letters(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) & 31)
  return mask
}

const closest = (found: readonly (Closeness | undefined)[]): Closeness | undefined =>
  found.reduce(
    (best, next) => (next !== undefined && next.score > (best?.score ?? 0) ? next : best),
    undefined,
  )
