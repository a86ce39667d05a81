import { joinWords } from '#kernel/text.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { RfmCondition } from './rfm.ts'

export const SCALE = ['Scores run from 1 (best) to 5.']
const scoreWord = phrase(
  'score|scores|rank|ranking|quintile',
  'score|scores of|is|=|:|equal|in',
  'of|is|=|:',
  'in',
)
export const SCORES: readonly (readonly ['recency' | 'frequency' | 'monetary', ReturnType<typeof phrase>])[] =
  [
    ['recency', phrase('a|an|the? recency', 'r')],
    ['frequency', phrase('a|an|the? frequency', 'f')],
    ['monetary', phrase('a|an|the? monetary value?', 'm', 'a|an|the? money|spend|spending|monetary score')],
  ]
export const or = phrase('or|and|to|,|-|/')
export const lead = phrase(
  'with|have|has|whose|a|an|the|rfm|scored|scores|score|got|hold|holds',
  'with a|an|the',
  'did|do|does? manage|managed|reach|reached|get|got|score|achieve|achieved a|an|the?',
)

/** `monetary score of 1`, `recency 4 or 5`, `frequency at most 2`: 1 is the best. */
export const score: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lead)
  for (const [key, words] of SCORES) {
    const head = words(reading, start)
    if (head < 0) continue
    const from = skip(reading, skip(reading, head, scoreWord), scoreWord)
    if (from === head && comparison(reading, head) === undefined && ranked(reading, head) < 0) continue
    const other = notWord(reading, from)
    const found = scoresAt(reading, other >= 0 ? other : from)
    if (found === undefined || found.scores.length === 0) continue
    const named: RfmCondition = { type: 'rfm', [key]: found.scores }
    const criteria = other >= 0 ? negated(named) : named
    const compared = found.compared === true ? [scaleOf(said(reading, from, found.end), found.scores)] : SCALE
    return { value: meaning(negative ? negated(criteria) : criteria, compared), end: found.end }
  }
  return undefined
}

const notWord = phrase('not|other than')
const ranked = phrase('not', 'better|worse than')
const betterThan = phrase('better than')
const worseThan = phrase('worse than')

const scoresHigh = phrase('a|an')
const on = phrase('on|in|for|at the|their?')

/** `score 1 on recency`, `a 2 or 3 in monetary`: the numbers first. */
export const scoreFirst: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, lead), scoresHigh)
  const found = scoresAt(reading, start)
  const opened = found === undefined ? -1 : on(reading, found.end)
  if (found === undefined || opened < 0) return undefined
  for (const [key, words] of SCORES) {
    const head = words(reading, opened)
    if (head < 0 || head - opened > 1 || !reading.tokens[opened]?.word.startsWith(key)) continue
    const criteria: RfmCondition = { type: 'rfm', [key]: found.scores }
    return { value: meaning(negative ? negated(criteria) : criteria, SCALE), end: head }
  }
  return undefined
}

const goodWord = phrase('good|great|strong|excellent|top')
const poorWord = phrase('bad|poor|weak|terrible')
const highWord = phrase('high')
const lowWord = phrase('low')

/** `good recency`, `low frequency`: the two best scores, and the two worst. A “high recency” may be either. */
export const graded: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, lead), scoresHigh)
  for (const [key, words] of SCORES) {
    const plain = key !== 'recency'
    const best = Math.max(goodWord(reading, start), plain ? highWord(reading, start) : -1)
    const worst = Math.max(poorWord(reading, start), plain ? lowWord(reading, start) : -1)
    const adjective = Math.max(best, worst)
    const end = adjective < 0 || reading.tokens[adjective]?.word !== key ? -1 : words(reading, adjective)
    if (end < 0) continue
    const scores = best >= 0 ? [1, 2] : [4, 5]
    const criteria: RfmCondition = { type: 'rfm', [key]: scores }
    const stated = `“${said(reading, start, end)}” is read as a score of ${scores.join(' or ')}; scores run from 1 (best) to 5.`
    return { value: meaning(negative ? negated(criteria) : criteria, [stated]), end }
  }
  return undefined
}

const scored = phrase(
  'in any|some|an|one rfm segment|segments|group',
  'in any|some|one of the rfm segments|groups',
  'with|have|has|having a|an|any|some rfm score|scores|segment|group',
  'rfm scored',
  'scored by|in rfm',
)

/** `in any RFM segment`: whoever has scores, which is whoever ordered. */
export const anySegment: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const end = scored(reading, start)
  if (end < 0) return undefined
  const criteria: RfmCondition = { type: 'rfm', pattern: ['***'] }
  return { value: meaning(negative ? negated(criteria) : criteria), end }
}

export const counted = phrase(
  'order|orders|purchase|purchases|item|items|product|products|category|categories|brand|brands|email|emails',
  'visit|visits|view|views|click|clicks|open|opens|review|reviews|session|sessions|%',
)
const better = phrase('or|and better', 'or best')
const worse = phrase('or|and worse', 'or worst')

/** "At least 4" could be taken for at least as good. */
export const scaleOf = (words: string, scores: readonly number[]): string =>
  `Scores run from 1 (best) to 5, so that “${words}” is ${joinWords(scores.map(String), 'or')}.`

function scoresAt(
  reading: Reading,
  at: number,
): { scores: number[]; end: number; compared?: true } | undefined {
  const [above, below] = [betterThan(reading, at), worseThan(reading, at)]
  const limit = reading.tokens[Math.max(above, below)]?.number
  if (Math.max(above, below) >= 0 && limit !== undefined)
    return {
      scores: [1, 2, 3, 4, 5].filter((n) => (above >= 0 ? n < limit : n > limit)),
      end: Math.max(above, below) + 1,
    }
  const first = reading.tokens[at]?.number
  const [up, down] = [better(reading, at + 1), worse(reading, at + 1)]
  if (first !== undefined && Math.max(up, down) >= 0) {
    // 1 is the best.
    const scores = [1, 2, 3, 4, 5].filter((n) => (up > down ? n <= first : n >= first))
    return { scores, end: Math.max(up, down) }
  }
  const listed: number[] = []
  let end = at
  for (;;) {
    const joint = listed.length === 0 ? end : or(reading, end)
    const token = joint < 0 ? undefined : reading.tokens[joint]
    const n = token?.number
    // “A score of 3 or first ordered …” goes on about something else.
    if (n === undefined || n < 1 || n > 5 || !Number.isInteger(n) || token?.times || token?.ordinal) break
    // "Recency 1 and 2 orders" does as well.
    if (token?.currency !== undefined || counted(reading, joint + 1) >= 0) break
    if (/^(?:to|-)$/.test(reading.tokens[end]?.word ?? '') && listed.length > 0) {
      for (let i = (listed.at(-1) ?? n) + 1; i < n; i++) listed.push(i)
    }
    listed.push(n)
    end = joint + 1
  }
  const found = comparison(reading, at)
  if (found !== undefined && found.end > end) {
    const { tests } = found.value
    const scores = [1, 2, 3, 4, 5].filter((n) =>
      tests.every(({ op, value }) => {
        if (Array.isArray(value)) return n >= value[0] && n <= value[1]
        return {
          '>': n > value,
          '>=': n >= value,
          '<': n < value,
          '<=': n <= value,
          '=': n === value,
          between: n === value,
        }[op]
      }),
    )
    return { scores, end: found.end, compared: true }
  }
  return listed.length === 0 ? undefined : { scores: [...new Set(listed)].toSorted((a, b) => a - b), end }
}

const patternWord = phrase(
  'rfm|pattern|patterns|score|scores|cell|cells',
  'rfm pattern|patterns|score|scores|cell|cells of?',
  'an rfm score|pattern of',
  'an rfm of',
  'pattern|patterns of',
  'rfm is|are|=|:|equals',
  'rfm pattern|score|cell|code|scores is|are|=|:|equals',
)
/** "scored 111", "111 in RFM": where it is no pattern by its name. */
const scoredWord = phrase('score|scores|scored a|an?')
const ofRfm = phrase('in|on|by rfm')
const patternJoint = phrase('or|and|,|/')

/** `RFM 111`, `11x patterns`, `pattern 1*5 or 115`. */
export const pattern: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lead)
  const opened = Math.max(patternWord(reading, polar), patternWord(reading, start))
  const patterns: string[] = []
  let end = opened >= 0 ? opened : start
  for (;;) {
    const joint = patterns.length === 0 ? end : patternJoint(reading, end)
    const found = joint < 0 ? undefined : patternAt(reading, joint)
    if (found === undefined) break
    patterns.push(found.text)
    end = found.end
  }
  const whole = patterns.length === 0 ? -1 : ofRfm(reading, end)
  const closed = Math.max(patternWord(reading, end), manyOf(reading, end), whole)
  const isScored = scoredWord(reading, polar) === start && start > polar && patterns.every(isWhole)
  if (patterns.length === 0 || (opened < 0 && closed < 0 && !isScored)) return undefined
  const criteria: RfmCondition = { type: 'rfm', pattern: patterns }
  return {
    value: {
      ...meaning(negative ? negated(criteria) : criteria, patterns.some(isCorner) ? SCALE : []),
      people: true,
    },
    end: Math.max(closed, end),
  }
}

const isWhole = (text: string): boolean => /^[1-5]{3}$/.test(text)

/** “555” is the best cell where scores run the other way. */
const isCorner = (text: string): boolean => text === '555'

/** The ending of "our 111s". */
function manyOf({ tokens }: Reading, at: number): number {
  const [before, token] = [tokens[at - 1], tokens[at]]
  const joined = before !== undefined && token?.start === before.end
  return joined && /^'?s$/.test(token.word) && before.kind === 'number' ? at + 1 : -1
}

const codeWord = phrase('rfm code|codes|pattern|patterns|cell|cells|score|scores|number|string', 'rfm')
const article = phrase('whose|the|a|an|with|have|has', 'with|have|has a|an|the')
const begins = phrase('that|which? starts|start|starting|begins|begin|beginning with|in|by')
const ends = phrase('that|which? ends|end|ending|finishing with|in|on|by')

/** `RFM code ending in 55`, `RFM patterns that start with 1`: the others of the three are whatever they are. */
export const patternPart: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const code = Math.max(codeWord(reading, polar), codeWord(reading, skip(reading, polar, article)))
  const first = code < 0 ? -1 : begins(reading, code)
  const opened = Math.max(first, code < 0 ? -1 : ends(reading, code))
  const text = reading.tokens[opened]?.text ?? ''
  if (opened < 0 || !/^[1-5]{1,2}$/.test(text)) return undefined
  const pattern = first >= 0 ? text.padEnd(3, '*') : text.padStart(3, '*')
  const criteria: RfmCondition = { type: 'rfm', pattern: [pattern] }
  return {
    value: { ...meaning(negative ? negated(criteria) : criteria, SCALE), people: true },
    end: opened + 1,
  }
}

/** Three scores, written together: `111`, `11x`, `1*5`. */
function patternAt(reading: Reading, at: number): { text: string; end: number } | undefined {
  let text = ''
  let end = at
  let offset = reading.tokens[at]?.start
  while (text.length < 3) {
    const token = reading.tokens[end]
    if (token === undefined || token.start !== offset || !/^[1-5xX*]+$/.test(token.text)) return undefined
    text += token.text.toLowerCase().replaceAll('x', '*')
    offset = token.end
    end++
    // "1-1-1"
    const dash = reading.tokens[end]
    if (text.length < 3 && /^[-–/]$/.test(dash?.text ?? '') && dash?.start === offset) {
      offset = dash.end
      end++
    }
  }
  return text.length === 3 ? { text, end } : undefined
}
