import { doubtful, type Meaning, meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { sinceWindowBefore, window } from '../../language/grammar/window.ts'
import { windowWords } from '../../time/words.ts'
import { visitsSince } from './back-on-site.ts'

const afterwards = phrase(
  'since|afterwards|again|after',
  'after that|it|this',
  'since then|that',
  'ever again',
)
const neverBack = phrase(
  'that|whom? we? never|not saw|seen|heard|see|hear of|from? them? again',
  'never|not to? be|been? seen|heard of|from? again',
  'never|not showed|turned up again',
  'never|not came|come|been|returned|bought|ordered|shopped? back|again',
  'never|not returned|reordered|repurchased',
  'not come|been back',
  'never|not bought|ordered|purchased|shopped|buy|order|purchase|shop again',
  'never|not came|come|ordered|bought|order|buy back? again',
  'then disappeared|vanished|nothing',
)
const afterFirst = phrase(
  'after|since|following their|the|his|her|a|that? very? first|1st|initial order|purchase|one',
)
const ONE_ORDER = { type: 'orders', measure: 'count', op: '=', value: 1 } as const
const helping = phrase('who|that|they? have|has|had|did|do', 'who|that')
const comma = phrase(',')
const days = phrase('in|for|since')

/** "… never came back, 180d+": one order, and that one so long ago. */
export const neverReturned: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const end = Math.max(neverBack(reading, skip(reading, at, helping)), neverBack(reading, start))
  if (end < 0) return undefined
  const first = afterFirst(reading, end)
  if (first >= 0) return { value: { criteria: ONE_ORDER, assumptions: [], doubts: [] }, end: first }
  const since = onceBefore(reading, at) ? undefined : sinceWindowBefore(reading, at)
  if (since !== undefined && window(reading, end) === undefined) {
    const visits = visitsSince(reading, at, end, since)
    if (visits !== undefined) return { value: visits, end: skip(reading, end, afterwards) }
    const criteria = { type: 'orders', measure: 'count', op: '=', value: 0, within: since } as const
    return {
      value: meaning(criteria, [`Since then is read as: no order ${windowWords(since)}.`]),
      end: skip(reading, end, afterwards),
    }
  }
  if (isOfOther(reading, at)) {
    const says = `“${said(reading, at, end)}”: never to do the same again, or never to order?`
    return { value: doubtful(question(at, end, says, [['no order ever', 'have never ordered']])), end }
  }
  if (!onceBefore(reading, at)) {
    const doubt = question(at, end, 'After how long without an order?', [
      ['no order in the last 90 days', 'have not ordered in the last 90 days'],
      ['no order in the last 180 days', 'have not ordered in the last 180 days'],
    ])
    return { value: doubtful(doubt), end }
  }
  const length = span(reading, skip(reading, skip(reading, end, comma), days))
  if (length === undefined || length.value.bare || (!length.value.plus && days(reading, end) < 0)) {
    // Some time was said in another way: that is not this phrase.
    if (window(reading, end) !== undefined) return undefined
    return {
      value: {
        criteria: ONE_ORDER,
        assumptions: ['“never came back” is read as exactly one order.'],
        doubts: [],
      },
      end,
    }
  }
  const { n, unit } = length.value
  const old = { type: 'orders', measure: 'last_date', during: { kind: 'older', n, unit } } as const
  return {
    value: {
      criteria: { all: [ONE_ORDER, old] },
      assumptions: ['“never came back” is read as exactly one order, that long ago.'],
      doubts: [],
    },
    end: length.end,
  }
}

const BUYS = /^(?:bought|buys?|ordered|shopped|purchased|spent|paid)$/
const DOES =
  /^(?:use[ds]?|using|(?:redeem|open|click|visit|view|add|start|brows|abandon|carted|review|refund)\w*)$/

/** “used a code, and never again” is of using it, where what was done last is no buying. */
const isOfOther = (reading: Reading, at: number): boolean => {
  const verb = reading.tokens.slice(0, at).findLast(({ word }) => BUYS.test(word) || DOES.test(word))
  return verb !== undefined && DOES.test(verb.word)
}

/** "bought once …": only then is not coming back one order in all. */
const onceBefore = (reading: Reading, at: number): boolean =>
  reading.tokens.slice(0, at).some((token) => token.number === 1 || token.word === 'single')
