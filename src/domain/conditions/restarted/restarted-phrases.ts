import { dateAt, boundsOf } from '../../time/bounds.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import {
  type Found,
  longest,
  type Parser,
  type Reading,
  said,
  wordAt,
} from '../../language/grammar/reading.ts'
import { type Span, span } from '../../language/grammar/span.ts'
import { window, windowBefore } from '../../language/grammar/window.ts'
import { hasBeginning, type Window } from '../../time/window.ts'
import type { Deed } from '../shared/deed.ts'
import { deedCriteria } from '../shared/deed-criteria.ts'
import { deedAt, forTheFirstTime } from '../shared/deed-phrases.ts'
import type { RestartedCondition } from './restarted.ts'

/** Who came back, how, and when; how long they had been away. */
interface Returned {
  readonly deed: Deed
  readonly within?: Window
  readonly assumptions: readonly string[]
  /** "came back" is nothing but that; "ordered" may be a condition by itself. */
  readonly sure: boolean
}

const ordered: Deed = { did: 'ordered' }
const visited: Deed = { did: 'event', event: ['visited_site'] }

const buying = phrase(
  'came|come|coming|got|been|are|is back again?',
  'came|come|coming back to? and? buy|bought|order|ordered|shop|purchase|purchased again?',
  'returned|return|returning again?',
  'returned|return|returning to? and? buy|bought|order|ordered|shop|purchase|purchased again?',
  'were|was|been|got? reactivated|won back',
  'reactivated|reactivating|reactivation|resurrected|winbacks|winback',
  'win backs|back',
  'won back',
  'resumed|restarted buying|ordering|shopping|purchasing|purchases',
  'started|began buying|ordering|shopping|purchasing again',
  'active again',
)
const visiting = phrase(
  'came|come|been|got back to|on the|our site|website|shop|store|page',
  'returned to the|our site|website|shop|store|page',
  'visited|visit again',
  'back on the|our site|website',
)
const again = phrase('again|back', 'once more')
const restarting = phrase('started|began|resumed|restarted')

const returnAt: Parser<Returned> = (reading, at) => longest(came, resumed, didAgain)(reading, at)

const came: Parser<Returned> = (reading, at) => {
  const bought = Math.max(buying(reading, at), bareBack(reading, at))
  const visit = visiting(reading, at)
  const end = Math.max(bought, visit)
  if (end < 0) return undefined
  const plain = bought >= visit
  const assumptions = plain ? ['Coming back is read as ordering again.'] : []
  return timed(reading, end, {
    deed: plain ? ordered : visited,
    assumptions,
    sure: bareBack(reading, at) < end || isBehindBreak(reading, at),
  })
}

/** Many things are back; people are where a break is spoken of. */
const bareBack = phrase('back')
const BREAK = /^(?:skipped|skipping|missed|break|pause|nothing|none|gap)$/

/** "ordered in 2023, skipped 2024, back in 2025" */
const isBehindBreak = ({ tokens }: Reading, at: number): boolean =>
  /^(?:,|and|but|then)$/.test(tokens[at - 1]?.word ?? '') &&
  tokens.slice(0, at).some(({ word }) => BREAK.test(word))

/** "started opening e-mails again" */
const resumed: Parser<Returned> = (reading, at) => {
  const from = restarting(reading, at)
  const found = from < 0 ? undefined : deedAt(reading, from)
  const end = found === undefined ? -1 : again(reading, found.end)
  if (found?.value.deed === undefined || found.value.negative || found.value.times !== undefined)
    return undefined
  if (end < 0 && !wordAt(reading, at).startsWith('res')) return undefined
  const { deed, within, assumptions } = found.value
  return timed(reading, Math.max(end, found.end), {
    deed,
    ...(within && { within }),
    assumptions,
    sure: true,
  })
}

/** "ordered again this month", "visited the site this week": only with a break behind it. */
const didAgain: Parser<Returned> = (reading, at) => {
  const found = deedAt(reading, at)
  if (found?.value.deed === undefined || found.value.negative || found.value.times !== undefined)
    return undefined
  const { deed, within, assumptions, doubts } = found.value
  if (doubts.length > 0) return undefined
  const end = skip(reading, found.end, again)
  return timed(reading, end, { deed, ...(within && { within }), assumptions, sure: false })
}

function timed(reading: Reading, at: number, value: Returned): Found<Returned> {
  const found = value.within === undefined ? window(reading, at) : undefined
  const [within, more] = found?.value.windows ?? []
  // "in 6 months" behind "the first time" is how long they were away.
  if (found === undefined || within === undefined || more !== undefined) return { value, end: at }
  const assumptions = [...value.assumptions, ...found.value.assumptions]
  return { value: { ...value, within, assumptions }, end: found.end }
}

const afterWord = phrase(
  ',? after|following',
  ',? after|following at least|over|exceeding',
  ',? after|following more than',
  ',? after|following a|an break|gap|pause|absence|lull|hiatus|silence|inactivity|period of inactivity|silence|absence? of|for? over|exceeding?',
  ',? after|following a|an? break|gap|pause|absence|lull|hiatus|silence of|for? at least|more|over than?',
  ',? after|following being? away|inactive|gone|dormant|lapsed|quiet|silent|absent|idle for? over?',
  ',? after|following being? away|inactive|gone|dormant|lapsed|quiet|silent|absent|idle for? at least|more than?',
  ',? after|following not ordering|buying|purchasing|shopping|visiting|opening|clicking anything|emails|any|the|site|an|email? for|in over?',
  ',? after|following not ordering|buying|purchasing|shopping|visiting|opening|clicking anything|emails|any|the|site|an|email? for|in at least|more than?',
)
const awayWord = phrase(
  'away|off|out|gone|idle|dormant|inactive|quiet|apart',
  'of|in inactivity|silence|absence|dormancy|quiet|nothing',
  'break|gap|pause|absence|hiatus|silence|inactivity',
  'without it|them|one|any|ordering|buying|orders|purchases|purchasing|visiting|visits|opening|doing|shopping|activity so?',
  'without a|an|any|one|another order|purchase|visit|open',
  'of no|not orders|ordering|purchases|purchasing|buying|activity|visits|visiting|opens|opening',
  'with no orders|order|purchases|activity|visits',
  'not ordering|buying|purchasing|visiting|opening',
)
const before = phrase('before that time', 'before that|it|then', 'before', 'or more|longer|so')

/** `after at least 6 months without an order`, `after a break of 90 days`, `for the first time in a year`. */
const breakAt: Parser<Span> = (reading, at) => {
  const firstTime = forTheFirstTime(reading, at)
  const opened = firstTime >= 0 ? firstTimeIn(reading, firstTime) : afterWord(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  if (length === undefined || length.value.bare) return undefined
  let end = skip(reading, length.end, awayWord)
  end = skip(reading, end, before)
  return { value: length.value, end }
}

const inWord = phrase('in|for|since over|exceeding?', 'in|for more|longer than', 'in|for at least')
const firstTimeIn = (reading: Reading, at: number): number => inWord(reading, at)

/** `came back this month after at least 6 months without an order`, `ordered last week for the first time in a year`. */
const cameBack: Parser<Meaning> = (reading, at) => {
  const found = returnAt(reading, at)
  if (found === undefined) return undefined
  const away = breakAt(reading, found.end)
  if (away === undefined) {
    return (
      afterNot(reading, found) ??
      afterEarlier(reading, at, found) ??
      (found.value.sure ? askAway(reading, at, found) : undefined)
    )
  }
  const late = found.value.within === undefined ? window(reading, away.end) : undefined
  const [behind, more] = late?.value.windows ?? []
  const within = found.value.within ?? (more === undefined ? behind : undefined)
  const end = late?.end ?? away.end
  if (within === undefined) return askBack(reading, at, found.end, end)
  if (!hasBeginning(within)) return undefined
  const { n, unit, assumption } = away.value
  const criteria: RestartedCondition = {
    type: 'restarted',
    deed: found.value.deed,
    within,
    away: { n, unit },
  }
  const stated = [
    ...found.value.assumptions,
    ...(assumption === undefined ? [] : [assumption]),
    ...(late?.value.assumptions ?? []),
  ]
  return { value: { criteria, assumptions: [...stated, COUNTED], doubts: [] }, end }
}

const COUNTED = 'The time away is counted back from the beginning of the time in which they came back.'

const afterNotWord = phrase(
  ',? after|following not|never ordering|buying|purchasing|shopping|visiting anything|at|all|us? all?',
)

/** "returned this year after not ordering at all in 2024": nothing in that window, but something before it. */
function afterNot(reading: Reading, { value, end: at }: Found<Returned>): Found<Meaning> | undefined {
  const from = afterNotWord(reading, at)
  const gone = from < 0 ? undefined : window(reading, from)
  const [away, more] = gone?.value.windows ?? []
  const { deed, within } = value
  if (gone === undefined || away === undefined || more !== undefined || within === undefined) return undefined
  const { now, zone } = reading.situation
  const begins = boundsOf(away, now, zone).from
  if (begins === undefined) return undefined
  const criteria: Criteria = {
    all: [
      deedCriteria(deed, { within }),
      deedCriteria(deed, { none: true, within: away }),
      deedCriteria(deed, { within: { kind: 'dates', before: dateAt(begins, zone) } }),
    ],
  }
  return {
    value: { criteria, assumptions: [...value.assumptions, ...gone.value.assumptions], doubts: [] },
    end: gone.end,
  }
}

/** "first ordered in 2024 and came back this year": behind what was done in an earlier time, that is all it says. */
function afterEarlier(
  reading: Reading,
  at: number,
  { value: { deed, within, assumptions, sure }, end }: Found<Returned>,
): Found<Meaning> | undefined {
  const earlier = windowBefore(reading, at)?.value.windows.at(-1)
  if (!sure || within === undefined || earlier === undefined || earlier.kind === 'last') return undefined
  const { now, zone } = reading.situation
  const begins = hasBeginning(within) ? boundsOf(within, now, zone).from : undefined
  if (begins === undefined || boundsOf(earlier, now, zone).to >= begins) return undefined
  return { value: { criteria: deedCriteria(deed, { within }), assumptions, doubts: [] }, end }
}

const TIMES = ['90 days', '180 days', '1 year'] as const

/** "came back this month": after how long? Nothing but that is known of "came back" itself. */
function askAway(reading: Reading, at: number, { value, end }: Found<Returned>): Found<Meaning> {
  const when = value.within === undefined ? ' in the last 30 days' : ''
  const what = said(reading, at, end)
  const doubt = question(
    at,
    skip(reading, end, someBreak),
    `“${what}”: ${value.within === undefined ? 'when, and ' : ''}after how long without an order or visit before?`,
    TIMES.map((time) => [`after ${time} without`, `${what}${when} after a break of ${time}`] as const),
  )
  return {
    value: { ...doubtful({ ...doubt, vague: true }), people: true },
    end: skip(reading, end, someBreak),
  }
}

const someBreak = phrase(
  ',? after|following a|an|some long? break|while|gap|pause|absence|lull|hiatus|time',
  ',? after|following being? away|inactive|gone|dormant|lapsed|quiet|inactivity',
)

/** "back after 30 days away": when? */
function askBack(reading: Reading, at: number, head: number, end: number): Found<Meaning> {
  const [what, rest] = [said(reading, at, head), said(reading, head, end)]
  const doubt = question(at, end, `“${said(reading, at, end)}”: in what time did they come back?`, [
    ['in the last 7 days', `${what} in the last 7 days ${rest}`],
    ['in the last 30 days', `${what} in the last 30 days ${rest}`],
    ['this month', `${what} this month ${rest}`],
  ])
  return { value: { ...doubtful(doubt), people: true }, end }
}

export const restartedPhrases: readonly Parser<Meaning>[] = [cameBack]
