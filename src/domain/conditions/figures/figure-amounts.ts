import { longestIn, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { Compared } from '../change/change-amounts.ts'

type Op = Compared['op']

/** How one figure is to another; `bare` is a factor with no word that says at least, at most or exactly. */
export interface Against extends Compared {
  readonly bare?: { readonly from: number; readonly to: number }
}

const ADJECTIVES_UP = 'more|greater|higher|bigger|larger|better|further'
const ADJECTIVES_DOWN = 'less|fewer|lower|smaller|worse'
const LIMITS: readonly (readonly [Op, Phrase])[] = [
  [
    '>',
    phrase(
      'more|over|above',
      'more than',
      'greater than',
      'in excess of',
      'upwards of',
      '>',
      'exceed|exceeds|exceeded',
    ),
  ],
  ['<', phrase('less|fewer than', 'under|below', '<', 'not even')],
  ['>=', phrase('at least', '>=', 'no less|fewer than', 'a minimum of', 'not less|under than?')],
  ['<=', phrase('at most', '<=', 'no more than', 'not more|over than?', 'up to', 'a maximum of')],
  ['=', phrase('exactly', '=', 'equal to', 'just', 'precisely')],
]
const SIMPLE: readonly (readonly [Op, Phrase])[] = [
  [
    '>',
    phrase(
      `${ADJECTIVES_UP} than`,
      'above|over|beyond',
      '>',
      'exceeds|exceed|exceeded|exceeding|beats|beat|tops|outnumber|outnumbers|outweigh|outweighs|outstrip|outstrips',
      'in excess of',
      'ahead of',
    ),
  ],
  ['<', phrase(`${ADJECTIVES_DOWN} than`, 'under|below|beneath', '<', 'short of', 'trails|trail', 'behind')],
  [
    '>=',
    phrase(
      '>=',
      'at least',
      `no|not ${ADJECTIVES_DOWN} than`,
      'at least as high|large|big|much|many|often as',
      'as high|large|big|much|many as or more|higher',
    ),
  ],
  ['<=', phrase('<=', 'at most', `no|not ${ADJECTIVES_UP} than`, 'at most as high|large|big|much|many as')],
  [
    '=',
    phrase('=', 'equal to', 'equals|equal|matches|match', 'exactly', 'the same as', 'exactly the same as'),
  ],
]
const percent = phrase('%|percent|pct')
const timesWord = phrase('times|x|time|fold')
const PARTS: readonly (readonly [number, Phrase])[] = [
  [1 / 2, phrase('half', 'one half', 'a half')],
  [1 / 3, phrase('a|one third')],
  [1 / 4, phrase('a|one quarter|fourth')],
  [2 / 3, phrase('two thirds')],
  [3 / 4, phrase('three quarters')],
  [1 / 5, phrase('a|one fifth')],
  [1 / 10, phrase('a|one tenth')],
  [2, phrase('twice|double')],
  [3, phrase('triple|thrice|treble')],
]
const ofWord = phrase('of', 'as high|large|big|much|many as')
const raised = phrase(`${ADJECTIVES_UP} than`)
const lowered = phrase(`${ADJECTIVES_DOWN} than`)

/** `half`, `twice`, `1.5 times`, `3x`, `15%`. */
export function factorAt(reading: Reading, at: number): Found<number> | undefined {
  for (const [value, words] of PARTS) {
    const end = words(reading, at)
    if (end >= 0) return { value: Math.round(10_000 * value) / 10_000, end }
  }
  const token = reading.tokens[at]
  if (token?.number === undefined || token.currency !== undefined) return undefined
  const share = percent(reading, at + 1)
  const end = Math.max(share, timesWord(reading, at + 1))
  if (end < 0) return undefined
  const value = share >= 0 ? token.number / 100 : token.number
  return value > 0 && value <= 1000 && value === Math.round(value * 10_000) / 10_000
    ? { value, end }
    : undefined
}

export const limitAt = (reading: Reading, at: number): Found<Op> | undefined => longestIn(reading, at, LIMITS)

const be = phrase(
  'is|are|was|were|has|been|that|which|of|add|adds|adding|worth|up|make|makes|making|come|comes|amount|amounts|to|for|stay|stays|account|accounts',
)

/** Between two figures: `is more than`, `is at least twice`, `add up to over 15% of`, `is 20% higher than`, `<`. */
export function against(reading: Reading, at: number): Found<Against> | undefined {
  let start = at
  for (let i = 0; i < 4; i++) start = skip(reading, start, be)
  const limit = limitAt(reading, start)
  const from = limit?.end ?? start
  const number = factorAt(reading, from)
  if (number !== undefined) {
    const up = raised(reading, number.end)
    const down = lowered(reading, number.end)
    if (Math.max(up, down) >= 0) return byShare(limit?.value, number.value, up >= 0, Math.max(up, down))
    const end = skip(reading, number.end, ofWord)
    return byFactor(limit?.value, from, number, end)
  }
  const simple = longestIn(reading, start, SIMPLE)
  return simple && found(simple.value, simple.end)
}

/** `at least twice`, `15%`: so many times it. */
const byFactor = (
  limit: Op | undefined,
  from: number,
  { value: times, end: to }: Found<number>,
  end: number,
): Found<Against> => ({
  value: {
    op: limit ?? '>=',
    times,
    assumptions: [],
    ...(limit === undefined && { bare: { from, to } }),
  },
  end,
})

/** `20% higher than`: so much more or less. */
function byShare(limit: Op | undefined, share: number, up: boolean, end: number): Found<Against> | undefined {
  if (limit === '=' || (limit !== undefined && limit.startsWith('<')) || (!up && share >= 1)) return undefined
  const times = Math.round(10_000 * (up ? 1 + share : 1 - share)) / 10_000
  const op = up ? (limit === '>' ? '>' : '>=') : limit === '>' ? '<' : '<='
  const said = `${Math.round(100 * share)}%`
  return {
    value: {
      op,
      times,
      assumptions: limit === undefined ? [`“${said}” is read as ${said} or more.`] : [],
    },
    end,
  }
}

const theirs = phrase('the|their')
const much = phrase('as much|often|frequently|many', 'as|the many|much')
const more = phrase('more')
const less = phrase('less|fewer')
const no = phrase('no|not|never')
const same = phrase(
  'the same',
  'the same or more',
  'as much|often|many|frequently or more?',
  'at least as much|often|many|frequently',
  'the same or less|fewer',
  'just? as much|often|many|frequently',
)

/** Before what is counted: `more`, `no more`, `at least three times as many`, `20% less`, `as much`. */
export function quantity(reading: Reading, at: number): Found<Against> | undefined {
  const denied = no(reading, at)
  const bare = denied >= 0 ? denied : at
  const limit = limitAt(reading, at)
  const from = limit?.end ?? at
  const number = factorAt(reading, from)
  if (number !== undefined) {
    const [up, down] = [more(reading, number.end), less(reading, number.end)]
    if (Math.max(up, down) >= 0) return byShare(limit?.value, number.value, up >= 0, Math.max(up, down))
    const end = much(reading, number.end)
    const the = end < 0 && /^(?:twice|double|half|triple)$/.test(reading.tokens[number.end - 1]?.word ?? '')
    const behind = the ? skip(reading, number.end, theirs) : end
    if (behind < 0 || (the && behind === number.end)) return undefined
    return byFactor(limit?.value, from, number, behind)
  }
  const level = limit?.value.endsWith('=') === true ? much(reading, from) : -1
  if (limit !== undefined && level >= 0) return found(limit.value, level)
  const alike = same(reading, at)
  if (alike >= 0) {
    const words = reading.tokens.slice(at, alike).map(({ word }) => word)
    if (words.includes('less') || words.includes('fewer')) return found('<=', alike)
    const plain = !words.includes('least') && !words.includes('more')
    return {
      value: { op: '>=', times: 1, assumptions: plain ? ['“As much” is read as at least as much.'] : [] },
      end: alike,
    }
  }
  const up = more(reading, bare)
  const down = less(reading, bare)
  if (up >= 0) return found(denied >= 0 ? '<=' : '>', up)
  return down < 0 ? undefined : found(denied >= 0 ? '>=' : '<', down)
}

const found = (op: Op, end: number): Found<Against> => ({ value: { op, times: 1, assumptions: [] }, end })

const higher = phrase('a|an|their? higher|bigger|larger|greater|better')
const lower = phrase('a|an|their? lower|smaller|worse')

/** `a higher AOV`, `a smaller number of orders`: before a figure that is named. */
export function adjective(reading: Reading, at: number): Found<Against> | undefined {
  const up = higher(reading, at)
  const down = lower(reading, at)
  if (Math.max(up, down) < 0) return undefined
  return found(up > down ? '>' : '<', Math.max(up, down))
}
