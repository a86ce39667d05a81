import { foldText } from '#kernel/text.ts'
import { nounsOf } from '../../conditions/facets/subject.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, type Phrase } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { stem } from '../linking/stem.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { conditionsOf } from './edit.ts'

/** Words around a reference that say nothing of which condition is meant. */
const empty = phrase(
  'the|a|an|this|that|it|its|whole|entire|full|their|of|for|on|in|to|by|from|at|with|about|part|bit|filter|condition|requirement|restriction|criterion|criteria|limit|constraint|thing|rule|one|ones|limitation|clause|window|period|range|timeframe|threshold|number|value|minimum|maximum|min|max|cutoff|cut-off|level|is|are|should|be|was|part|piece|people|customers|who|time|date',
  'time frame|period|range|window|limit',
)
/** Words that mean a number rather than a time, and the other way round. */
export const numberWords = phrase('amount|threshold|number|minimum|maximum|min|max|cutoff|value|level')
export const timeWords = phrase(
  'window|period|time|timeframe|recency|date|dates|range|days',
  'time frame|period|range|window|limit',
)

const ORDINALS: readonly (readonly [Phrase, number])[] = [
  [phrase('first|1st|former|earlier'), 0],
  [phrase('second|2nd'), 1],
  [phrase('third|3rd'), 2],
  [phrase('fourth|4th'), 3],
  [phrase('last|latter|other|final'), -1],
]
const every = phrase('both', 'all', 'both of them', 'each')

/** What people call a part by what is done with it. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['texting', 'sms'],
  ['texts', 'sms'],
  ['text', 'sms'],
  ['emailing', 'email'],
  ['mailing', 'email'],
  ['spending', 'spent'],
  ['buying', 'bought'],
  ['ordering', 'ordered'],
  ['clicking', 'clicked'],
  ['opening', 'opened'],
])

/** Which conditions words refer to: "the first one", "the email part", "both"; undefined for words that are no reference. */
export interface Referred {
  readonly conditions: readonly Condition[]
  /** All of them are meant, not one. */
  readonly every: boolean
  /** Whether any word narrowed it down. */
  readonly named: boolean
}

/**
 * Reads tokens [from, to) as a reference to conditions of criteria. `among` is what can be meant by "the first one":
 * those that have a time, for a time.
 */
export function referred(
  reading: Reading,
  from: number,
  to: number,
  { current, among = conditionsOf(current) }: { current: Criteria; among?: readonly Condition[] },
): Referred | undefined {
  let at = from
  let ordinal: number | undefined
  let all = false
  const said: string[] = []
  while (at < to) {
    const both = every(reading, at)
    const counted = ORDINALS.find(([words]) => words(reading, at) >= 0)
    const next = Math.max(empty(reading, at), numberWords(reading, at), timeWords(reading, at))
    if (both >= 0) all = true
    else if (counted !== undefined) ordinal = counted[1]
    else if (next < 0) said.push(stem(ALSO.get(wordAt(reading, at)) ?? wordAt(reading, at)))
    at = both >= 0 ? both : next >= 0 ? next : at + 1
  }
  const fitting = among.filter((condition) => {
    const known = wordsOf(reading, condition)
    return said.every((word) => known.has(word))
  })
  if (said.length > 0 && fitting.length === 0) return undefined
  const chosen = ordinal === undefined ? fitting : fitting.slice(ordinal).slice(0, 1)
  if (chosen.length === 0) return undefined
  return { conditions: chosen, every: all, named: said.length > 0 || ordinal !== undefined }
}

/** The words by which a condition is known: those that describe it, and nouns for what it is about. */
export function wordsOf({ situation }: Reading, condition: Condition): ReadonlySet<string> {
  const nouns = nounsOf(condition).split(' ')
  const described = tokenize(situation.describe(condition)).map(({ word }) => word)
  return new Set([...nouns, ...described].map((word) => stem(foldText(word))))
}
