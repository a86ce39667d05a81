import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import { type Change, changeOf, conjuncts, narrowing, replacing } from './edit.ts'
import { addValues, excluding } from './edit-values.ts'
import { kindOf, leftOutToo } from './left-out-too.ts'
import {
  firmly,
  type FollowUp,
  type Refined,
  refinedBy,
  type SaidPart,
  suffixInstead,
  suffixToo,
  trimmed,
} from './refined.ts'
import { broughtBack } from './back-in.ts'
import { eachDenied, saysMoreBehind } from './denied-each.ts'
import { deniedToo } from './denied-too.ts'
import { momentToo } from './band-too.ts'
import { besideHeld } from './beside-held.ts'
import { boundTo } from './bound.ts'
import { eachOf } from './each-left-out.ts'
import { addNamed, besideNamed, withoutNamed } from './named-value.ts'
import { notButThis } from './not-but-this.ts'
import { addInside, besideJob } from './widened.ts'

export const join = phrase(
  'also|add|include|plus|and|incl|bring',
  'also add|include',
  'add|include also|back?',
  'and also',
  'as well as',
  'add in|on?',
  'also? let|allow|take|have in also? the?',
  'bring|put in|back',
  'and add|include|plus also?',
  'include people|customers|those|the? in|from',
  'add people|customers|those|the? in|from|who?',
  'throw in',
  'along|together with',
  'same for|with',
  'the? same goes|applies for|to',
  'the? same for|to',
  'allow|accept|permit|welcome also? the?',
  'broaden|expand|extend|widen|open|stretch it|that|this|them|things|the? search|audience|net? up? out? to also? include? the?',
)
const either = phrase(
  'or',
  'or else|also|even',
  'or include|add',
  'and? plus people|customers|anyone|everyone|those|whoever',
  'and also? people|customers|anyone|everyone who|in|from|that|with',
  'as well as people|customers|those|anyone',
  'also have|take|get|want|see people|customers|those|anyone|everyone|everybody who|that|with|in|from?',
  'and? also? include|add|bring also|in? people|customers|those|anyone|everyone|everybody who|that|with|in|from?',
)
const letIn = phrase(
  'and|also? also? let|allow|take|have in also? anyone|anybody|everyone|everybody|people|customers|those|whoever who|that|with|in|from?',
  'and|also? also? allow|accept|count also? anyone|anybody|everyone|everybody|people|customers|those|whoever who|that|with|in|from?',
)
const opens = /^(?:in|from|who|that|with)$/
/** What leaves people out. */
export const without = phrase(
  'exclude|excluding|without|except|minus|omit|skip|ignore|less|bar|barring|not|nor|neither',
  'and? nor|neither the?',
  'cut|suppress|strip|bin',
  'nobody|noone from|in?',
  'no one from|in?',
  'none of the?',
  'do not include|count|take|want|show|use the|any?',
  'we|i do not want|need any|the?',
  'leave|take|filter|keep|cut|screen|throw|kick|sort|weed|strip|pull|rule|carve|knock out|away|off',
  'but|and not|without|exclude|excluding|minus|except|no|never',
  'but|and leave|take|filter|keep|cut out',
  'except for',
  'apart|aside from',
  'other than',
  'remove|drop|lose|ditch|kick|subtract the|any|all?',
  'remove|drop|lose|ditch people|customers|those|everyone|anyone|anybody|whoever|ones in|from|who|with?',
  'remove|drop the people|customers|ones in|from|who|with?',
  'no',
  'get rid of',
  'and|but? also? exclude|omit|remove|skip',
  'not including|counting|those|the|anyone|any',
  'but? not if|when|where they|he|she|it|someone|somebody already|have|had|is|are?',
)
/** "and throw out …": what orders it stands behind the joint. */
const also = phrase('and|but also|then?')
const them = 'them|those|these|him|her|it|that'
const outAtEnd = phrase(
  `,? then? please? leave|take|kick|keep|throw|cut ${them} out|off|away`,
  `,? then? please? exclude|drop|remove|skip|omit|ignore|lose ${them}`,
  `,? then? i|we do not want|need ${them}`,
  ',? then? they|those|these are? out|off|excluded',
  'out|excluded|suppressed',
  'should|must|can|may|shall not be? in|included|part of? there|here|it|this?',
  'are? not included|wanted|allowed in|here|there?',
)
/** "if they clicked last week, leave them out" */
const ifThey = phrase(
  'if|when|where|whenever they|he|she|someone|somebody|anyone|anybody|people|customers? already?',
  'anyone|anybody|whoever|everyone|everybody who|that? already?',
)
const takes = phrase('take|leave|filter|keep|cut|screen|throw|kick|sort|weed|pull')

/** `or people in Belgium who …`, `or Tea`, `either of them`. */
export function widening({ reading, current, from, to: end, part }: FollowUp): Refined {
  // "And also" may have been heard as what only opens the message.
  const opened = Math.max(
    ...[0, 1, 2].map((back) => Math.max(either(reading, from - back), letIn(reading, from - back))),
  )
  if (opened <= from) return undefined
  const to = trimmed(reading, end, suffixToo)
  const start = opened - (opens.test(reading.tokens[opened - 1]?.word ?? '') ? 1 : 0)
  const named = addNamed(reading, current, [start, to])
  if (named !== undefined) return firmly(refinedBy(named, start, end))
  const next = part(start, to)
  if (next === undefined) return { kind: 'unclear' }
  const bare =
    reading.tokens.slice(from, start).every(({ word }) => BARELY.test(word)) &&
    !startsPeople(reading.tokens[start]?.word)
  const neither = bare ? deniedToo(current, next) : undefined
  if (neither !== undefined) return { kind: 'edit', edit: neither, said: { from: start, to: end } }
  const wider = bare ? orElse(current, next) : (addValues(current, next, 'too') ?? inAddition(current, next))
  return refinedBy(wider, start, end)
}

/** One of the two is enough: another value, or another condition beside what was said last or beside all of it. */
export const orElse = (current: Criteria, next: Criteria): Change =>
  addValues(current, next, 'or') ?? besideLast(current, next) ?? inAddition(current, next)

const BARELY = /^(?:or|else|also|even)$/

/** "or over 300 spent" of women with two orders: beside all of that, or beside the orders alone? */
function besideLast(current: Criteria, next: Criteria): Change | undefined {
  const parts = conjuncts(current)
  const last = parts.at(-1)
  if (last === undefined || parts.length < 2 || !isCondition(next) || !isCondition(last)) return undefined
  const either = anyOf([last, next])
  return changeOf(
    [inAddition(current, next).edit, replacing(current, last, either, 'either of them')],
    'Is that an alternative to all of it, or to what was said last?',
  )
}

const startsPeople = (word: string | undefined): boolean =>
  /^(?:people|customers|those|anyone|anybody|everyone|everybody|whoever|users|who|that)$/.test(word ?? '')

export const inAddition = (current: Criteria, next: Criteria) =>
  ({
    kind: 'edit',
    edit: { criteria: anyOf([current, next]), says: 'these people as well', put: [next], taken: [] },
  }) as const

/** `exclude VIPs`, `but not Tea`, `take out anybody who …`. */
export function leavingOut(follow: FollowUp): Refined {
  const { reading, current, from, to: end, part } = follow
  const joined = skip(reading, from, also)
  let opened = Math.max(without(reading, from), joined > from ? without(reading, joined) : -1)
  let to = trimmed(reading, trimmed(reading, end, suffixInstead), suffixToo)
  // "take the staff out", "take the staff out of it", of which the end was taken for a courtesy.
  const outAt = /^(?:out|off|away)$/.test(wordAt(reading, to - 1)) ? to - 1 : to
  if (opened < 0 && takes(reading, from) >= 0 && /^(?:out|off|away)$/.test(wordAt(reading, outAt))) {
    opened = takes(reading, from)
    to = outAt
  }
  // "VIPs excluded", "staff should not be in there"
  const behind = opened < 0 ? trimmed(reading, to, outAtEnd) : to
  if (behind < to) {
    const denial = part(from, to)
    if (denial !== undefined && 'none' in denial)
      return firmly(refinedBy(excluding(current, denial), from, end))
    opened = skip(reading, from, ifThey)
    to = behind
  }
  if (opened < 0) return undefined
  const named = withoutNamed(reading, current, [opened, to])
  if (named !== undefined) return firmly(refinedBy(named, opened, end))
  if (saysMoreBehind(reading, from, opened, to)) return eachDenied(follow, to)
  const instead = notButThis(follow, opened, to)
  if (instead !== undefined) return instead
  const shown = eachOf(follow, opened, to) ?? part(opened, to)
  const whole = shown === undefined ? part(from, to) : undefined
  if (shown === undefined && whole === undefined) return undefined
  // "nor clicked" goes on with what was denied, in the same time.
  const neither = shown && opensWithNor(reading, from) ? deniedToo(current, shown) : undefined
  if (neither !== undefined) return { kind: 'edit', edit: neither, said: { from: opened, to: end } }
  const denied = shown === undefined ? whole : negated(shown)
  return denied && refinedBy(excluding(current, denied), opened, end)
}

const opensWithNor = ({ tokens }: FollowUp['reading'], from: number): boolean =>
  tokens.slice(from, from + 2).some(({ word }) => word === 'nor')

/** `and Belgium too`, `add Italy`, `VIPs as well`. */
export function adding(follow: FollowUp): Refined {
  const { reading, current, from, part } = follow
  const readmitted = broughtBack(follow)
  if (readmitted !== undefined) return readmitted
  const held = besideHeld(follow, skip(reading, from, join))
  if (held !== undefined) return held
  const to = trimmed(reading, follow.to, suffixToo)
  const opened = join(reading, from)
  if (opened < 0 && to === follow.to) return undefined
  const start = opened >= 0 ? opened : from
  const beside = besideNamed(reading, current, [start, to])
  if (beside !== undefined) return firmly(refinedBy(beside, start, follow.to))
  const next = part(start, to) ?? part(start - 1, to)
  if (next === undefined) return undefined
  const said = { from: start, to: follow.to }
  const same =
    addValues(current, next, 'too') ??
    momentToo(current, next) ??
    addInside(current, next, (entity) => follow.partAs(entity, start, to))
  if (same !== undefined) return firmly(refinedBy(same, start, follow.to), to < follow.to)
  const job = besideJob(current, next)
  if (job !== undefined) return { kind: 'edit', edit: job, said, firm: true }
  const word = reading.tokens[from]?.word ?? ''
  if (WIDENS.test(word))
    return firmly(refinedBy(addValues(current, next, 'or') ?? inAddition(current, next), start, follow.to))
  // "and had no orders before October" says by itself what they did not do.
  const left = saysNot(reading, start, to)
    ? undefined
    : leftOutToo(
        current,
        next,
        OTHERS.test(wordAt(reading, start)) || OTHERS.test(wordAt(reading, start - 1)),
      )
  if (left !== undefined) return { kind: 'edit', edit: left, said, firm: true }
  // "include" and "add" without a condition to widen may add people or narrow them.
  // "add: at least 2 orders" names a condition.
  if (
    opened >= 0 &&
    wordAt(reading, opened) !== ':' &&
    /^(?:include|add|plus|incl|bring|throw|allow|accept|permit|welcome|broaden|expand|extend|widen|open)$/.test(
      word,
    )
  )
    return withSaid(bothWays(current, next), said)
  return {
    kind: 'edit',
    edit: narrowing(current, boundTo(current, next), 'this as well'),
    said: { from: start, to: follow.to },
  }
}

const NOT = /^(?:no|not|never|none|zero|nothing|without|neither|nobody)$/
const saysNot = ({ tokens }: FollowUp['reading'], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => NOT.test(word))

const WIDENS = /^(?:broaden|expand|extend|widen|open|stretch)$/
const OTHERS = /^(?:people|customers|those|anyone|anybody|everyone|everybody|whoever)$/

const withSaid = (refined: Refined, said: SaidPart): Refined =>
  refined?.kind === 'edit' ? { ...refined, said } : refined

/** "add the VIPs" to those who are gold: whoever is in one of the groups, where nothing else is asked of them. */
function bothWays(current: Criteria, next: Criteria): Refined {
  const alike = conjuncts(current).filter((part) => kindOf(part) === 'group')
  const groups = kindOf(next) === 'group' && alike.length === conjuncts(current).length
  const added = inAddition(current, next)
  return groups && alike.length === 1 ? refinedBy(added, 0, 0) : eitherWay(current, next)
}

const eitherWay = (current: Criteria, next: Criteria): Refined => ({
  kind: 'choice',
  question: 'Should they be added to the people at hand, or is it something that all of them have to meet?',
  edits: [
    narrowing(current, next, 'this has to hold as well'),
    { criteria: anyOf([current, next]), says: 'these people as well', put: [next], taken: [] },
  ],
})
