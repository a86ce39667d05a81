import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said as saidWords, wordAt } from '../grammar/reading.ts'
import { isCondition } from '../../criteria/node.ts'
import { type Change, changeOf, conditionsOf, type Edit, narrowing, replacing, visit } from './edit.ts'
import { dropTime, timesOf } from './edit-times.ts'
import { removeMatching, subject } from './edit-values.ts'
import { referred } from './refer.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'

const removal = phrase(
  'drop|remove|delete|lose|scratch|forget|undo|cancel|ditch|kill|scrap|strip|clear|loosen|bin|nix|axe|cut|chuck|strike|erase|lift|relax',
  'get rid of',
  'take|leave|strip|throw|cut out|off|away',
  'skip|ignore|disregard the?',
  'do not|never filter|limit|restrict|care|bother|look by|on|to|about|at|for?',
  'never mind|forget the|about',
  'no|not more|longer|need|filter|limit|restriction for|on|by?',
  'no need for|to|filter?',
  'remove|drop the',
  'we|i do not need|want|care the|about?',
  'do not need|want|require the?',
  'regardless|irrespective of',
  'any|whatever|whichever',
  'from|in|of any|all|whatever',
  'not matter',
  'without the|any?',
  'go|going|roll|step|rewind|jump back? to? where|when|how|what? it|this|that? was|were? before i|we|you added|add|put|included|mentioned|said in? the',
  'undo|revert|reverse adding|the addition of? the',
)
/** Of these a noun alone, with no "part" or "filter" behind it, means the part. */
const firm = phrase(
  'drop|lose|scratch|forget|undo|ditch|scrap|ignore|disregard|loosen|clear|bin|nix|axe|chuck|strike|lift|relax',
  'never mind|forget',
  'regardless|irrespective of',
  'do not care|bother|filter|limit|restrict about|by|on|to?',
  'go|going|roll|step|rewind|jump back',
)
/** These leave out a part of the request, or people: both can be meant by a bare noun. */
const eitherWay = phrase('without the|any?', 'leave|take out')

const somebody = phrase(
  'people|customers|those|anyone|anybody|everyone|everybody|users|folks|ones|whoever|somebody|someone|shoppers|buyers',
  'the|all|any people|customers|ones|users|folks|shoppers|buyers',
)
const partWord = phrase(
  'part|bit|filter|condition|requirement|restriction|criterion|criteria|limit|constraint|thing|rule|one|limitation|clause|piece|exclusion|exception|test',
)
const small = phrase('the', 'it to', 'that to', 'all|any|other? the?', 'about the?', 'their|its')
const timeWord = phrase(
  'the|a|any|all? time|times|date|dates|window|windows|period|timeframe|days|recency|timing',
  'the|a|any? time limit|limits|frame|window|period|restriction|constraint|range',
  'the? date range|limit|filter|restriction',
)

/** `drop the Canada part`, `remove the time limit`, `drop the country`, `forget the second condition`. */
export function removing(follow: FollowUp): Refined {
  const worldwide = anywhere(follow)
  if (worldwide !== undefined) return worldwide
  const { reading, current, part } = follow
  const from = skip(reading, follow.from, joining)
  const whole = trimmed(reading, trimmed(reading, follow.to, suffixInstead), againAtEnd)
  const parted = apart(reading, from, whole)
  const opened = parted ? from + 1 : removal(reading, from)
  if (opened < 0) return undefined
  // "remove people who …" leaves people out.
  if (somebody(reading, opened) >= 0) return undefined
  const to = parted ? whole - 1 : whole
  const end = partEnd(reading, opened, to)
  const explicit = end < to || firm(reading, from) >= 0
  const at = skip(reading, opened, small)
  // "any country" takes a condition back only where it names one.
  const open = /^(?:any|whatever|whichever|from|in|of)$/.test(wordAt(reading, from))
  const said = (change: Change | undefined): Refined => {
    const found = refinedBy(change, at, to)
    return found ?? (explicit ? { kind: 'unclear' } : undefined)
  }
  const timed = timeOf(follow, at, to)
  if (timed !== undefined) return said(timed)
  const named = part(at, end) ?? part(opened, end)
  const removed = named === undefined ? undefined : removeMatching(current, named)
  if (removed !== undefined && (explicit || eitherWay(reading, from) < 0 || holdsIt(removed)))
    return said(removed)
  const noun = referred(reading, at, end, { current })
  if (open)
    return noun?.named === true ? firmly(said(withoutParts(current, noun.conditions, noun.every))) : undefined
  if (noun?.named === true || (noun !== undefined && end < to && conditionsOf(current).length === 1)) {
    const change = withoutParts(current, noun.conditions, noun.every)
    if (explicit || eitherWay(reading, from) < 0) return said(change)
    return said(bothWays(current, change, noun.conditions))
  }
  if (
    named !== undefined &&
    removed === undefined &&
    (end < to || (explicit && isThing(named) && !DEMONYM.test(saidWords(reading, opened, to))))
  )
    return absent(follow, named)
  return explicit ? { kind: 'unclear' } : undefined
}

const everywhere = phrase(
  'anywhere|worldwide|everywhere|globally|wherever',
  'from|in anywhere|everywhere',
  'anywhere|everywhere in the world',
  'all over the world|globe|place',
  'around the world',
  'in|from? all|any countries|country',
)

/** "anywhere": no place is asked for any more. */
function anywhere({ reading, current, from, to }: FollowUp): Refined {
  const end = everywhere(reading, skip(reading, from, joining))
  if (end < 0 || (end < to && wordAt(reading, end) !== ',')) return undefined
  const places = conditionsOf(current).filter((condition) => subject(condition) === 'place')
  return places.length === 0 ? undefined : firmly(refinedBy(withoutParts(current, places, true), from, to))
}

const joining = phrase('and|but|also|then', 'and|but|also then|also|now')
const againAtEnd = phrase('again')

/** "take the last filter off": of a part that is called one; "take the staff out" leaves people out. */
function apart(reading: Reading, from: number, to: number): boolean {
  if (!/^(?:take|leave|strip|throw|cut)$/.test(wordAt(reading, from))) return false
  return /^(?:off|out|away)$/.test(wordAt(reading, to - 1)) && partEnd(reading, from + 1, to - 1) < to - 1
}

/** "the French" are people. */
const DEMONYM = /^the \S*(?:ch|sh|se|ss|ns|eks)$/iu

/** "drop France" says what to drop, and "drop the VIPs" whom: a place or a product is nobody. */
const isThing = (named: Criteria): boolean =>
  isCondition(named) &&
  (named.type === 'purchases' ||
    (named.type === 'attribute' && ['country', 'region', 'city'].includes(named.field)))

/** Nothing at hand speaks of it: that is said, and nobody is left out unasked. */
function absent({ reading, current }: FollowUp, named: Criteria): Refined {
  const { describe } = reading.situation
  return {
    kind: 'choice',
    question: `Nothing at hand speaks of people who ${describe(named)}: it is people who ${describe(current)}. Should those who ${describe(named)} be left out?`,
    edits: [narrowing(current, { none: [named] }, 'without them')],
  }
}

/** "take out Italy" takes a value out of the list that it stands in; of criteria without it, it denies people. */
const holdsIt = (change: Change): boolean => change.kind === 'edit' && change.edit.put.length > 0

function partEnd(reading: Reading, opened: number, to: number): number {
  for (let i = opened; i < to; i++) if (partWord(reading, i) === to) return i
  return to
}

/** "the time limit", "the 90 day window", "the time limit on orders". */
function timeOf({ reading, current }: FollowUp, at: number, to: number): Change | undefined {
  for (let i = at; i < to; i++) {
    const end = timeWord(reading, i)
    if (end < 0 || end > to) continue
    const among = conditionsOf(current).filter((condition) => timesOf([condition]).length > 0)
    const before = referred(reading, at, i, { current, among })
    const behind = referred(reading, end, to, { current, among })
    if (before === undefined || behind === undefined) continue
    const conditions = before.conditions.filter((condition) => behind.conditions.includes(condition))
    if (conditions.length > 0) return dropTime(current, conditions)
  }
  return undefined
}

/** The largest part that is only about a condition goes with it: "not those who …" as a whole. */
function withoutParts(current: Criteria, conditions: readonly Condition[], all: boolean): Change | undefined {
  const parts = [...new Set(conditions.map((condition) => wholeOf(current, condition)))]
  if (!all || parts.length === 1)
    return changeOf(
      parts.map((part) => replacing(current, part, undefined, 'taken out')),
      'Which part should go?',
    )
  let edit: Edit | undefined = { criteria: current, says: 'taken out', put: [], taken: [] }
  for (const part of parts) {
    const next: Edit | undefined = edit && replacing(edit.criteria, part, undefined, 'taken out')
    edit = next && { ...next, taken: [...(edit?.taken ?? []), part] }
  }
  return changeOf([edit], '')
}

function wholeOf(current: Criteria, condition: Condition): Criteria {
  let whole: Criteria = condition
  visit(current, (part) => {
    if ('none' in part && part.none.length === 1 && part.none[0] === condition) whole = part
    return true
  })
  return whole
}

/** "without the tag": the condition may go, or the people who meet it. */
function bothWays(
  current: Criteria,
  gone: Change | undefined,
  conditions: readonly Condition[],
): Change | undefined {
  const [condition, ...others] = conditions
  const edits = gone === undefined ? [] : gone.kind === 'edit' ? [gone.edit] : gone.edits
  const denied =
    condition === undefined || others.length > 0
      ? undefined
      : replacing(current, condition, { none: [condition] }, 'without them')
  return changeOf([...edits, denied], 'Should the condition go, or the people who meet it?')
}
