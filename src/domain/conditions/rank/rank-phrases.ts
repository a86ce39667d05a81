import { told } from '../../language/grammar/asked.ts'
import { type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { RankCondition } from './rank.ts'
import { window } from '../../language/grammar/window.ts'

const top = phrase('top|best|highest|biggest', 'the top|best|highest|biggest', 'our|my top|best|biggest')
const bottom = phrase('bottom|lowest|worst|smallest', 'the bottom|lowest|worst|smallest')
const percentWord = phrase('%|percent|pct', 'per cent', 'percentile')
const decile = phrase('decile')
const quintile = phrase('quintile')
const quartile = phrase('quartile|quarter')
const people = phrase(
  'customers|customer|people|buyers|clients|shoppers',
  'of all? our? customers|people|buyers|shoppers',
  'of the customers|buyers',
)
const by = phrase(
  'by|in|on|based|ranked|for|per|sorted',
  'in terms of',
  'based on',
  'ranked by',
  'as measured by',
  'by|in total|lifetime|overall',
)

type By = RankCondition['by']
const MEASURES: readonly (readonly [By, ReturnType<typeof phrase>])[] = [
  [
    'spend',
    phrase(
      'total|lifetime|overall|cumulative? spend|spending|spent|revenue|ltv|clv|value|money',
      'spenders|spender',
      'amount|money spent',
      'total|lifetime value|spend',
      'lifetime value|revenue',
      'spending|paying customers|clients',
      'how much they spent|spend',
      'value customers',
    ),
  ],
  ['net_spend', phrase('net spend|spending|revenue')],
  [
    'orders',
    phrase(
      'number|count of orders|purchases',
      'order count|frequency|volume',
      'orders|purchases|frequency',
      'how often they buy|order',
      'purchase frequency|count',
    ),
  ],
  [
    'average',
    phrase(
      'aov',
      'average|avg order value|size',
      'average|avg basket value|size?',
      'average order',
      'average spend',
    ),
  ],
  [
    'largest',
    phrase('largest|biggest|single order', 'largest|biggest single order', 'single order|purchase value'),
  ],
  ['last_date', phrase('recency', 'last order|purchase date?', 'most recent order|purchase')],
  ['first_date', phrase('first order|purchase date?')],
]

/** `top 10% of spenders`, `best 100 customers by order count`, `bottom 20% by AOV this year`. */
const ranked: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, phraseOf)
  // "top 50 customers" and "50 best customers".
  const before = sizeAt(reading, start)
  const from = before?.end ?? start
  const up = top(reading, from)
  const down = bottom(reading, from)
  const head = Math.max(up, down)
  if (head < 0) return undefined
  const early = measureAt(reading, head)
  const behind = before ?? sizeAt(reading, early?.end ?? head)
  if (behind === undefined) return undefined
  const size = before === undefined ? behind : { ...behind, end: early?.end ?? head }
  let end = skip(reading, size.end, people)
  let measure = early
  let timing = window(reading, end)
  end = timing?.end ?? end
  const behindBy = measureAt(reading, skip(reading, end, by, ofWord))
  if (behindBy !== undefined) {
    measure ??= behindBy
    end = skip(reading, behindBy.end, people)
  }
  timing ??= window(reading, end)
  end = Math.max(end, timing?.end ?? 0)
  if (measure === undefined) {
    const text = (tail: string) => `${said(reading, at, end)} ${tail}`
    const doubt = question(at, end, 'Ranked by what?', [
      ['by total spend', text('by total spend')],
      ['by number of orders', text('by number of orders')],
      ['by average order value', text('by average order value')],
    ])
    return { value: { assumptions: [], doubts: [doubt], people: true }, end }
  }
  const [within] = timing?.value.windows ?? []
  const condition: RankCondition = {
    type: 'rank',
    by: measure.by,
    direction: up > down ? 'top' : 'bottom',
    ...(size.percent === undefined ? { customers: size.customers } : { percent: size.percent }),
    ...(within === undefined ? {} : { within }),
  }
  const slots = { assumptions: timing?.value.assumptions ?? [], doubts: timing?.value.doubts ?? [] }
  return { value: { ...told(negative ? negated(condition) : condition, slots), people: true }, end }
}
const ofWord = phrase('of our|my|the|all?')
const phraseOf = phrase('in|among|within|the|our|my', 'in|among the')

function measureAt(reading: Reading, at: number): { by: By; end: number } | undefined {
  let best: { by: By; end: number } | undefined
  for (const [name, words] of MEASURES) {
    const end = words(reading, at)
    if (end >= 0 && (best === undefined || end > best.end)) best = { by: name, end }
  }
  return best
}

function sizeAt(
  reading: Reading,
  at: number,
): { end: number; percent?: number; customers?: number } | undefined {
  for (const [words, percent] of [
    [decile, 10],
    [quintile, 20],
    [quartile, 25],
  ] as const) {
    const end = words(reading, at)
    if (end >= 0) return { end, percent }
  }
  const token = reading.tokens[at]
  const n = token?.number
  if (n === undefined || token?.currency !== undefined || token?.times) return undefined
  const percent = percentWord(reading, at + 1)
  if (percent >= 0) return n > 0 && n <= 100 ? { end: percent, percent: n } : undefined
  return Number.isInteger(n) && n > 0 ? { end: at + 1, customers: n } : undefined
}

export const rankPhrases: readonly Parser<Meaning>[] = [ranked]
