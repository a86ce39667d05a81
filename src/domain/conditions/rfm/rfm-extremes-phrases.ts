import { meaning, doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { longestIn, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { lead, SCALE } from './rfm-scores-phrases.ts'
import type { RfmCondition } from './rfm.ts'

/** 1 is the best. */
const EXTREMES: readonly (readonly [readonly number[], Phrase])[] = [
  [[5], phrase('lowest|worst|poorest|bottom', 'lowest|worst possible')],
  [[1], phrase('highest|best|top', 'highest|best possible')],
  [[4, 5], phrase('lowest|worst|bottom two|2')],
  [[1, 2], phrase('highest|best|top two|2')],
]
const mark = phrase(
  'score|scores|mark|marks|rating|ratings|grade|grades|rank|value|values',
  'rfm score|scores|rating|ratings',
)
const onWord = phrase('on|in|for|of|across', ':')
const PARTS =
  'dimension|dimensions|score|scores|measure|measures|part|parts|letter|letters|axis|axes|component|components'
const allThree = phrase(
  'all? three|each|every one?',
  'all of? them|the three?',
  'everything',
  `all|every|each|the of? the? three|3|single? rfm? ${PARTS}`,
  `three|3|all rfm? ${PARTS}`,
)
const dimension = phrase('recency|r', 'frequency|f', 'monetary|money|m value?')
const spelledOut = phrase('recency|frequency|monetary|money')
const listedWith = phrase('and|,|/|+|plus', ', and', 'as well as', 'and|, the')
const scoreNumber = phrase('on|in|for|across')

type Key = 'recency' | 'frequency' | 'monetary'
const ALL_THREE: readonly Key[] = ['recency', 'frequency', 'monetary']

/** `the lowest mark on all three: r, f and m`, `best recency and frequency scores`, `bottom two on recency`. */
const extremeScore: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lead)
  const found = longestIn(reading, start, EXTREMES)
  if (found === undefined) return undefined
  const behind = before(reading, found.end) ?? after(reading, found.end)
  if (behind === undefined) return undefined
  const words = reading.tokens.slice(start, behind.end)
  const named = words.some(({ word }) => SCORE.test(word))
  // “bottom two on recency” could be two customers.
  const stated = named
    ? SCALE
    : [
        `“${said(reading, start, behind.end)}” is read as a score of ${found.value.join(' or ')}; scores run from 1 (best) to 5.`,
      ]
  return scored(behind.value, found.value, { negative, end: behind.end, stated })
}

const SCORE = /^(?:scores?|marks?|ratings?|grades?|values?)$/

/** `score on recency and frequency`, `on all three: r, f and m` */
function after(reading: Reading, at: number): Found<readonly Key[]> | undefined {
  const on = onWord(reading, skip(reading, at, mark))
  if (on < 0) return undefined
  const three = allThree(reading, on)
  if (three < 0) return keysAt(reading, skip(reading, on, the))
  const named = keysAt(reading, skip(reading, three, onWord))
  return { value: ALL_THREE, end: named?.end ?? three }
}
const the = phrase('the|their')

/** `recency and frequency scores`; a “top recency” may be 1 or 2. */
function before(reading: Reading, at: number): Found<readonly Key[]> | undefined {
  const keys = keysAt(reading, at)
  if (keys === undefined) return undefined
  const marked = mark(reading, keys.end)
  if (marked >= 0) return { value: keys.value, end: marked }
  const plain = spelledOut(reading, at) >= 0 && reading.tokens[at - 1]?.word !== 'top'
  return plain ? keys : undefined
}

function keysAt(reading: Reading, at: number): Found<readonly Key[]> | undefined {
  const keys = new Set<Key>()
  let end = at
  for (let from = at; from >= 0; from = listedWith(reading, end)) {
    const next = dimension(reading, from)
    if (next < 0) break
    const first = reading.tokens[from]?.word[0]
    keys.add(first === 'r' ? 'recency' : first === 'f' ? 'frequency' : 'monetary')
    end = next
  }
  return keys.size === 0 ? undefined : { value: [...keys], end }
}

const article = phrase('a|an')
/** `scores 3 on all three` */
const sameOnAll: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, lead), article)
  const n = reading.tokens[start]?.number
  const on = n === undefined || n < 1 || n > 5 ? -1 : scoreNumber(reading, start + 1)
  const end = on < 0 ? -1 : allThree(reading, on)
  if (n === undefined || end < 0 || start === polar) return undefined
  return scored(ALL_THREE, [n], { negative, end, stated: SCALE })
}

function scored(
  keys: readonly Key[],
  scores: readonly number[],
  { negative, end, stated }: { negative: boolean; end: number; stated: readonly string[] },
): Found<Meaning> {
  const criteria: RfmCondition = {
    type: 'rfm',
    ...Object.fromEntries(keys.map((key) => [key, [...scores]])),
  }
  return { value: meaning(negative ? negated(criteria) : criteria, stated), end }
}

/** “555” and no other word: with another scale it would be the best of all. */
const bareCell: Parser<Meaning> = (reading, at) => {
  const text = reading.tokens[at]?.text ?? ''
  if (at > 0 || reading.tokens.length !== 1 || !/^[1-5]{3}$/.test(text)) return undefined
  const doubt = question(at, at + 1, `Do you mean the RFM score ${text}? Scores run from 1 (best) to 5.`, [
    [`the RFM score ${text}`, `RFM score ${text}`],
  ])
  return { value: doubtful(doubt), end: at + 1 }
}

export const rfmExtremePhrases: readonly Parser<Meaning>[] = [extremeScore, sameOnAll, bareCell]
