import type { RfmCondition } from './rfm.ts'
import { RFM_SEGMENTS } from '../../rfm/patterns.ts'
import { type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { columnComparison } from '../../language/grammar/column-comparison.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { stem } from '../../language/linking/stem.ts'
import { wordsOf } from '../../language/linking/value-index.ts'
import { shortScore } from './rfm-cells-phrases.ts'
import { anySegment, graded, pattern, patternPart, SCALE, score, scoreFirst } from './rfm-scores-phrases.ts'

const NAMES = RFM_SEGMENTS.map((name) => ({ name, words: wordsOf(name) }))
const small = phrase(
  'the|our|in|a|rfm|segment',
  'in the',
  'in our',
  'the rfm segment?',
  'in? rfm segment|bucket|group|tier|class',
  'in? rfm s',
)
const segmentWord = phrase(
  'segment|group|customers|buyers|rfm|people|bunch|crowd|folks|lot|gang|cohort|tier|ones|guys',
  'rfm segment|segments|group|groups|ones',
  'customers segment',
  'by|in|per|under rfm',
  'according to rfm',
  'in terms of rfm',
  'based on rfm',
  'segment by|in|of rfm',
  '( the? rfm ones|one|segment|segments|group|groups|bucket|buckets|tier|class? )',
  ', the? rfm ones|segment|segments|group|groups|bucket|buckets',
  'rfm? bucket|buckets|class',
)
const cannotLose = phrase('can not lose them', 'cannot|cant lose them', 'can not lose')
/** Spelled small, these are common words with other meanings. */
const LOOSE = new Set(['Big Spenders', 'New Customers', 'Loyal Customers'])

/** `Champions`, `At Risk`, `lost customers`: the twelve segments of RFM by name. */
const named: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  // "never been in Champions" asks for the segment's history.
  if (reading.tokens.slice(at, polar).some(({ word }) => /^(?:was|were|been)$/.test(word))) return undefined
  // The name holds a "not" that denies nothing.
  const kept = cannotLose(reading, skip(reading, at, small))
  if (kept >= 0) {
    const criteria: RfmCondition = { type: 'rfm', segment: ["Can't Lose Them"] }
    return {
      value: { ...meaning(criteria), nominal: true, people: true },
      end: skip(reading, kept, segmentWord),
    }
  }
  const start = skip(reading, polar, small)
  let best: { name: (typeof RFM_SEGMENTS)[number]; end: number } | undefined
  for (const { name, words } of NAMES) {
    const end = start + words.length
    if (best !== undefined && end <= best.end) continue
    if (words.every((word, i) => spells(reading, start + i, word, words.length))) best = { name, end }
  }
  const short =
    best === undefined ? (shortNameAt(reading, polar, start) ?? besideNames(reading, start)) : undefined
  best ??= short
  if (best === undefined || takenByOwn(reading, start, best.end)) return undefined
  const { name, end } = best
  const spelled = reading.tokens.slice(start, end).map((token) => token.text)
  const capital = spelled.every((text) => /^[A-Z]/.test(text)) && (start > 0 || spelled.length > 1)
  // “the At Risk crowd per RFM”
  const after = skip(reading, skip(reading, end, segmentWord), segmentWord)
  if (LOOSE.has(name) && !capital && after === end && short === undefined)
    return { value: ask(reading, name, start, end), end }
  if (name === 'Lost' && after === end && !capital && reading.tokens.length > 2 && start === polar)
    return undefined
  const criteria: RfmCondition = { type: 'rfm', segment: [name] }
  const stated = capital ? [] : [`“${said(reading, start, end)}” is read as the RFM segment ${name}.`]
  return {
    value: { ...meaning(negative ? negated(criteria) : criteria, stated), nominal: true, people: true },
    end: after,
  }
}

const everyOne = phrase('in? all|every|any of? the|our? rfm segment|segments|group|groups')
const leaving = phrase(
  ',? except|excluding|but|without|minus|bar',
  ',? except|bar for',
  ',? other than',
  ',? apart|aside from',
)

/** `every RFM segment except Lost and Hibernating`: in any of the others. Whoever never ordered is in none. */
const allSegmentsBut: Parser<Meaning> = (reading, at) => {
  const all = everyOne(reading, at)
  const except = all < 0 ? -1 : leaving(reading, all)
  if (except < 0) return undefined
  const left = new Set<string>()
  let end = except
  for (let next = except; next >= 0; next = besideWord(reading, end)) {
    const found = named(reading, next)
    const one = found?.value.criteria
    if (found === undefined || one === undefined || !('type' in one) || one.type !== 'rfm') break
    for (const name of one.segment ?? []) left.add(name)
    end = found.end
  }
  if (left.size === 0) return undefined
  const segment = RFM_SEGMENTS.filter((name) => !left.has(name))
  return { value: { ...meaning({ type: 'rfm', segment }), people: true }, end }
}

const rfmWord = phrase('the|in? rfm segment|segments|group|groups|bucket|tier|class?', 'the|in? rfm')

/** "the RFM segment Loyal": its first word is enough where RFM is named and no other segment begins so. */
function shortNameAt(reading: Reading, from: number, start: number) {
  const opened = rfmWord(reading, skip(reading, from, small))
  const at = Math.max(opened, rfmWord(reading, from))
  if (at < 0) return undefined
  const word = reading.tokens[at]?.word ?? ''
  const [only, more] = NAMES.filter(({ words }) => stem(word) === words[0])
  return only === undefined || more !== undefined || at < start ? undefined : { name: only.name, end: at + 1 }
}

const besideWord = phrase(',? and|or|plus|nor', ',|/|&')

/** "Loyal and Potential Loyalists": its first word, with a capital, is enough beside the name of another segment. */
function besideNames(reading: Reading, at: number) {
  const token = reading.tokens[at]
  if (token === undefined || !/^[A-Z]/.test(token.text)) return undefined
  const [only, more] = NAMES.filter(({ words }) => stem(token.word) === words[0])
  if (only === undefined || more !== undefined) return undefined
  const joint = besideWord(reading, at + 1)
  const behind = joint >= 0 && isName(reading, joint)
  const before = [1, 2].some(
    (n) => at >= n && besideWord(reading, at - n) === at && endsName(reading, at - n),
  )
  return behind || before ? { name: only.name, end: at + 1 } : undefined
}

const isName = (reading: Reading, at: number): boolean =>
  NAMES.some(({ words }) => words.every((word, i) => spells(reading, at + i, word, words.length)))
const endsName = (reading: Reading, end: number): boolean =>
  NAMES.some(({ words }) =>
    words.every((word, i) => spells(reading, end - words.length + i, word, words.length)),
  )

function spells(reading: Reading, at: number, word: string, length: number): boolean {
  const token = reading.tokens[at]
  if (token === undefined) return false
  if (token.kind === 'quoted') return false
  const said = stem(token.word)
  return said === word || (length === 1 && said === stem(word)) || (word === "can't" && said === 'cant')
}

/** A saved segment or list with a longer name of its own ("At Risk EU") comes first. */
const takenByOwn = (reading: Reading, at: number, end: number): boolean =>
  reading.links.at(at).some((link) => link.field === 'segment' && link.end > end)

function ask(reading: Reading, name: string, from: number, to: number): Meaning {
  const words = said(reading, from, to)
  const choices: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'Big Spenders': [
      ['the RFM segment Big Spenders', 'customers in the RFM segment Big Spenders'],
      ['the top 10% by spend', 'top 10% of customers by spend'],
      ['spent over 500', 'customers who spent over 500'],
    ],
    'New Customers': [
      ['the RFM segment New Customers', 'customers in the RFM segment New Customers'],
      ['first order in the last 30 days', 'customers whose first order was in the last 30 days'],
      ['signed up in the last 30 days', 'customers who signed up in the last 30 days'],
    ],
    'Loyal Customers': [
      ['the RFM segment Loyal Customers', 'customers in the RFM segment Loyal Customers'],
      ['at least 3 orders', 'customers with at least 3 orders'],
    ],
  }
  return {
    assumptions: [],
    doubts: [{ ...question(from, to, `What makes “${words}”?`, choices[name] ?? []), vague: true }],
    people: true,
  }
}

const article = phrase('a|an|the')
const inSegment = phrase('in the rfm segment|segments')
const withWord = phrase('with', 'and with')
const listed = phrase('or', ',', ', or')
const alongWith = phrase('and', ',', ', and')

/** Several of them as one description has them: `in the RFM segment Champions or Lost with a recency score of 1`. */
const several: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const condition: RfmCondition = { type: 'rfm' }
  const opened = inSegment(reading, start)
  let end = opened < 0 ? -1 : segmentsAt(reading, opened, condition)
  const within = end < 0 ? start : withWord(reading, end)
  for (let from = within; from >= 0; from = alongWith(reading, end)) {
    if (article(reading, from) < 0) break
    const part = [score, pattern]
      .flatMap((one) => one(reading, from) ?? [])
      .toSorted((a, b) => b.end - a.end)[0]
    const said = part?.value.criteria
    if (part === undefined || said === undefined || !('type' in said) || said.type !== 'rfm') break
    if (Object.keys(said).some((key) => key !== 'type' && key in condition)) break
    Object.assign(condition, said)
    end = part.end
  }
  if (end < 0 || Object.keys(condition).length < 2) return undefined
  return { value: meaning(negative ? negated(condition) : condition, SCALE), end }
}

function segmentsAt(reading: Reading, at: number, condition: RfmCondition): number {
  let end = -1
  for (let from = at; from >= 0; from = listed(reading, end)) {
    const found = nameAt(reading, from)
    if (found === undefined) break
    condition.segment = [...(condition.segment ?? []), found.value]
    end = found.end
  }
  return end
}

const segmentColumn = phrase('whose|with|where|their|the? rfm segment|group|tier?')

/** `RFM segment is not Lost`, `RFM segment in (Champions, At Risk)`. */
const compared: Parser<Meaning> = (reading, at) => {
  const head = segmentColumn(reading, at)
  const found = head < 0 ? undefined : columnComparison(reading, head, nameAt)
  if (found === undefined) return undefined
  const criteria: RfmCondition = { type: 'rfm', segment: [...found.value.values] }
  return { value: meaning(found.value.negative ? negated(criteria) : criteria), end: found.end }
}

function nameAt(reading: Reading, at: number) {
  const found = NAMES.filter(({ words }) =>
    words.every((word, i) => spells(reading, at + i, word, words.length)),
  ).toSorted((a, b) => b.words.length - a.words.length)[0]
  return found && { value: found.name, end: at + found.words.length }
}

export const rfmPhrases: readonly Parser<Meaning>[] = [
  named,
  score,
  scoreFirst,
  graded,
  shortScore,
  anySegment,
  allSegmentsBut,
  pattern,
  patternPart,
  several,
  compared,
]
