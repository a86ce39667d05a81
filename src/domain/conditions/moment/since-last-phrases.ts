import type { Criteria } from '../../criteria/schema.ts'
import { meaning, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  ofWhole,
  type Parser,
  type Reading,
  said,
  wordAt,
} from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { spanRange } from '../../language/grammar/span-range.ts'
import type { Window } from '../../time/window.ts'
import { lastDeedAt } from './moment-phrases.ts'

const lead = phrase("it|that|which|there 's|is|has|have?", 'with|having|now|already')
const moreThan = phrase('more|longer|greater|further than', 'over|above|past|>|>=', 'at least', 'a full?')
const lessThan = phrase(
  'less|fewer|under|below than?',
  '<|<=|within',
  'not|no more|longer than',
  'at most',
  'up to',
)
const passed = phrase('have|has? passed|gone|elapsed by?')
const since = phrase('since')
const speaksOfSince = ofWhole(({ text }) => /since/iu.test(text))
const order = phrase(
  'a|the|their|his|her|your|any? very? last|latest|previous|prior order|purchase|transaction|buy|shop|basket|checkout ever?',
  'the|their|his|her|your? most recent order|purchase|transaction|buy|basket|checkout',
  'they|he|she|we? have|has|had? last|most recently? ordered|bought|purchased|shopped|order|buy',
  'they|he|she have|has|had? ordered|bought|purchased|shopped',
)
const withUs = phrase('from|with|at us', 'anything|something from|with|at? us?')

/**
 * `60 to 90 days since last purchase`, `over 6 months since they last ordered`, `it’s been 30+ days since their last visit`:
 * when the last one was, told by how long ago that is.
 */
const sinceLast: Parser<Meaning> = (reading, at) => {
  if (!speaksOfSince(reading)) return undefined
  const { negative, end: polar } = polarity(reading, skip(reading, at, lead))
  const length = lengthAt(reading, skip(reading, polar, lead))
  const opened = length === undefined ? -1 : since(reading, skip(reading, length.end, passed))
  if (length === undefined || opened < 0) return undefined
  const { during, exact } = length.value
  const window = negative && during.kind === 'older' ? { ...during, kind: 'last' as const } : during
  if (negative && window === during) return undefined
  const found = lastAt(reading, opened, window)
  if (found === undefined) return undefined
  const stated = exact
    ? [`“${said(reading, at, found.end)}” is read as that long ago${negative ? ' at most' : ', or longer'}.`]
    : []
  return { value: meaning(found.value, stated), end: found.end }
}

function lengthAt(reading: Reading, at: number): Found<{ during: Window; exact: boolean }> | undefined {
  const range = spanRange(reading, at)
  if (range !== undefined)
    return { ...range, value: { during: { kind: 'ago', ...range.value }, exact: false } }
  const more = moreThan(reading, at)
  const less = lessThan(reading, at)
  const length = span(reading, Math.max(more, less, at))
  if (length === undefined || length.value.bare) return undefined
  const { n, unit, plus } = length.value
  if (less > more && plus) return undefined
  const during: Window = { kind: less > more ? 'last' : 'older', n, unit }
  return { end: length.end, value: { during, exact: more < 0 && less < 0 && !plus } }
}

/** What was done last, in that window. */
function lastAt(reading: Reading, at: number, during: Window): Found<Criteria> | undefined {
  const ordered = order(reading, at)
  // "since the last order of Tea"
  if (ordered >= 0 && !OF_WHAT.test(wordAt(reading, ordered)))
    return { value: { type: 'orders', measure: 'last_date', during }, end: skip(reading, ordered, withUs) }
  const done = lastDeedAt(reading, at)
  return done && { value: { type: 'moment', which: 'last', deed: done.value, during }, end: done.end }
}

const OF_WHAT = /^(?:of|for|with|on|in|through|via|online|containing|over|above)$/

export const sinceLastPhrases: readonly Parser<Meaning>[] = [sinceLast]
