import type { Criteria } from '../../criteria/schema.ts'
import { conjuncts } from '../follow-ups/edit.ts'
import { negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { fixedQuestion, isFixed } from './fixed-question.ts'
import { segmentAt } from './segment-reference.ts'
import { afterCourtesy } from './whole.ts'

const must = phrase(
  'should|must|shall|ought|needs|has to? also|only|always? be?',
  'should|must|shall also|only|always? have|include|require?',
)
const demand = phrase(
  'require|requires|requiring|needs also?',
  'only|just include|keep|take|allow?',
  'limit|restrict|narrow|filter it|that|this? down? to|by|for?',
  'keep|leave|take only|just',
  'also require|needs|must be|have?',
  'must|should also|only? be|have?',
)
const exclude = phrase(
  'exclude|without|except|minus|omit|drop|remove|subtract|skip|lose',
  'leave|take|kick|throw|keep|filter|cut|weed out|off|away',
  'get rid of',
  'no longer|more include',
  'do not include|count|want',
  'should|must not|never include|contain|have|hold',
)
const limit = phrase('limit|restrict|narrow|reduce|filter|cut|trim|tighten|constrain')
const downTo = phrase('down? to|by|for only|just?', 'so that? only', 'only|just to|for?')
const add = phrase('add|include|bring|put|append|throw in?', 'also add|include', 'widen|extend|expand|open')
const toIt = phrase('to|in|into|for|onto|by|of', 'in|on to')
const fromIt = phrase('from|in|of|for|off', 'out of')
/** "take the staff out of VIP": what says that they leave stands behind them. */
const take = phrase(
  'take|get|pull|move|kick|throw|strip|cut|boot|clear|filter|weed|knock|push|keep|leave|chuck|drop|remove|bring',
)
const outOfIt = phrase('out of|from', 'off of?', 'away from', 'outside of?')
const behind = phrase(
  'from now on',
  'going forward',
  'in future',
  'in the future',
  'as well',
  'too',
  'for good',
  'permanently|always|also',
)
const sign = phrase(':', ',', '-', 'but|and|now')

type Joined = 'all' | 'none' | 'unsure'

/** What a saved segment is to be changed by: a part that has to hold, or one that is left out, or one to be asked about. */
interface Edit {
  readonly segment: { readonly id: string; readonly name: string }
  readonly part: Criteria
  readonly joined: Joined
}

/** `Champions should also accept email`, `leave out staff from VIP`, `limit VIP to France`, `add Spain to VIP`. */
export function editing(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const found =
    ofSegment(reading, start, criteriaOf) ??
    limited(reading, start, criteriaOf) ??
    inSegment(reading, start, criteriaOf)
  return found && edited(reading, found)
}

/** The end of the message without what adds nothing to a change. */
function endOf(reading: Reading): number {
  const { length } = reading.tokens
  for (let at = 1; at < length; at++)
    if (afterCourtesy(reading, skip(reading, at, behind)) >= length) return at
  return length
}

/** `VIP should also …`, `VIP: require …`, `VIP, but without …` */
function ofSegment(reading: Reading, start: number, criteriaOf: ReadCriteria): Edit | undefined {
  const segment = segmentAt(reading, start)
  if (segment === undefined || segment.end === start) return undefined
  const to = endOf(reading)
  const paused = skip(reading, segment.end, sign)
  const leaves = exclude(reading, paused)
  const demands = Math.max(must(reading, segment.end), paused > segment.end ? demand(reading, paused) : -1)
  const opened = leaves >= 0 && (paused > segment.end || leaves > demands) ? leaves : demands
  if (opened < 0) return undefined
  // "VIP without staff" and "VIP excluding …" are people; only what orders a change is one.
  if (opened === leaves && !ORDERS.test(said(reading, paused, leaves))) return undefined
  // "VIP, just the Canadians" names members, and nothing that is to become of the segment.
  if (opened === demands && BARE.test(said(reading, segment.end, demands))) return undefined
  const part = criteriaOf(opened, to) ?? criteriaOf(opened - 1, to)
  return part && { segment: segment.value, part, joined: opened === leaves ? 'none' : 'all' }
}

const BARE = /^(?:,\s*)?(?:(?:but|and|now)\s+)?(?:only|just)$/i
const ORDERS = /^(?:exclude|omit|drop|remove|leave|take|kick|throw|keep|get|no|do|don|should|must)\b/i

/** `limit VIP to customers in France` */
function limited(reading: Reading, start: number, criteriaOf: ReadCriteria): Edit | undefined {
  const opened = limit(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  const from = segment === undefined ? -1 : downTo(reading, segment.end)
  const part = from < 0 ? undefined : criteriaOf(from, endOf(reading))
  return segment && part && { segment: segment.value, part, joined: 'all' }
}

/** `leave out staff from VIP`, `add Ireland to VIP` */
function inSegment(reading: Reading, start: number, criteriaOf: ReadCriteria): Edit | undefined {
  const leaves = exclude(reading, start)
  const opened = Math.max(leaves, add(reading, start), demand(reading, start))
  const taken = takenOut(reading, take(reading, start), criteriaOf)
  if (taken !== undefined) return taken
  if (opened < 0) return undefined
  const joined = leaves === opened ? 'none' : add(reading, start) === opened ? 'unsure' : 'all'
  const end = endOf(reading)
  for (let at = end - 1; at > opened; at--) {
    const named = (joined === 'none' ? fromIt : toIt)(reading, at)
    const segment = named < 0 ? undefined : segmentAt(reading, named)
    if (segment === undefined || segment.end < end) continue
    // "it" is whoever is at hand, where somebody is.
    if (isPronoun(reading, named, segment.end) && reading.situation.criteria !== undefined) return undefined
    const part = criteriaOf(opened, at)
    if (part !== undefined) return { segment: segment.value, part, joined }
  }
  return undefined
}

function takenOut(reading: Reading, opened: number, criteriaOf: ReadCriteria): Edit | undefined {
  const end = endOf(reading)
  for (let at = end - 1; opened >= 0 && at > opened; at--) {
    const named = outOfIt(reading, at)
    const segment = named < 0 ? undefined : segmentAt(reading, named)
    if (segment === undefined || segment.end < end) continue
    if (isPronoun(reading, named, segment.end) && reading.situation.criteria !== undefined) return undefined
    const part = criteriaOf(opened, at)
    if (part !== undefined) return { segment: segment.value, part, joined: 'none' }
  }
  return undefined
}

const isPronoun = (reading: Reading, from: number, to: number): boolean =>
  /^(?:it|that|this|them|these|(?:the|that|this) \w+)$/i.test(said(reading, from, to))

function edited(reading: Reading, { segment, part, joined }: Edit): Commanded {
  const { situation, tokens } = reading
  const { id, name } = segment
  const fixed = isFixed(reading, id)
  const own: Criteria = situation.definition?.(id) ?? { type: 'segment', segment: id }
  const both: Criteria = { all: [...conjuncts(own), ...conjuncts(joined === 'none' ? negated(part) : part)] }
  const either: Criteria = { any: ['any' in own ? own.any : [own], [part]].flat() }
  if (joined !== 'unsure' && !fixed) return done({ do: 'update_segment', segment: id, criteria: both })
  const offered = (criteria: Criteria, says: string) => {
    const people = `customers who ${situation.describe(criteria)}`
    return { label: `${says}: ${people}`, text: fixed ? people : `update ${name} to ${people}` }
  }
  const choices = [
    ...(joined === 'unsure' ? [offered(either, 'these people in addition')] : []),
    offered(both, joined === 'none' ? 'without them' : 'all of them have to meet it'),
  ]
  if (fixed) return fixedQuestion(reading, segment, { offer: 'Shall I count these people instead?', choices })
  return doubtOf({
    kind: 'question',
    says: `Should these people be added to ${name}, or is it something that all of them have to meet?`,
    choices: choices.map(({ label, text }) => ({ label, instead: text })),
    from: 0,
    to: tokens.length,
  })
}
