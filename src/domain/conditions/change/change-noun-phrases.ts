import {
  noSlots,
  plainProductSlot,
  pricedSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { unitAt } from '../../language/grammar/span.ts'
import type { Window } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'
import { changedBy, changedTo, type Compared } from './change-amounts.ts'
import type { ChangeCondition } from './change.ts'
import { compareWindows, otherWindow, precedingOf, than } from './change-phrases.ts'

type Measure = ChangeCondition['measure']

const lead = phrase('whose|with|their|his|her|the|a|an|have|has|had|seen|saw|show|showing', 'where their|the')
const NOUNS: readonly (readonly [Measure, ReturnType<typeof phrase>])[] = [
  [
    'average',
    phrase(
      'aov|abv',
      'average|avg order|basket|purchase value|size?',
      'basket|order value|size',
      'spend per order',
    ),
  ],
  ['spend', phrase('spend|spending|spendings|revenue', 'total spend|spending', 'amount spent')],
  [
    'count',
    phrase(
      'orders|purchases|ordering',
      'order|purchase|buying frequency|count|volume|numbers',
      'number of orders|purchases',
      'order|purchase rate',
    ),
  ],
  ['units', phrase('units|items bought|purchased?')],
]
const be = phrase('is|are|was|were|has|have|had|been|went|gone|going|got|goes')
const DOWN =
  'dropped|fell|fallen|declined|decreased|shrank|shrunk|reduced|slipped|decreasing|falling|declining|dropping|sank|plunged|crashed'
const UP = 'rose|risen|increased|grew|grown|climbed|growing|rising|increasing|jumped|soared'
const down = phrase(`down|lower|drop|drops|fall|falls|decline|declines|decrease|decreases|shrink|${DOWN}`)
const up = phrase(`up|higher|rise|rises|increase|increases|grow|grows|${UP}`)
const FIXED: readonly (readonly [Compared, ReturnType<typeof phrase>])[] = [
  [{ op: '<=', times: 0.5, assumptions: [] }, phrase('halved|halving|halve', 'cut in half')],
  [{ op: '>=', times: 2, assumptions: [] }, phrase('doubled|doubling|double', 'at least doubled')],
  [{ op: '>', times: 2, assumptions: [] }, phrase('more than doubled')],
  [{ op: '<', times: 0.5, assumptions: [] }, phrase('more than halved')],
  [{ op: '>=', times: 3, assumptions: [] }, phrase('tripled|trebled|tripling')],
  [{ op: '>=', times: 4, assumptions: [] }, phrase('quadrupled')],
]
const raised = phrase('increased|grew|raised|upped|boosted|increasing|growing')
const lowered = phrase('decreased|reduced|cut|lowered|dropped|decreasing|reducing|cutting')
const nowBefore = phrase('before|prior|earlier', 'before that|this', 'previous')
const the = phrase('in? the', 'in')
const OVER: readonly (readonly [Extract<Window, { kind: 'calendar' }>['unit'], ReturnType<typeof phrase>])[] =
  [
    ['year', phrase('year over|on year', 'yoy', 'y / y')],
    ['quarter', phrase('quarter over|on quarter', 'qoq')],
    ['month', phrase('month over|on month', 'mom')],
    ['week', phrase('week over|on week', 'wow')],
  ]
const onWord = phrase('on')
const small = phrase('of|in|on|over|during|orders', 'over|on orders')

const direction = (reading: Reading, at: number): Found<Compared> | undefined => {
  for (const [value, words] of FIXED) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  for (const [words, rises] of [
    [down, false],
    [up, true],
  ] as const) {
    const end = words(reading, at)
    if (end >= 0) return amount(reading, end, rises)
  }
  return undefined
}

const amount = (reading: Reading, at: number, rises: boolean): Found<Compared> =>
  changedBy(reading, at, rises) ??
  changedTo(reading, at) ?? { value: { op: rises ? '>' : '<', times: 1, assumptions: [] }, end: at }

function nounAt(reading: Reading, at: number): Found<Measure> | undefined {
  let start = at
  for (let i = 0; i < 3; i++) start = skip(reading, start, lead)
  for (const [value, words] of NOUNS) {
    const end = words(reading, start)
    if (end >= 0) return { value, end }
  }
  return undefined
}

/** `AOV down 20% against the quarter before`, `spending on Tea halved this year`. */
const nounChanged: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const noun = nounAt(reading, polar) ?? nounAt(reading, at)
  if (noun === undefined) return undefined
  const slots = noSlots()
  const readers = [plainProductSlot, pricedSlot, ...whereSlots]
  let start = collect(reading, noun.end, slots, readers, small)
  const behind = polarity(reading, start)
  start = behind.end
  for (let i = 0; i < 3; i++) start = skip(reading, start, be)
  const found = direction(reading, start)
  const denied = negative !== behind.negative
  return found && compared(reading, at, { measure: noun.value, negative: denied, slots, found })
}

/** "revenue grew 20%", where companies have a revenue: it is not said that customers’ spend is meant. */
const revenueOfWhom = ({ tokens, situation }: Reading): boolean =>
  situation.criteria === undefined &&
  situation.vocabulary.filled('company.revenue') > 0 &&
  tokens.some(({ word }) => word === 'revenue') &&
  !tokens.some(({ word }) => CUSTOMERS.test(word))
const CUSTOMERS =
  /^(?:customers?|shoppers?|buyers?|clients?|subscribers?|bought|buys?|orders?|ordered|purchas\w*|spen[dt]\w*|aov)$/

function whoseRevenue(reading: Reading, from: number, { value, end: told }: Found<Compared>): Found<Meaning> {
  const end = collect(reading, told, noSlots(), [timingSlot], small)
  const change = said(reading, from, end).replace(/^.*?\brevenue\b/iu, '')
  const percent = Math.round((value.times - 1) * 100)
  const doubt = question(
    from,
    end,
    'Of companies the revenue is known, and not how it changed. Is it what customers spent with you that changed, or is headcount growth near enough?',
    [
      asSaid(`customers whose spend${change}`),
      ...(value.op.startsWith('>') && percent > 0
        ? [asSaid(`companies with headcount growth of at least ${percent}%`)]
        : []),
    ],
  )
  return { value: doubtful(doubt), end }
}

/** A choice that is offered in the words it is meant in. */
const asSaid = (text: string) => [text, text] as const

/** `doubled their spend this year`, `cut their spending by half`, `increased orders by 20% vs last quarter`. */
const changedNoun: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const fixed = FIXED.map(([value, words]) => ({ value, end: words(reading, start) })).find(
    ({ end }) => end >= 0,
  )
  const rise = raised(reading, start)
  const verb = fixed?.end ?? Math.max(rise, lowered(reading, start))
  const noun = verb < 0 ? undefined : nounAt(reading, verb)
  if (noun === undefined) return undefined
  const slots = noSlots()
  const end = collect(reading, noun.end, slots, [plainProductSlot, pricedSlot, ...whereSlots], small)
  const found = fixed === undefined ? amount(reading, end, rise >= 0) : { value: fixed.value, end }
  return compared(reading, at, { measure: noun.value, negative, slots, found })
}

interface Said {
  readonly measure: Measure
  readonly negative: boolean
  readonly slots: ReturnType<typeof noSlots>
  readonly found: Found<Compared>
}

function compared(reading: Reading, from: number, { measure, negative, slots, found }: Said): Found<Meaning> {
  if (revenueOfWhom(reading)) return whoseRevenue(reading, from, found)
  // "up on last year" is against it; "down on Black Friday" is of that day.
  const on = onWord(reading, found.end)
  const beside = on < 0 ? undefined : otherWindow(reading, on, undefined)
  if (beside?.value.kind === 'calendar' && beside.value.offset < 0)
    return compareWindows({ from, measure, compared: found.value, slots, negative }, beside)
  const rhythm = overAt(reading, found.end)
  const end =
    rhythm === undefined ? collect(reading, found.end, slots, [timingSlot, ...whereSlots], small) : found.end
  const [left] = slots.timing?.windows ?? []
  const joint = than(reading, end)
  const against =
    rhythm ??
    (joint < 0 ? undefined : (otherWindow(reading, joint, left) ?? unitBefore(reading, joint))) ??
    (joint < 0 ? implied(left, end) : undefined)
  if (rhythm === undefined && joint < 0 && left !== undefined && against !== undefined)
    slots.assumptions.push(`“${said(reading, from, end)}” is compared with ${windowWords(against.value)}.`)
  const pair = { from, measure, compared: found.value, slots, negative }
  if (against !== undefined) return compareWindows(pair, against)
  const words = said(reading, from, end)
  const doubt = question(from, end, `“${words}”: which two stretches of time do you compare?`, [
    [
      'the last 90 days with the 90 days before',
      `${words} in the last 90 days compared to the 90 days before that`,
    ],
    ['this year with last year', `${words} this year compared to last year`],
  ])
  return { value: doubtful(doubt), end }
}

/** "down 20% this year": against the year before. */
function implied(left: Window | undefined, end: number): Found<Window> | undefined {
  const value = precedingOf(left)
  return value && { value, end }
}

/** `the quarter before`, where nothing says which: the one before this. */
function unitBefore(reading: Reading, at: number): Found<Window> | undefined {
  const unit = unitAt(reading, skip(reading, at, the))
  const end = unit === undefined || unit.unit === 'hour' || unit.times > 1 ? -1 : nowBefore(reading, unit.end)
  if (unit === undefined || unit.unit === 'hour' || end < 0) return undefined
  return { value: { kind: 'calendar', unit: unit.unit, offset: -1 }, end }
}

function overAt(reading: Reading, at: number): Found<Window> | undefined {
  for (const [unit, words] of OVER) {
    const end = words(reading, at)
    if (end >= 0) return { value: { kind: 'calendar', unit, offset: -1 }, end }
  }
  return undefined
}

export const changeNounPhrases: readonly Parser<Meaning>[] = [nounChanged, changedNoun]
