import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { betweenChannels } from './channels.ts'
import { ofAnyYearInstead } from './any-year.ts'
import { anyOfThese, countsToo } from './counts-too.ts'
import { ageInstead } from './age-instead.ts'
import { bandToo } from './band-too.ts'
import { adding, leavingOut, widening } from './adding.ts'
import { butThere } from './but-there.ts'
import { changesAgain, ofSamePart } from './changes-again.ts'
import { countingOrders } from './counting.ts'
import { deedThen, otherTime } from './deed-then.ts'
import { composed, type Edit, together } from './edit.ts'
import { fewerValues } from './fewer-values.ts'
import { exchanging } from './exchanging.ts'
import { flipping } from './flipping.ts'
import { forSome, likeAnother } from './for-some.ts'
import { leadsIn } from './leads.ts'
import { inContext } from './in-context.ts'
import { notOnlyThose } from './not-only.ts'
import { moreThanThose } from './more-than-those.ts'
import { limiting } from './limiting.ts'
import { limitingTo, sameBut } from './narrowing.ts'
import {
  editsOf,
  type FollowUp,
  type ReadPart,
  type Refined,
  withoutCorrection,
  withoutCourtesy,
} from './refined.ts'
import { spentOnThem } from './of-them.ts'
import { nothingThen, oneToo, somethingThen } from './one-too.ts'
import { oneEnough } from './one-enough.ts'
import { ofThoseOrders, oneOfThoseOrders } from './of-those-orders.ts'
import { orFurther } from './or-further.ts'
import { qualifying } from './qualifying.ts'
import { redefining } from './redefining.ts'
import { keeping } from './keeping.ts'
import { regrouping } from './regrouping.ts'
import { removing } from './removing.ts'
import { rankingAmong } from './rank-among.ts'
import { reranking } from './reranking.ts'
import { bounding, scaling } from './scaling.ts'
import { sameWindow } from './same-window.ts'
import { sameQualifier } from './same-qualifier.ts'
import { someOnlyIf } from './some-only-if.ts'
import { standingIn } from './standing-in.ts'
import { swapping } from './swapping.ts'
import { takenBack } from './taken-back.ts'
import { timeToo } from './time-too.ts'
import { switchesTopic } from './topic.ts'
import { ofTwoAudiences } from './two-audiences.ts'
import { inOneOrder, otherOrder, whichOrder } from './which-order.ts'
import { theOneIn } from './the-one-in.ts'
import { widerPlace } from './wider-place.ts'

const anew = phrase(
  'forget|scrap|discard|drop|ignore all|everything of? that|this|it|the? above|before?',
  'forget|scrap|discard|drop|ignore the|that last|previous|old search|request|audience|one',
  'start over|again|fresh|anew|new',
  'new segment|search|request|audience|group',
  'forget|scrap|discard|drop that|it|this|everything|all',
  'from scratch',
  'start from scratch|zero',
  'start from the beginning',
  'reset',
  'begin again',
  'let us start over',
  'different|another|new one|question|request|segment',
  'clear everything|all|that|this',
)
const except = phrase('except|but|besides|about|regarding|concerning', 'apart|aside from', 'other than')
const separator = phrase(
  ':|,|.|;|-|->|!',
  'with|and',
  "i|we would|d|'d? rather|prefer|like to? see|have|look|get? at?",
  'now|instead',
)
/** "drop that last condition" drops no more than that. */
const PART =
  /^(?:last|latest|previous|final|first|second|third|part|bit|piece|filter|condition|restriction|requirement|limit|criterion|rule|thing|tag|exclusion)$/

interface Reader {
  readonly reading: Reading
  readonly current: Criteria
  readonly part: ReadPart
  partAs(entity: Entity, from: number, to: number): Criteria | undefined
  read(text: string): Criteria | undefined
}

/** Reads a message as a change of the criteria at hand. */
export function refinement({ reading, current, part, partAs, read }: Reader): Refined {
  const { length } = reading.tokens
  const { from, correcting } = leadsIn(reading)
  const whole = withoutCourtesy(reading, from)
  const to = withoutCorrection(reading, whole)
  const follow = { reading, current, from, to, correcting: correcting || to < whole, part, partAs, read }
  const rest = beginsAnew(reading)
  if (rest !== undefined)
    return takenBack(follow) ?? (rest < length ? { kind: 'anew', from: rest } : undefined)
  return to > from ? changeIn(follow) : undefined
}

/** "start over: …", "new topic. …": where the request begins that has nothing to do with what is at hand. */
function beginsAnew(reading: Reading): number | undefined {
  const again = Math.max(anew(reading, leadsIn(reading).from), switchesTopic(reading))
  if (again < 0 || except(reading, again) >= 0 || PART.test(wordAt(reading, again))) return undefined
  return separatorsAt(reading, again)
}

/** The same, where nothing of the kind is at hand: the first token of what is asked. */
export function newRequest(reading: Reading): number {
  const from = beginsAnew(reading) ?? 0
  return from < reading.tokens.length ? from : 0
}

function separatorsAt(reading: Reading, at: number): number {
  let rest = at
  for (let i = 0; i < 4; i++) rest = skip(reading, rest, separator)
  return rest
}

/** The readings of one change, in the order in which they are tried. */
const READINGS = [
  ofTwoAudiences,
  redefining,
  spentOnThem,
  oneOfThoseOrders,
  reranking,
  rankingAmong,
  whichOrder,
  otherOrder,
  inOneOrder,
  widerPlace,
  theOneIn,
  exchanging,
  forSome,
  someOnlyIf,
  likeAnother,
  orFurther,
  butThere,
  oneEnough,
  regrouping,
  flipping,
  countingOrders,
  moreThanThose,
  notOnlyThose,
  scaling,
  bounding,
  swapping,
  keeping,
  removing,
  fewerValues,
  ofThoseOrders,
  oneToo,
  deedThen,
  nothingThen,
  somethingThen,
  countsToo,
  anyOfThese,
  betweenChannels,
  bandToo,
  ageInstead,
  timeToo,
  ofAnyYearInstead,
  sameWindow,
  sameQualifier,
  otherTime,
  limiting,
  standingIn,
  widening,
  leavingOut,
  sameBut,
  limitingTo,
  adding,
  inContext,
  qualifying,
]
/** Those that look at few places of a message, so that it may be long. */
const OF_LONG = [widening, leavingOut, sameBut, limitingTo, adding]
/** So many words are no short change: whatever they say is said in full. */
const SHORT = 40
/** So many changes are made in one message at most. */
const MOST_CHANGES = 4

function changeIn(follow: FollowUp, changes = 1): Refined {
  let unclear = false
  const short = follow.to - follow.from <= SHORT
  const divides = short && changes < MOST_CHANGES
  const twice = divides && ordersTwice(follow)
  const each = twice ? severally(follow, changes) : undefined
  if (each?.kind === 'edit') return each
  for (const read of short ? READINGS : OF_LONG) {
    const found = read(follow)
    if (found !== undefined && found.kind !== 'unclear') return found
    unclear ||= found !== undefined
  }
  const again = ofTheSame(follow, changes)
  if (again !== undefined) return again
  const several = divides && !twice ? severally(follow, changes) : each
  return several ?? (unclear ? { kind: 'unclear' } : undefined)
}

const sameAgain = phrase('the? same thing|again|list|query|people? ,? but|just|only?', 'the? same ,')

/** "same but without the Canada part": what follows says what is different. */
function ofTheSame(follow: FollowUp, changes: number): Refined {
  const rest = sameAgain(follow.reading, follow.from)
  if (rest < 0 || rest >= follow.to || changes >= MOST_CHANGES) return undefined
  const found = changeIn({ ...follow, from: rest }, changes + 1)
  return found?.kind === 'edit' || found?.kind === 'choice' ? found : undefined
}

/** "add Canada, lose the VPs": each is said to be done, so that they are no one thing that comes in. */
function ordersTwice({ reading, from, to }: FollowUp): boolean {
  if (!ORDER.test(wordAt(reading, from))) return false
  for (let i = from + 1; i < to - 1; i++) {
    const next = joint(reading, i)
    if (next > i && next < to && ORDER.test(wordAt(reading, next))) return true
  }
  return false
}
const ORDER =
  /^(?:add|include|bring|lose|drop|remove|exclude|scrap|scratch|ditch|kick|swap|replace|make|change|switch|set|lower|raise|limit|keep|skip|omit|forget|restrict)$/

const joint = phrase(
  ',|;|.|!|-|+|/? and|then|but|though|although|plus|while|also|so? also|then|just|only?',
  'and|then|but|though|although|plus|while|also then|also|only?',
)

/** "now only France, and make it 60 days": one change after the other, each of them clear. */
function severally(follow: FollowUp, changes: number): Refined {
  const { reading, from, to } = follow
  // What follows "flip it" says what that is.
  if (/^(?:flip|invert|reverse|negate)$/.test(wordAt(reading, from))) return undefined
  for (let i = from + 1; i < to - 1; i++) {
    const next = joint(reading, i)
    if (next < 0 || next >= to || saysMoreOfThem(follow, i, next)) continue
    const first = changeIn({ ...follow, to: withoutSigns(reading, i) }, MOST_CHANGES)
    if (first?.kind !== 'edit') continue
    const { from: start, correcting } = leadsIn(reading, next)
    if (start >= to) continue
    const rest = { ...follow, current: first.edit.criteria, from: start, correcting }
    // "Pre-Seed too, and Canada": "and" is part of what the second says.
    const second = changeIn(rest, changes + 1) ?? (start === next ? joinedTo(rest, changes) : undefined)
    const both = ofBefore(first.edit, second, { ...rest, current: follow.current }, changes)
    if (both !== undefined) return { kind: 'edit', edit: both, said: { from, to } }
    const same = second?.kind === 'choice' ? ofSamePart(first.edit, second.edits) : undefined
    if (same !== undefined) return { kind: 'edit', edit: composed(first.edit, same), said: { from, to } }
    if (second?.kind === 'choice')
      return { ...second, edits: second.edits.map((edit) => composed(first.edit, edit)) }
    if (second?.kind !== 'edit') continue
    return { kind: 'edit', edit: composed(first.edit, second.edit), said: { from, to } }
  }
  return undefined
}

/** "60 becomes 90, 90 becomes 60": what would undo the first speaks of what was at hand before it, where it can. */
function ofBefore(first: Edit, second: Refined, before: FollowUp, changes: number): Edit | undefined {
  if (
    !editsOf(second).some(
      (edit) => edit.taken.some((part) => first.put.includes(part)) && changesAgain(first, edit),
    )
  )
    return undefined
  const found = changeIn(before, changes + 1)
  return found?.kind === 'edit' ? together(before.current, first, found.edit) : undefined
}

/** "leave out anyone who visited 5 times but never bought": what follows may be said of those who are left out. */
const saysMoreOfThem = ({ reading, from }: FollowUp, at: number, next: number): boolean =>
  LEAVES_OUT.test(wordAt(reading, from)) &&
  reading.tokens.slice(from, at).some(({ word }) => /^(?:who|that|whose)$/.test(word)) &&
  !ORDER.test(wordAt(reading, next)) &&
  !/^(?:only|just|now|then)$/.test(wordAt(reading, next))

const LEAVES_OUT =
  /^(?:leave|take|drop|remove|exclude|excluding|without|except|minus|kick|skip|omit|lose|ditch|no|not)$/

/** A comma before a joint is no part of what stands before it. */
const withoutSigns = (reading: Reading, to: number): number =>
  /^[,;.!]$/.test(wordAt(reading, to - 1)) ? withoutSigns(reading, to - 1) : to

const joinedTo = (rest: FollowUp, changes: number): Refined =>
  /^(?:and|plus|also)$/.test(wordAt(rest.reading, rest.from - 1))
    ? changeIn({ ...rest, from: rest.from - 1 }, changes + 1)
    : undefined
