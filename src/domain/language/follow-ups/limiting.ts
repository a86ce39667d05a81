import { phrase, skip } from '../grammar/phrase.ts'
import type { Test } from '../grammar/comparison.ts'
import { isPartlyDenied } from '../grammar/denied.ts'
import { stem } from '../linking/stem.ts'
import { changeOf, type Change, conditionsOf } from './edit.ts'
import { numbersOf, setNumber, setOperator } from './edit-numbers.ts'
import { asBegun, dropTime, setEveryTime, setTime, type TimeAt, timesOf } from './edit-times.ts'
import { wordAt } from '../grammar/reading.ts'
import { howOften } from './how-often.ts'
import { numberWords, type Referred, referred, timeWords, wordsOf } from './refer.ts'
import { editsOf, firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'
import { lengthOf } from '../../conditions/facets/windows.ts'
import type { Condition } from '../../conditions/index.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { type SaidLimit, saidLimit, startingAt } from './said-limit.ts'

const change = phrase(
  'make|change|switch|set|turn|use|try|put|adjust|edit|modify|update|move|take|keep|limit|restrict|narrow|do|say|call it|that|this|them?',
  'use|apply|take the|those|that|this?',
  'make it only|just|be|into?',
  'the? same but|thing|,|with|for?',
  'same but|with',
  'the? same thing|again|as before|query|search|people|one? ,? but|with|for|and|only?',
  'go with|for|to|down|up|back?',
  'count|consider|look|check only|just? at|for|in?',
  'only|just count|consider|look|check only|just? at|for|in?',
  'based|going|judged|measured on|by only|just?',
  'relax|loosen|tighten|ease|soften it|that|this|the?',
  'only|just',
  'but only|just',
  'and only|just',
  'only|just for|if?',
  "it|that|this|they is|was|were|'s|becomes|became|be should? be?",
  'it|that|this|they should|had|would|could to? be',
  'i|we|you? said|say|took|take|used|use|set|did|made|went|had it|that|this|them? to|with|for?',
  'what|how many would|will it|that|this|they|there be|look|have like? for|with|at|if? it? is|was|were?',
  'what|how would|does',
)
const moreTime = phrase(
  'extend|widen|lengthen|stretch|broaden|expand|shorten|open it|that|this|the? up|out|back?',
)
const moreNumber = phrase(
  'raise|lower|bump|increase|decrease|reduce|lift|up|cut|drop|bring|push|move|put|take it|that|this|them|the|its? up|down?',
  'raise|lower|bump|increase|decrease|reduce|lift|up|cut|drop|bring|push|move|put|take the|its|that bar|threshold|amount|limit|number|minimum|figure|value up|down?',
)
/** "30 days instead, for both" */
const forEach = phrase(
  ',? for|in|on both|all|each of? them|these|those|the? conditions|parts|filters|windows|periods|two|three?',
)
const tooAtEnd = phrase('too|also|only', 'as well', 'in total')
/** "this year I mean, not in total": what it was before. */
const notBefore = phrase(
  ',|.|;|-? and? not in total|lifetime',
  ',|.|;|-? and? not ever|lifetime|overall|altogether|anytime',
  ',|.|;|-? and? not all time',
  ',|.|;|-? and? not over? their|the? lifetime',
  ',? sorry|oops|apologies',
)
/** "14 for the visits", "at least two of those" */
const ofThese = phrase('of those|these|them|such orders|purchases|ones?')
const joint = phrase('and|but|also|now|then')
const forThe = phrase('for|on|with|of|to')
const into = phrase('to|into|be|at|as|for|with', 'down|up|out|back to', 'down|up')

/** A time, a number or a comparison by itself: `make it 60 days`, `lower it to 300`, `only in the last year`. */
export function limiting(follow: FollowUp): Refined {
  const { reading, current } = follow
  const last = trimmed(reading, trimmed(reading, follow.to, notBefore), suffixInstead)
  const every = trimmed(reading, last, forEach)
  const each = trimmed(reading, trimmed(reading, every, suffixInstead), ofThese)
  // "90 days for the spend as well"
  const behind = ofWhich(follow, each) ?? ofWhich(follow, trimmed(reading, each, tooAtEnd))
  const asked = behind?.at ?? each
  const to = trimmed(reading, asked, tooAtEnd)
  let at = alternative(follow, to)
  const joined = skip(reading, at, joint)
  if (Math.max(moreTime(reading, joined), moreNumber(reading, joined)) > joined) at = joined
  let about: 'time' | 'number' | undefined
  let opened = false
  let moves = false
  // "up to 400" is a limit, and no "up it to 400"; "the same period last year" is a time.
  for (let i = 0; i < 3 && !isLimit(saidLimit(reading, at, to)); i++) {
    const time = moreTime(reading, at)
    const number = moreNumber(reading, at)
    const next = Math.max(time, number, change(reading, at))
    if (next < 0 || next > to) break
    moves ||= next === number
    about = next === time ? 'time' : next === number ? 'number' : about
    at = next
    opened = true
  }
  for (let i = at; i < to; i++) {
    const said =
      saidLimit(reading, i, to) ??
      (i === at ? startingAt(reading, i, to) : undefined) ??
      saidLimit(reading, skip(reading, i, into), to)
    if (said === undefined) continue
    // “Weight 3 for hiring” is no number of roles.
    const told = behind === undefined ? meant(follow, at, i, said) : i === at ? behind.told : undefined
    if (told === undefined) continue
    const named = every < last && behind === undefined ? { ...told, every: true } : told
    // “Reduce it to 60 days” is said of a time as well.
    const wanted = (said.kind === 'time' && about === 'number' ? undefined : about) ?? aboutOf(reading, at, i)
    const instead = opened || follow.correcting || to < follow.to
    const made = changed(follow, said, named, {
      about: wanted,
      instead,
      moves,
      preposed: isPreposed(reading, i),
    })
    // A number or a length alone is no request by itself, whatever stands before it.
    const alone = said.kind === 'bare' || (said.kind === 'time' && 'length' in said.time)
    if (made !== undefined)
      return firmly(refinedBy(made, i, follow.to), (alone || (opened && said.kind === 'time')) && i === at)
    // A number of something that is not at hand is something new.
    return opened && !(said.kind === 'number' && said.of.length > 0) ? { kind: 'unclear' } : undefined
  }
  return undefined

  function meant(of: FollowUp, from: number, end: number, said: SaidLimit): Referred | undefined {
    const all = conditionsOf(current)
    const among =
      said.kind === 'time' || said.kind === 'any time'
        ? all.filter((condition) => timesOf([condition]).length > 0)
        : said.kind === 'bare'
          ? all
          : all.filter((condition) => numbersOf([condition]).length > 0)
    return (
      referred(of.reading, from, end, { current, among: among.length > 0 ? among : all }) ??
      referred(of.reading, from, end, { current })
    )
  }
}

/** "14 for the visits": what stands behind the number says of which it is. */
function ofWhich({ reading, current, from }: FollowUp, to: number) {
  for (let at = from + 1; at < to - 1; at++) {
    const opened = forThe(reading, at)
    if (opened < 0 || opened >= to || saidLimit(reading, at, to) !== undefined) continue
    const told = referred(reading, opened, to, { current })
    if (told?.named === true && told.conditions.length === 1) return { at, told }
  }
  return undefined
}

const isLimit = (said: SaidLimit | undefined): boolean => said?.kind === 'number' || said?.kind === 'time'

const ALTERNATIVES = [phrase('and|or'), phrase('with|at'), phrase('and|or with|at|for')]

/** "and 90?", "with 30 days": another number or time by itself, of what is at hand. Answers where it begins. */
function alternative({ reading, from }: FollowUp, to: number): number {
  for (const words of ALTERNATIVES) {
    const at = words(reading, from)
    const said = at < 0 ? undefined : saidLimit(reading, at, to)
    if (said?.kind === 'bare' || (said?.kind === 'time' && 'length' in said.time)) return at
    // "and 10 visits" of people with 5 visits: another number of the same.
    if (said?.kind === 'number' && said.of.length > 0 && !/^(?:times|time)$/.test(said.of[0] ?? '')) return at
  }
  return from
}

/** "the amount", "the window": what a bare number is the number of. */
function aboutOf(reading: FollowUp['reading'], from: number, to: number): 'time' | 'number' | undefined {
  for (let i = from; i < to; i++) {
    if (numberWords(reading, i) >= 0) return 'number'
    if (timeWords(reading, i) >= 0) return 'time'
  }
  return undefined
}

/** "At least 4 orders" of people without one on mobile is said of all their orders: those on mobile stay none. */
const isBeside = (held: Condition, { tests }: Test): boolean =>
  isPartlyDenied(held) && tests.every(({ op }) => !op.startsWith('<'))

interface Wanted {
  /** What the words around it say that it is of. */
  readonly about: 'time' | 'number' | undefined
  readonly instead: boolean
  /** “Raise it to”, “push that to”: an end of a stretch is moved. */
  readonly moves: boolean
  /** "since March" says how it is meant; of "March" what is at hand says so. */
  readonly preposed: boolean
}

const isPreposed = (reading: FollowUp['reading'], at: number): boolean =>
  [at, at - 1].some((i) => PREPOSITION.test(wordAt(reading, i)))
const PREPOSITION =
  /^(?:in|on|during|within|over|from|between|since|before|after|until|till|by|through|throughout|for|of|this|last|next|past|previous)$/

function changed(
  { reading, current }: FollowUp,
  said: SaidLimit,
  { conditions, every }: Referred,
  { about, instead, moves, preposed }: Wanted,
): Change | undefined {
  switch (said.kind) {
    case 'time': {
      if (about === 'number') return undefined
      const time = preposed ? said.time : asBegun(said.time, timesOf(conditions))
      return every ? setEveryTime(current, conditions, time) : setTime(current, conditions, time)
    }
    case 'any time':
      return dropTime(current, conditions)
    case 'operator':
      return setOperator(current, numbersOf(conditions), said.op)
    case 'number': {
      const of = said.of.map(stem)
      const fitting = conditions.filter((condition) => {
        const known = wordsOf(reading, condition)
        return of.every((word) => known.has(word)) && (instead || !isBeside(condition, said.test))
      })
      return (
        setNumber(current, numbersOf(fitting), said.test, instead, moves) ?? howOften(current, fitting, said)
      )
    }
    case 'bare':
      return ofBare(reading, current, conditions, { said, about, instead, moves, preposed })
  }
}

/** A number by itself: of what is counted, or of days. */
function ofBare(
  reading: FollowUp['reading'],
  current: FollowUp['current'],
  conditions: readonly Condition[],
  { said, about, instead, moves }: Wanted & { readonly said: SaidLimit & { readonly kind: 'bare' } },
): Change | undefined {
  const times = timesOf(conditions).filter(({ facet }) => lengthOf(facet.value) !== undefined)
  const length = ({ facet }: TimeAt) => ({ n: said.n, unit: lengthOf(facet.value)?.unit ?? 'day' })
  // "visited in the last 14 days but did not buy in those": it is one time, said once.
  const [time, ...others] = times
  const same = time !== undefined && others.length > 0 && others.every((one) => isSameTime(one, time))
  const among = times.map(({ condition }) => condition)
  const asTimes = same
    ? [setEveryTime(current, among, { length: length(time) })]
    : times.map((one) => setTime(current, [one.condition], { length: length(one) }, [one]))
  const numbers = numbersOf(conditions.filter((condition) => saysNumber(reading, condition)))
  const asNumber = setNumber(current, numbers, said.test, instead, moves)
  if (about === 'number') return asNumber
  if (about === 'time') return oneOf(asTimes)
  const all = oneOf([asNumber, ...asTimes])
  if (all?.kind !== 'choice') return all
  const each = [
    ...numbers.map((one) => ({
      held: [one.value].flat(),
      change: setNumber(current, [one], said.test, instead, moves),
    })),
    ...times.slice(0, same ? 1 : undefined).map((one, i) => ({
      held: [lengthOf(one.facet.value)?.n ?? 0],
      change: asTimes[i],
    })),
  ]
  return nearest(reading, said.n, each) ?? all
}

const isSameTime = (a: TimeAt, b: TimeAt): boolean =>
  JSON.stringify(a.facet.value) === JSON.stringify(b.facet.value)

/** So near is a number to the one that it stands in for … */
const NEAR = 2
/** … and so much farther from all others, or it has to be asked. */
const FARTHER = 3

/** "5" of "at least 3 e-mails in the last 30 days": where one number alone is of its size. */
function nearest(
  { situation }: FollowUp['reading'],
  n: number,
  each: readonly { readonly held: readonly number[]; readonly change: Change | undefined }[],
): Change | undefined {
  const [best, second] = each
    .map(({ held, change }) => ({ change, off: Math.min(...held.map((one) => factor(one, n))) }))
    .toSorted((a, b) => a.off - b.off)
  if (best?.change?.kind !== 'edit' || second === undefined) return undefined
  if (best.off > NEAR || second.off < best.off * FARTHER) return undefined
  const { edit } = best.change
  const assumed = `“${n.toLocaleString('en-US')}” is read as: ${edit.put.map((one) => situation.describe(one)).join(' and ')}.`
  return { kind: 'edit', edit: { ...edit, assumed } }
}

const factor = (a: number, b: number): number =>
  Math.min(a, b) <= 0 ? Infinity : Math.max(a, b) / Math.min(a, b)

/** "ordered in the last 60 days" says no number of orders, so that "90" can't be another one. */
const saysNumber = ({ situation }: FollowUp['reading'], condition: Condition): boolean => {
  const said = tokenize(situation.describe(condition)).map(({ number }) => number)
  return numbersOf([condition]).some(({ value }) => [value].flat().some((one) => said.includes(one)))
}

/** All that a bare number may change. */
const oneOf = (changes: readonly (Change | undefined)[]): Change | undefined =>
  changeOf(changes.flatMap(editsOf), 'Which number should change?')
