import { lengthOf } from '../../conditions/facets/windows.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { span } from '../grammar/span.ts'
import { type Change, conditionsOf, type Edit, together } from './edit.ts'
import { numbersLike, numbersOf, setNumber, setOperator } from './edit-numbers.ts'
import { setTime, timesLike, timesOf } from './edit-times.ts'
import { channelInstead, isChannel } from './channels.ts'
import { replaceValues } from './edit-values.ts'
import { replaceNamed } from './named-value.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'
import { referred } from './refer.ts'
import { partWord } from './removing.ts'
import { rewording } from './rewording.ts'
import { type SaidLimit, saidLimit, saidWindow } from './said-limit.ts'

const verb = phrase(
  'replace|swap|change|switch|exchange|substitute|trade|turn out?',
  'change|switch it|that from',
  'change|switch|go|move from',
  'raise|lower|bump|increase|decrease|reduce|lift|push|cut|move|extend|shorten',
)
const withWord = phrase('with|by|for|to|into|->', 'out for', 'up|down|out to')
const insteadOf = phrase(
  ',? rather than',
  ',? instead of',
  ',? in place of',
  ',? not',
  ',? and not',
  ',? as opposed to',
)
const denied = phrase('not', 'it is not', 'that is not')
const but = phrase(',? but', ',|.|;|-', ',? it is', ',? rather', '. it is?')
/** "swap in Germany for Canada" */
const bringIn = phrase('swap|switch|bring|put|take|sub in')
const inPlaceOf = phrase('for', 'instead of', 'in place of')
/** "scrap in store, I’d rather see marketplace" */
const gone = phrase(
  'scrap|drop|lose|forget|ditch|scratch|remove|bin|kill|skip|no',
  'leave|take out',
  'get rid of',
)
const rather = phrase(
  ",|.|;|-|! i|we would|d|'d? rather|prefer|like|want|need to? see|have|get|take|use|look? at?",
  ',|.|;|-|!? and|then? use|take|try|show|give|make|put|go|do|have me|us|it|that|with|for? instead?',
)
/** "200 is too low, go up to 500" */
const tooMuch = phrase(
  'is|are|might|may not? be? right|enough|correct|good|much|ideal|best',
  "is|are|was|'s|seems|looks a|way|far? bit|little? too low|high|few|many|much|short|long|little|strict|loose|small|big|large",
)
const goTo = phrase(
  ',|.|;|-? and|so|but? what|how about|would|does?',
  ',|.|;|-? and|so|then? go|move|raise|lift|bump|push|take|make|set|lower|drop|reduce|cut|change|extend|shorten|try|use|say it|that|this? up|down|out? to|with?',
)
/** "not sure 30 is right. what would 60 give?" */
const unsure = phrase('i|we? am? not sure|certain|convinced if|that|whether?', 'is|maybe|perhaps')
const wouldGive = phrase('give|be|yield|return|make|get|look like?', 'give|get|yield us|me')
const shouldBe = phrase('should be|read|have been', 'needs to be', 'becomes', '->', '=>')
const small = phrase(
  'and|now|then|also|so|but',
  'make|use|do|take|set|put it|that|this|them?',
  'with|for',
  'the|a|an|it|that|this|to',
  'i|we meant|mean',
  'only|just',
)

interface Pair {
  readonly old: readonly [from: number, to: number]
  readonly next: readonly [from: number, to: number]
}

/** `Germany instead of France`, `replace France with Germany`, `7 days, not 14`, `checkout rather than cart`. */
export function swapping(follow: FollowUp): Refined {
  const both = twoAtOnce(follow)
  if (both !== undefined) return both
  for (const pair of pairsIn(follow)) {
    const change = changeBy(follow, pair)
    if (change !== undefined) return refinedBy(change, ...pair.next)
  }
  return undefined
}

const joint = phrase(',|;|.? and|then? also|then?')
const exchange = phrase('swap|switch|exchange|interchange|flip|reverse')
const around = phrase('around|round|over')
const making = phrase('make|turn|set|put')

/** "change the 60 to 90 and the 90 to 60": each is said of what is at hand, and not of what the other makes of it. */
function twoAtOnce(follow: FollowUp): Refined {
  const { reading, from, to: end } = follow
  const opened = Math.max(verb(reading, from), making(reading, from))
  const to = trimmed(reading, end, suffixInstead)
  for (let i = opened + 1; opened >= 0 && i < to; i++) {
    const next = joint(reading, i)
    if (next < 0 || next >= to) continue
    const edit = eachSaid(i, next) ?? exchanged(i, next)
    if (edit !== undefined) return firmly(refinedBy({ kind: 'edit', edit }, opened, to))
  }
  return undefined

  function eachSaid(i: number, next: number): Edit | undefined {
    const first = onePair(follow, opened, i)
    const second = first && onePair(follow, Math.max(next, verb(reading, next), making(reading, next)), to)
    return first && second && together(follow.current, first, second)
  }

  /** "swap the 60 and the 90" */
  function exchanged(i: number, next: number): Edit | undefined {
    if (exchange(reading, from) < 0) return undefined
    const one: Pair['old'] = [skip(reading, opened, small), i]
    const other: Pair['old'] = [skip(reading, next, small), trimmed(reading, to, around)]
    const first = changed(follow, { old: one, next: other })
    const second = first && changed(follow, { old: other, next: one })
    return first && second && together(follow.current, first, second)
  }
}

function onePair(follow: FollowUp, from: number, to: number): Edit | undefined {
  for (const pair of [...withPairs(follow, from, to), ...sideBySide(follow, from, to)]) {
    const edit = changed(follow, pair)
    if (edit !== undefined) return edit
  }
  return undefined
}

function changed(follow: FollowUp, pair: Pair): Edit | undefined {
  const change = changeBy(follow, pair)
  return change?.kind === 'edit' ? change.edit : undefined
}

/** What the two of a pair say as limits: read once, as each way of changing them asks for it. */
interface Limits {
  readonly before: SaidLimit | undefined
  readonly after: SaidLimit | undefined
}

function changeBy(follow: FollowUp, pair: Pair): Change | undefined {
  const limits = { before: limitAt(follow, pair.old), after: limitAt(follow, pair.next) }
  return times(follow, pair, limits) ?? anywhere(follow, pair, limits)
}

/** What is said more than once, as a number of orders and of months, is asked about. */
function anywhere(follow: FollowUp, pair: Pair, limits: Limits): Change | undefined {
  const change = numbers(follow, limits) ?? values(follow, pair)
  if (change?.kind === 'choice' || limits.before?.kind === 'time') return change
  const reworded = rewording(follow, pair)
  return reworded?.kind === 'choice' ? reworded : (change ?? reworded)
}

/** "… France with Germany": each place where what comes in may begin. */
function* withPairs({ reading }: FollowUp, from: number, to: number): Generator<Pair> {
  for (let i = from + 1; i < to; i++) {
    const next = withWord(reading, i)
    if (next >= 0 && next < to)
      yield { old: [skip(reading, from, small), i], next: [skip(reading, next, small), to] }
  }
}

/** "make the 60 90": two numbers beside each other. */
function sideBySide(follow: FollowUp, from: number, to: number): readonly Pair[] {
  const start = skip(follow.reading, from, small)
  const end = span(follow.reading, start)?.end ?? to
  if (end >= to) return []
  const pair: Pair = { old: [start, end], next: [skip(follow.reading, end, small), to] }
  return bareAt(follow, pair.old) !== undefined && bareAt(follow, pair.next) !== undefined ? [pair] : []
}

/** Every way of reading the message as something that stands in for something else. */
function* pairsIn(follow: FollowUp): Generator<Pair> {
  const { reading, from, to: end } = follow
  const to = trimmed(reading, end, suffixInstead)
  const opened = verb(reading, from)
  if (opened >= 0) yield* withPairs(follow, opened, to)
  for (let i = from + 1; opened < 0 && i < to; i++) {
    const over = insteadOf(reading, i)
    if (over >= 0 && over < to && !onlyThose({ reading }, over, to))
      // "a week", "this month": what is small elsewhere may be part of a time.
      for (const start of new Set([skipAll(reading, from), from]))
        yield { old: [skip(reading, over, small), to], next: [start, i] }
    const becomes = shouldBe(reading, i)
    if (becomes >= 0 && becomes < to) yield { old: [skip(reading, from, small), i], next: [becomes, to] }
  }
  const brought = bringIn(reading, from)
  for (let i = brought + 1; brought >= 0 && i < to; i++) {
    const old = inPlaceOf(reading, i)
    if (old >= 0 && old < to) yield { old: [skip(reading, old, small), to], next: [brought, i] }
  }
  const out = gone(reading, from)
  for (let i = out + 1; out >= 0 && i < to; i++) {
    const next = rather(reading, i)
    if (next >= 0 && next < to) yield { old: [skip(reading, out, small), i], next: [next, to] }
  }
  const ends = trimmed(reading, to, wouldGive)
  for (let i = from + 1; i < to; i++) {
    const much = tooMuch(reading, i)
    const next = much < 0 ? -1 : goTo(reading, much)
    if (next >= 0 && next < ends) yield { old: [skip(reading, from, unsure), i], next: [next, ends] }
  }
  const not = denied(reading, from)
  for (let i = not + 1; not >= 0 && i < to; i++) {
    const next = but(reading, i)
    if (next >= 0 && next < to) yield { old: [not, i], next: [skipAll(reading, next), to] }
  }
}

/** "directors too, not VPs only" takes nothing away. */
export const onlyThose = ({ reading }: Pick<FollowUp, 'reading'>, from: number, to: number): boolean =>
  reading.tokens.slice(from, to).some(({ word }) => /^(?:only|just|alone|merely)$/.test(word))

function skipAll(reading: FollowUp['reading'], at: number): number {
  let start = at
  for (let i = 0; i < 3; i++) start = skip(reading, start, small)
  return start
}

/** Read by itself: "change October to September" says no stretch from one to the other. */
const limitAt = ({ reading }: FollowUp, [from, to]: Pair['old']): SaidLimit | undefined =>
  saidLimit(reading.over(reading.tokens.slice(from, to)), 0, to - from)

const bareAt = ({ reading }: FollowUp, [from, to]: Pair['old']): number | undefined => {
  const found = span(reading, from)
  return found?.end === to && found.value.bare ? found.value.n : undefined
}

/** A time for a time: where one of them is a bare number, it has the other's unit. */
function times(follow: FollowUp, { old, next }: Pair, { before, after }: Limits): Change | undefined {
  const all = timesOf(conditionsOf(follow.current))
  const oldLength = before?.kind === 'time' && 'length' in before.time ? before.time.length : undefined
  const newLength = after?.kind === 'time' && 'length' in after.time ? after.time.length : undefined
  const oldN = bareAt(follow, old)
  const newN = bareAt(follow, next)
  if (after?.kind === 'time') {
    const window = before?.kind === 'time' ? saidWindow(before.time) : undefined
    const like =
      oldN !== undefined && newLength !== undefined
        ? { n: oldN }
        : oldLength !== undefined
          ? oldLength
          : window && { window, ...(window.kind === 'last' ? { n: window.n, unit: window.unit } : {}) }
    const held = like === undefined ? [] : timesLike(all, like)
    return held.length === 0
      ? undefined
      : setTime(follow.current, conditionsOf(follow.current), after.time, held)
  }
  if (newN === undefined || oldLength === undefined) return undefined
  const held = timesLike(all, oldLength)
  const length = { n: newN, unit: oldLength.unit }
  return held.length === 0
    ? undefined
    : setTime(follow.current, conditionsOf(follow.current), { length }, held)
}

function numbers(follow: FollowUp, { before, after }: Limits): Change | undefined {
  if (after?.kind === 'operator' && before?.kind === 'operator') {
    const held = numbersOf(conditionsOf(follow.current)).filter(({ test }) => test?.op === before.op)
    return setOperator(follow.current, held, after.op)
  }
  if (after?.kind !== 'number' && after?.kind !== 'bare') return undefined
  if (before?.kind !== 'number' && before?.kind !== 'bare') return undefined
  const [test, ...more] = before.test.tests
  if (test === undefined || more.length > 0) return undefined
  const { value, op } = test
  const all = conditionsOf(follow.current)
  const held = numbersLike(numbersOf(all), before.test.bare ? { value } : { value, op })
  if (held.length > 0) return setNumber(follow.current, held, after.test, true)
  // "30 rather than 90", where the 90 is a number of days.
  if (before.kind !== 'bare' || after.kind !== 'bare') return undefined
  const lengths = timesLike(timesOf(all), { n: before.n })
  const unit = lengths.map(({ facet }) => lengthOf(facet.value)?.unit).find((one) => one !== undefined)
  return unit && setTime(follow.current, all, { length: { n: after.n, unit } }, lengths)
}

/** One value or condition for another: the old one has to be there, by its value or by words that tell which it is. */
function values(follow: FollowUp, { old: [from, end], next }: Pair): Change | undefined {
  const { reading, current, part } = follow
  // "the email bit"
  const to = partWord(reading, end - 1) === end && end - 1 > from ? end - 1 : end
  const named = replaceNamed(reading, current, next, [from, to])
  if (named !== undefined) return named
  const channel = isChannel(reading, from, to) ? channelInstead(follow, ...next) : undefined
  if (channel !== undefined) return channel
  const before = part(from, to)
  const after: Criteria | undefined = part(...next)
  if (after === undefined) return undefined
  const held = before && replaceValues(current, before, after)
  if (held !== undefined) return held
  // "the beans" of people who bought Coffee Beans.
  const told = referred(reading, from, to, { current })
  const [only, ...others] = told?.named === true ? told.conditions : []
  return only === undefined || others.length > 0 ? undefined : replaceValues(current, only, after)
}
