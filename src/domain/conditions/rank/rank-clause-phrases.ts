import { type Described, peopleIn } from '../../language/grammar/inner.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { extremeAt, type Superlative } from './rank-parts-phrases.ts'
import { measureAt } from './rank-measure-phrases.ts'

const whose = phrase('whose', 'with the', 'with', 'who|that have|has|had the?', 'having the?')
const isWord = phrase('is|are|was|were')
const MOST_WORDS = 8

/** `Germans whose AOV is highest`, `French people with the highest lifetime spend`, behind how many of them. */
export function clauseAt(
  reading: Reading,
  size: Found<Superlative['size']>,
):
  | Found<Superlative & { readonly group: Described; readonly from: number; readonly to: number }>
  | undefined {
  const last = Math.min(reading.tokens.length, size.end + MOST_WORDS)
  for (let at = size.end + 1; at < last; at++) {
    const opened = whose(reading, at)
    const extreme = opened < 0 ? undefined : rankedBy(reading, opened)
    const group = extreme === undefined ? undefined : peopleIn(reading, size.end, at)
    if (extreme === undefined || group?.criteria === undefined) continue
    return {
      value: { size: size.value, ...extreme.value, group, from: size.end, to: at },
      end: extreme.end,
    }
  }
  return undefined
}

/** "AOV is highest", "the highest AOV" */
function rankedBy(
  reading: Reading,
  at: number,
): Found<Pick<Superlative, 'direction' | 'measure'>> | undefined {
  const before = extremeAt(reading, at)
  const named = measureAt(reading, before?.end ?? at)
  if (named === undefined) return undefined
  if (before !== undefined)
    return { value: { direction: before.value, measure: named.value }, end: named.end }
  const after = extremeAt(reading, skip(reading, named.end, isWord))
  return after && { value: { direction: after.value, measure: named.value }, end: after.end }
}
