import { listsIn } from '../../conditions/facets/lists.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said as saidWords, wordAt } from '../grammar/reading.ts'
import { isCondition } from '../../criteria/node.ts'
import { type Change, changeOf, conditionsOf, narrowing, replacing } from './edit.ts'
import { dropTime, timesOf } from './edit-times.ts'
import { removeMatching } from './edit-values.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { referred } from './refer.ts'
import { editsOf, firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'
import { joining, unlimited } from './unlimited.ts'
import { withoutParts } from './without-parts.ts'

const removal = phrase(
  'drop|remove|delete|lose|scratch|forget|undo|cancel|ditch|kill|scrap|strip|clear|loosen|bin|nix|axe|cut|chuck|strike|erase|lift|relax',
  'get rid of',
  'take|leave|strip|throw|cut out|off|away',
  'skip|ignore|disregard the?',
  'do not|never filter|limit|restrict|care|bother|look by|on|to|about|at|for?',
  'never mind|forget the|about?',
  'nevermind the|about?',
  'no|not more|longer|need|filter|limit|restriction for|on|by?',
  'no need for|to|filter?',
  'remove|drop the',
  'we|i do not need|want|care|mind the|about?',
  'no longer filter|limit|restrict|care|bother by|on|to|about|for?',
  'stop filtering|limiting|restricting by|on|to|for?',
  'do not need|want|require the?',
  'regardless|irrespective of',
  'any|whatever|whichever',
  'from|in|of any|all|whatever',
  'not matter',
  'without the|any?',
  'it|they|that|he|she? do|does not need|have to be|live|come|have? in|from|a|an?',
  'it|they|that|he|she? need not be|live|come in|from?',
  'go|going|roll|step|rewind|jump back? to? where|when|how|what? it|this|that? was|were? before i|we|you added|add|put|included|mentioned|said in? the',
  'undo|revert|reverse adding|the addition of? the',
  'keep|leave|hold? everything|all|anything else? ,? except|but|besides|bar|minus|without for?',
  'keep|leave|hold? everything|all|anything else? apart|aside from',
  'keep|leave|hold? everything|all|anything else? other than',
)
/** Of these a noun alone, with no "part" or "filter" behind it, means the part. */
const firm = phrase(
  'drop|lose|scratch|forget|undo|ditch|scrap|ignore|disregard|loosen|clear|bin|nix|axe|chuck|strike|lift|relax',
  'never mind|forget',
  'regardless|irrespective of',
  'i|we? do not care|bother|filter|limit|restrict|mind about|by|on|to?',
  'get rid of',
  'it|they|that|he|she? do|does not need|have to be|live|come|have? in|from|a|an?',
  'go|going|roll|step|rewind|jump back',
)
/** These leave out a part of the request, or people: both can be meant by a bare noun. */
const eitherWay = phrase('without the|any?', 'leave|take out')

const somebody = phrase(
  'people|customers|those|anyone|anybody|everyone|everybody|users|folks|ones|whoever|somebody|someone|shoppers|buyers',
  'the|all|any people|customers|ones|users|folks|shoppers|buyers',
)
/** What says that a part of the request is meant. */
export const partWord = phrase(
  'part|bit|filter|condition|requirement|restriction|criterion|criteria|limit|constraint|thing|rule|one|limitation|clause|piece|exclusion|exception|test',
)
/** "drop whatever we said about email" */
const saidOf = phrase(
  'whatever|anything|everything|what|all|all that|which? i|we|you|they said|say|had|have|put|asked|added|mentioned|wrote|did? said|had|put|added? about|on|regarding|concerning|with|around|for',
  'whatever|anything|everything|all about|on|regarding|concerning|around',
)
const small = phrase('the', 'it to', 'that to', 'all|any|other? the?', 'about the?', 'their|its')
const timeWord = phrase(
  'the|a|any|all? time|times|date|dates|window|windows|period|timeframe|days|recency|timing',
  'the|a|any? time limit|limits|frame|window|period|restriction|constraint|range',
  'the? date range|limit|filter|restriction',
)

/** `drop the Canada part`, `remove the time limit`, `drop the country`, `forget the second condition`. */
export function removing(follow: FollowUp): Refined {
  const worldwide = unlimited(follow)
  if (worldwide !== undefined) return worldwide
  const { reading, current, part } = follow
  const from = skip(reading, follow.from, joining)
  const whole = trimmed(reading, trimmed(reading, follow.to, suffixInstead), behindRemoval)
  const idle = noMatter(reading, from, whole)
  const parted = apart(reading, from, whole)
  // "leave the age out of it", of which "out of it" was taken for a courtesy.
  const leftOut = /^(?:leave|keep|take)$/.test(wordAt(reading, from)) && wordAt(reading, whole) === 'out'
  // “No country filter”
  const noPart = wordAt(reading, from) === 'no' && partEnd(reading, from + 1, whole) < whole
  const opened = idle !== undefined ? from : parted || leftOut || noPart ? from + 1 : removal(reading, from)
  if (opened < 0) return undefined
  // "remove people who …" leaves people out.
  if (somebody(reading, opened) >= 0) return undefined
  const to = idle ?? (parted ? whole - 1 : whole)
  const end = partEnd(reading, opened, to)
  const explicit = end < to || leftOut || idle !== undefined || firm(reading, from) >= 0
  const told = saidOf(reading, opened)
  const at = skip(reading, Math.max(told, opened), small)
  // "any country" takes a condition back only where it names one.
  const open = /^(?:any|whatever|whichever|from|in|of)$/.test(wordAt(reading, from))
  const said = (change: Change | undefined): Refined => {
    const found = firmly(refinedBy(change, at, to), FRAMED.test(wordAt(reading, from)))
    return found ?? (explicit ? { kind: 'unclear' } : undefined)
  }
  const timed = timeOf(follow, at, to)
  if (timed !== undefined) return said(timed)
  // Whatever was said about e-mail is every part that speaks of it.
  const all = told < 0 ? undefined : referred(reading, at, end, { current })
  if (all?.named === true) return said(withoutParts(current, all.conditions, true))
  const named = part(at, end) ?? part(opened, end)
  const removed = named === undefined ? undefined : removeMatching(current, named)
  if (removed !== undefined && (explicit || eitherWay(reading, from) < 0 || holdsIt(removed)))
    return said(removed)
  const each = named === undefined ? eachNamed(follow, opened, to) : undefined
  if (each !== undefined) return said(withoutParts(current, each, true))
  const noun = referred(reading, at, end, { current })
  if (noun?.conditions.some((one) => namesOneOf(reading, one, [at, end])) === true) return { kind: 'unclear' }
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
  if (!explicit) return undefined
  const plain = noun === undefined && named === undefined && isNoun(reading, at, to)
  return plain ? spokenOfNowhere(follow, saidWords(reading, at, to)) : { kind: 'unclear' }
}

const NOUNS =
  /^(?:age|ages|gender|sex|country|region|city|place|location|birthday|tag|tags|spend|spending|amount|total|order|orders|purchases|date|dates|time|window|period|language|consent|segment|list|rank|device|channel|code|discount|campaign|industry|size|headcount|employees|funding|stage|title|seniority|function|rfm|score|email|sms|product|products|category|brand)$/
const isNoun = (reading: Reading, from: number, to: number): boolean =>
  to === from + 1 && NOUNS.test(wordAt(reading, from))

/** "forget the age", where no age is asked for. */
const spokenOfNowhere = ({ reading, current }: FollowUp, words: string): Refined => ({
  kind: 'choice',
  question: `Nothing at hand speaks of “${words}”: it is people who ${reading.situation.describe(current)}. Which part should go?`,
  edits: [],
})

/** "get rid of …", "I don’t care about …" begin like requests. */
const FRAMED = /^(?:get|i|we|take)$/
const and = phrase('and|,|&', ', and', 'and also?')

/** "forget the age and the country": several parts, each by its noun. */
function eachNamed(
  { reading, current }: FollowUp,
  from: number,
  to: number,
): readonly Condition[] | undefined {
  const found: Condition[] = []
  for (let at = from; at < to; ) {
    let end = at
    while (end < to && and(reading, end) < 0) end++
    const noun = referred(reading, skip(reading, at, small), end, { current })
    const [only, ...more] = noun?.named === true ? noun.conditions : []
    if (only === undefined || more.length > 0 || namesOneOf(reading, only, [at, end])) return undefined
    found.push(only)
    at = end < to ? and(reading, end) : end
  }
  return found.length > 1 ? found : undefined
}

const doesNotMatter = phrase(
  'do|does not matter|count here|now|anymore|at? all?',
  'do|does not have|need to matter|count',
  'is|are not important|relevant|needed|necessary|required|essential|decisive',
  'is|are no longer important|relevant|needed|necessary|required',
  'is|are unimportant|irrelevant|optional|unnecessary',
  'can|could|may|should go|leave|disappear',
  'can|could|may|should be dropped|removed|ignored|left|skipped|scrapped|anything out?',
  'is|are out',
)

/** "age doesn’t matter", "New York can go": where the words for it begin. */
function noMatter(reading: Reading, from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at++) if (doesNotMatter(reading, at) === to) return at
  return undefined
}

const behindRemoval = phrase(
  'again',
  'now',
  'anymore',
  'any more',
  'of it|this|that',
  'at all',
  'altogether|completely|entirely',
)

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

/** "drop New York" of people in Texas or New York: one of several values is not all of the condition. */
function namesOneOf(reading: Reading, condition: Condition, [from, to]: readonly [number, number]): boolean {
  const said = new Set(reading.tokens.slice(from, to).map(({ word }) => word))
  return listsIn(condition).some(
    ({ value }) =>
      value.length > 1 &&
      value.some((one) => tokenize(one).every(({ word }) => said.has(word))) &&
      !value.every((one) => tokenize(one).every(({ word }) => said.has(word))),
  )
}

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

/** "without the tag": the condition may go, or the people who meet it. */
function bothWays(
  current: Criteria,
  gone: Change | undefined,
  conditions: readonly Condition[],
): Change | undefined {
  const [condition, ...others] = conditions
  const denied =
    condition === undefined || others.length > 0
      ? undefined
      : replacing(current, condition, { none: [condition] }, 'without them')
  return changeOf([...editsOf(gone), denied], 'Should the condition go, or the people who meet it?')
}
