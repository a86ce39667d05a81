import type { Criteria } from '../../criteria/schema.ts'
import { doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { SHOULD_BE } from '../../language/grammar/duty.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { type Timing, timing } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'
import type { Window } from '../../time/window.ts'
import type { Deed } from '../shared/deed.ts'
import { isPlainOrder } from '../shared/deed-criteria.ts'
import { deedAt, type SaidDeed } from '../shared/deed-phrases.ts'
import { stoppedPhrases } from './moment-stopped.ts'

type Which = 'first' | 'last'

const BEFORE: readonly (readonly [Which, ReturnType<typeof phrase>])[] = [
  ['first', phrase('first|initially', 'whose|their|the|with|a? very? first|initial ever?')],
  [
    'last',
    phrase(
      'last|latest',
      'most recently',
      'whose|their|the|with|a? last|latest|final',
      'whose|their|the|with? most recent',
    ),
  ],
]
const AFTER: readonly (readonly [Which, ReturnType<typeof phrase>])[] = [
  ['first', phrase('for the very? first time ever?', 'the? first time ever?')],
  ['last', phrase('for the very? last time', 'the last time')],
]
const orderNoun = phrase('order|orders|purchase|purchases|transaction|transactions')
const isWord = phrase(
  ...SHOULD_BE,
  'was|were|is|happened|came|dates|dated|being|took|=|:',
  'was|is made|placed|back?',
  'took place',
  'dates from|back',
)
const seen = phrase('seen|active on? the|our? site|website?', 'seen')
const over = phrase('over|exceeding', 'more|longer than', 'at least')

/** `last visited the site over 60 days ago`, `first viewed Shoes last week`, `whose last email open was in May`. */
const before: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  for (const [which, words] of BEFORE) {
    const from = words(reading, start)
    // "whose first order used SUMMER20" speaks of that order; "the last purchase of Tea" of purchases of Tea.
    if (from >= 0 && orderNoun(reading, from) >= 0 && wordAt(reading, from + 1) !== 'of') continue
    const found = from < 0 ? undefined : doneOrSeen(reading, from, which)
    if (found === undefined) continue
    const { value, end } = found
    const timed = value.within === undefined ? when(reading, skip(reading, end, isWord)) : undefined
    const read = momentOf({ which, said: value, timed: timed?.value, negative })
    if (read !== undefined) return { value: read, end: timed?.end ?? end }
  }
  return undefined
}

/** `bought Coffee for the first time this year`, `opened an e-mail this month for the first time`. */
const after: Parser<Meaning> = (reading, at) => {
  const { negative } = polarity(reading, at)
  const found = whatAt(reading, negative ? polarity(reading, at).end : at)
  if (found === undefined) return undefined
  for (const [which, words] of AFTER) {
    const time = words(reading, found.end)
    // "for the first time in 6 months" is coming back after a break.
    if (time < 0 || breakAt(reading, time)) continue
    const timed = found.value.within === undefined ? when(reading, time) : undefined
    const end = timed?.end ?? time
    const read = momentOf({ which, said: found.value, timed: timed?.value, negative })
    if (read !== undefined) {
      const shared = bothAtOnce(reading, at, found) ? [TOGETHER] : []
      return { value: { ...read, assumptions: [...(read.assumptions ?? []), ...shared] }, end }
    }
    if (found.value.deed === undefined || isPlainOrder(found.value.deed)) return undefined
    return { value: doubtful(askWhen(reading, at, end)), end }
  }
  return undefined
}

const TOGETHER =
  'The first or last time is that of all of them together; put one of them in brackets to say it of that one alone.'

/** "clicked an e-mail or viewed a product for the first time": nothing says that it is of one of them alone. */
const bothAtOnce = ({ tokens }: Reading, at: number, { value: { deed }, end }: Found<SaidDeed>): boolean =>
  deed?.did === 'event' &&
  deed.event.length > 1 &&
  tokens.slice(at, end).findIndex(({ word }) => word === 'or') > 1

const breakWord = phrase('in|for|since over|about|at?', 'in|for more|less than', 'in at least', 'since')

function breakAt(reading: Reading, at: number): boolean {
  const opened = breakWord(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  return length !== undefined && !length.value.bare
}

/** "Last seen" is on the site, unless more is said than that: "last seen the Espresso Pods". */
function doneOrSeen(
  reading: Reading,
  at: number,
  which: (typeof BEFORE)[number][0],
): Found<SaidDeed> | undefined {
  const done = whatAt(reading, at)
  const seen = which === 'last' ? seenAt(reading, at) : undefined
  const deed = done?.value.deed
  const more = deed !== undefined && (deed.did !== 'event' || deed.where !== undefined)
  return seen === undefined || more ? done : seen
}

/** A deed done, once, at no particular count. */
function whatAt(reading: Reading, at: number): Found<SaidDeed> | undefined {
  const found = deedAt(reading, at)
  return found === undefined || found.value.negative || found.value.times !== undefined ? undefined : found
}

const they = phrase('they|he|she|the|their|his|her|your have|has|had?')

/** `last opened an e-mail`, `their last visit`, where no time is said of it. */
export function lastDeedAt(reading: Reading, at: number): Found<Deed> | undefined {
  for (const start of new Set([at, skip(reading, at, they)]))
    for (const [which, words] of BEFORE) {
      const from = which === 'last' ? words(reading, start) : -1
      const found = from < 0 ? undefined : doneOrSeen(reading, from, which)
      const { deed, within, doubts } = found?.value ?? {}
      if (found !== undefined && deed !== undefined && within === undefined && doubts?.length === 0)
        return isPlainOrder(deed) ? undefined : { value: deed, end: found.end }
    }
  return undefined
}

const visited: Deed = { did: 'event', event: ['visited_site'] }
function seenAt(reading: Reading, at: number): Found<SaidDeed> | undefined {
  const end = seen(reading, at)
  const held = reading.situation.vocabulary.values('event').some(({ value }) => value === 'visited_site')
  if (end < 0 || !held) return undefined
  return {
    value: {
      deed: visited,
      negative: false,
      assumptions: ['“seen” is read as visiting the site.'],
      doubts: [],
    },
    end,
  }
}

/** A window; "over 60 days" and "60+ days" by themselves are that long ago or longer. */
function when(reading: Reading, at: number): Found<Timing> | undefined {
  const found = window(reading, at)
  const lead = over(reading, at)
  const length = span(reading, lead >= 0 ? lead : at)
  if (length === undefined || length.value.bare || (!length.value.plus && lead < 0)) return found
  if (found !== undefined && found.end >= length.end) return found
  return { value: timing({ kind: 'older', n: length.value.n, unit: length.value.unit }), end: length.end }
}

interface Asked {
  readonly which: Which
  readonly said: SaidDeed
  readonly timed: Timing | undefined
  readonly negative: boolean
}

function momentOf({
  which,
  said: { deed, within, assumptions, doubts },
  timed,
  negative,
}: Asked): Meaning | undefined {
  const [during, more]: readonly (Window | undefined)[] =
    within === undefined ? (timed?.windows ?? []) : [within]
  const all = [...doubts, ...(timed?.doubts ?? [])]
  if (all.length > 0) return doubtful(...all)
  if (deed === undefined || during === undefined || more !== undefined || isPlainOrder(deed)) return undefined
  const criteria: Criteria = { type: 'moment', which, deed, during }
  return {
    criteria: negative ? negated(criteria) : criteria,
    assumptions: [...assumptions, ...(timed?.assumptions ?? [])],
    doubts: [],
  }
}

function askWhen(reading: Reading, at: number, end: number) {
  const what = said(reading, at, end)
  return question(at, end, `“${what}”: when was that?`, [
    ['this month', `${what} this month`],
    ['in the last 30 days', `${what} in the last 30 days`],
  ])
}

export const momentPhrases: readonly Parser<Meaning>[] = [before, after, ...stoppedPhrases]
