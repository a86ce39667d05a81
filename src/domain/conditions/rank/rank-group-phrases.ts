import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Described, peopleIn, phraseAt } from '../../language/grammar/inner.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { RankCondition } from './rank.ts'

/** As far as people are described: in brackets, or to the end of the sentence, else to a comma before it. */
export function groupTo(
  reading: Reading,
  from: number,
  to = reading.tokens.length,
): Found<Described> | undefined {
  const clause = skip(reading, from, whoWord)
  const bracket = reading.tokens[clause]?.word === '(' ? closingOf(reading, clause) : undefined
  if (bracket !== undefined) {
    const inside = peopleIn(reading, clause + 1, bracket)
    return inside && { value: inside, end: bracket + 1 }
  }
  let last = from
  for (let depth = 0; last < to; last++) {
    const word = reading.tokens[last]?.word
    if (word === '(') depth++
    if (word === ')' && depth-- === 0) break
    if (word === ';' || (word === '.' && last > from)) break
  }
  for (let end = last; end > from; end--) {
    if (end < last && reading.tokens[end]?.word !== ',') continue
    const described = peopleIn(reading, from, end)
    if (described !== undefined) return { value: described, end }
  }
  return undefined
}

const whoWord = phrase('who|that', 'those|people|customers who|that')

function closingOf(reading: Reading, at: number): number | undefined {
  let depth = 0
  for (let i = at; i < reading.tokens.length; i++) {
    const word = reading.tokens[i]?.word
    if (word === '(') depth++
    if (word === ')' && --depth === 0) return i
  }
  return undefined
}

const inWord = phrase('in|from|within|across|living|based|located', 'living|based|located in')

/** A place right behind: "top 100 spenders in France" are the first hundred of those there. */
export function placeAt(reading: Reading, at: number): Found<Described> | undefined {
  if (inWord(reading, at) < 0) return undefined
  const found = phraseAt(reading, at)
  if (found === undefined || !isPlace(found.value.criteria)) return undefined
  return { value: found.value, end: found.end }
}

function isPlace(criteria: Criteria | undefined): boolean {
  if (criteria === undefined) return false
  if (isCondition(criteria))
    return criteria.type === 'attribute' && /^(?:country|region|city)$/.test(criteria.field)
  return ('any' in criteria ? criteria.any : 'all' in criteria ? criteria.all : criteria.none).every(isPlace)
}

/** "Skincare buyers by Skincare revenue": whoever has such revenue is one of them. */
export function isImplied(group: Criteria | undefined, of: RankCondition['of']): boolean {
  const bought = boughtBy(group)
  return bought !== undefined && of !== undefined && JSON.stringify(bought) === JSON.stringify(of)
}

/** What "Coffee buyers" bought, where nothing else is said of them. */
export function boughtBy(group: Criteria | undefined): RankCondition['of'] {
  if (group === undefined || !isCondition(group)) return undefined
  if (group.type !== 'purchases' || group.match !== 'any') return undefined
  const { type: _type, match: _match, of: bought, ...more } = group
  return Object.keys(more).length === 0 ? bought : undefined
}
