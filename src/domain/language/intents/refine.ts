import type { Criteria } from '../../criteria/schema.ts'
import { comparison } from '../grammar/comparison.ts'
import { allOf, anyOf, negated } from '../grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'
import { window } from '../grammar/window.ts'
import { addValues, type Edit, matchingIn, removeMatching, removeSubject, replaceMatching } from './edit.ts'
import { setOperator, setTest, setWindow } from './edit-parts.ts'

/** How a follow-up changes the criteria at hand; `undefined` when it is no follow-up. */
export type Refined =
  | { readonly kind: 'anew'; readonly from: number }
  | { readonly kind: 'edit'; readonly edit: Edit; readonly from: number; readonly to: number }
  | { readonly kind: 'unclear' }
  | undefined

/** Reads criteria in a stretch of the message. */
export type ReadPart = (from: number, to: number) => Criteria | undefined

const anew = phrase(
  'start over|again|fresh|anew|new',
  'new segment|search|request|audience|group',
  'forget|scrap|discard|drop that|it|this|everything|all',
  'from scratch',
  'reset',
  'begin again',
  'let us start over',
  'different|another|new one|question|request|segment',
  'clear everything|all|that|this?',
)
const separator = phrase(':|,|.|;|-|->', 'with|and')
const lead = phrase(
  'no|ok|okay|now|so|and|but|then|please|hmm|wait|well|actually|also|,|instead|great|thanks|can|could|you',
  'can|could you please?',
  'let us',
  'for that',
)

const limit = phrase(
  'only|just',
  'now? only|just',
  'only|just the|those|these|people|customers|ones?',
  'limit|restrict|narrow|filter|reduce|cut|trim it|that|this|them|down? to|by|on|for?',
  'narrow|filter it|that|this|them? down to|by?',
  'keep only|just?',
  'only keep|include|show|want|those|the|people',
  'how many? of those|these|them',
  'which|who of those|these|them',
  'among|from those|these|them',
  'make it|that|this only|just',
  'but only|just',
  'those|these who|that|in|with|from',
  'the ones who|that|in|with|from|which',
  'the? same but|with',
  'the? same thing|again|as before|again? but|with|for|in?',
  'the same but|people|, but? but|who|with|in?',
  'add a|another|the? filter|condition|requirement :|for|on|that?',
  'also require|needs|must',
  'and|also they must|should|need',
  'they must|should|also',
  'require|requiring',
  'additionally|furthermore',
)
const join = phrase(
  'also|add|include|plus|and|incl',
  'also add|include',
  'add|include also|back?',
  'and also',
  'as well as',
  'add in',
  'include people|customers|those|the? in|from',
  'add people|customers|those|the? in|from|who?',
)
const either = phrase(
  'or',
  'or else|also',
  'or include|add',
  'plus people|customers|anyone|everyone|those',
  'and also? people|customers who|in|from|that',
  'as well as people|customers|those|anyone',
  'include|add people|customers|those|anyone|everyone who|that|with',
)
const without = phrase(
  'exclude|excluding|without|except|minus|omit|skip|ignore',
  'leave|take|filter out',
  'but|and not',
  'not',
  'except for',
  'but|and exclude|without|excluding',
  'remove|drop people|customers|those|everyone|anyone in|from|who|with',
  'no',
  'but no',
  'get rid of',
  'and no',
)
const removal = phrase(
  'drop|remove|delete|lose|forget|undo|cancel|ditch|kill',
  'get rid of',
  'take|leave out',
  'without|skip|ignore the',
  'do not filter|limit|restrict by|on|to',
  'never mind|forget the|about',
  'no|not more|need',
  'remove|drop the',
)
const partWord = phrase(
  'part|bit|filter|condition|requirement|restriction|criterion|criteria|limit|constraint|thing|rule|one|limitation|clause',
)
const swap = phrase(
  'actually|instead|rather|make|change|switch|set|use|try|replace|swap|turn|update|raise|lower|increase|decrease|bump|extend|shorten',
  'make|change|switch|set|turn|raise|lower|increase|decrease|bump|extend|shorten it|that|this|them|the|window|period|threshold|amount|number|country|limit|spend|time|minimum|range? to|into|be|for|with|from?',
  'i meant|mean',
  'what|how about',
  'it|that|should be|was',
  'make it',
  'change the period|window|country|amount|threshold|number|city|time to',
  'no , ? i meant?',
  'sorry ,? i meant?',
  'instead of that',
  'the? window|period|amount|threshold should be',
  'switch|change to',
  'try with?',
)
const suffixInstead = phrase(
  'instead',
  'rather',
  'actually',
  'instead of that|it',
  ', instead|please|thanks',
  'please',
  'then',
)
const suffixToo = phrase('too|also', 'as well', 'in addition', ', too|also', 'please')
const insteadOf = phrase('rather than', 'instead of', ', not', 'not', 'in place of')
const withWord = phrase('with|by|for|to|into')
const swapTwo = phrase('replace|swap|change|switch|exchange the?')
const atPlace = phrase('the', 'it to', 'that to')
const first = phrase('the? first|1st one|part|condition|window|filter|time?')
const second = phrase('the? second|2nd|last|other one|part|condition|window|filter|time?')
const relative = phrase(
  'who|that|which|with|whose|having|where',
  'and who|that|which|whose|with|have|has|are|is|spent|bought|ordered|opened|clicked|live|in',
  'but who|with|have|has|not|never|only|in',
)
const timeWord = phrase(
  'the|a? time|date|window|period|timeframe|days|recency',
  'the? time limit|frame|window',
)

/** Reads a message as a change of the criteria at hand. */
export function refinement(reading: Reading, current: Criteria, part: ReadPart): Refined {
  const { length } = reading.tokens
  const start = leads(reading)
  const again = anew(reading, start)
  if (again >= 0) {
    const from = skip(reading, skip(reading, again, separator), separator)
    return from < length ? { kind: 'anew', from } : undefined
  }
  const to = trimmed(reading, length, suffixInstead)
  const edits = [
    () => twoValues(reading, start, length, current, part),
    () => removing(reading, start, length, current, part),
    () => parts(reading, start, to, current),
    () => swapping(reading, start, to, to < length, current, part),
    () => adding(reading, start, length, current, part),
    () => limiting(reading, start, length, current, part),
  ]
  for (const edit of edits) {
    const found = edit()
    if (found !== undefined) return found
  }
  return undefined
}

function leads(reading: Reading): number {
  let start = 0
  for (let i = 0; i < 4; i++) {
    const next = lead(reading, start)
    // "and Belgium too", "also …" and "actually …" are read by what follows.
    if (next < 0 || /^(?:and|but|also|actually|instead)$/.test(reading.tokens[start]?.word ?? '')) break
    start = next
  }
  return start
}

/** The end of the message without "instead", "please" and a full stop. */
function trimmed(reading: Reading, to: number, words: Phrase): number {
  const last = reading.tokens[to - 1]?.word
  if (last === '.' || last === '!' || last === '?') return trimmed(reading, to - 1, words)
  for (const length of [3, 2, 1]) {
    if (to - length > 0 && words(reading, to - length) === to) return to - length
  }
  return to
}

const editOf = (edit: Edit | undefined, from: number, to: number): Refined =>
  edit === undefined ? undefined : { kind: 'edit', edit, from, to }

/** `Germany instead of France`, `replace France with Germany`, `Germany, not France`. */
function twoValues(reading: Reading, start: number, to: number, current: Criteria, part: ReadPart): Refined {
  const opened = swapTwo(reading, start)
  for (let i = start + 1; i < to; i++) {
    const joint = opened >= 0 ? withWord(reading, i) : insteadOf(reading, i)
    if (joint < 0) continue
    const [oldFrom, oldTo, newFrom, newTo] =
      opened >= 0
        ? [opened, i, joint, to]
        : [joint, to, skip(reading, skip(reading, start, swap), atPlace), i]
    const before = part(oldFrom, oldTo)
    const after = part(newFrom, newTo)
    if (before === undefined || after === undefined) continue
    const held = matchingIn(current, before)
    if (held.length === 1) return editOf(replaceMatching(current, before, after), start, to)
  }
  return undefined
}

/** `drop the Canada part`, `remove the time limit`. */
function removing(
  reading: Reading,
  start: number,
  length: number,
  current: Criteria,
  part: ReadPart,
): Refined {
  const opened = removal(reading, start)
  if (opened < 0) return undefined
  const to = trimmed(reading, length, suffixInstead)
  let end = to
  for (let i = opened; i < to; i++) {
    if (partWord(reading, i) === to) end = i
  }
  const explicit = end < to || /^(?:drop|lose|forget|undo|ditch)$/.test(reading.tokens[start]?.word ?? '')
  const from = skip(reading, opened, atPlace)
  if (timeWord(reading, opened) >= end || timeWord(reading, from) >= end) {
    return editOf(setWindow(current, undefined), start, length)
  }
  const field = end < to ? fieldEdit(reading, skip(reading, from, atPlace), end, current) : undefined
  if (field !== undefined) return editOf(field, start, length)
  const named = part(from, end) ?? part(opened, end)
  if (named === undefined) return explicit ? { kind: 'unclear' } : undefined
  const edit = removeMatching(current, named)
  if (edit !== undefined) return editOf(edit, start, length)
  return explicit ? { kind: 'unclear' } : undefined
}

const FIELDS: readonly (readonly [subject: string, words: Phrase])[] = [
  ['attribute place', phrase('country|countries|location|place|geography|region|city|state')],
  ['attribute gender', phrase('gender|sex')],
  ['attribute tags', phrase('tag|tags')],
  ['attribute created_at', phrase('signup|join', 'sign up', 'sign up|signup|join date')],
  ['orders spend', phrase('spend|spending|amount|money|spent')],
  ['orders count', phrase('order|orders', 'number of orders', 'order count', 'frequency')],
  ['orders average', phrase('aov', 'average order value?')],
  ['purchases', phrase('product|products|purchase|purchases|category|brand')],
  ['consent email', phrase('email|subscription|subscriber|consent', 'email consent|subscription')],
  ['consent sms', phrase('sms|text', 'sms consent|subscription')],
  ['segment', phrase('segment|list')],
  ['rfm', phrase('rfm', 'rfm segment|score')],
]

/** "the country filter": the part that is about this field. */
function fieldEdit(reading: Reading, at: number, end: number, current: Criteria): Edit | undefined {
  const field = FIELDS.find(([, words]) => words(reading, at) === end)
  return field && removeSubject(current, field[0])
}

/** A window, an amount or a comparison by itself: `make it 60 days`, `at least, not more than`, `over 300`. */
function parts(reading: Reading, start: number, to: number, current: Criteria): Refined {
  let from = start
  for (let i = 0; i < 3; i++) from = skip(reading, from, swap, lead)
  const one = first(reading, from)
  const other = one >= 0 ? -1 : second(reading, from)
  const which = one >= 0 ? 'first' : other >= 0 ? 'last' : undefined
  if (which !== undefined) from = skip(reading, Math.max(one, other), swap, withWord)
  const timing = window(reading, from)
  const [found] = timing?.value.windows ?? []
  if (timing?.end === to && found !== undefined && timing.value.doubts.length === 0)
    return editOf(setWindow(current, found, which), start, to)
  const length = span(reading, from)
  if (length !== undefined && length.end === to && !length.value.bare) {
    return editOf(
      setWindow(current, { kind: 'last', n: length.value.n, unit: length.value.unit }, which),
      start,
      to,
    )
  }
  const test = comparison(reading, from)
  if (test !== undefined && (test.end === to || onlyUnits(reading, test.end, to)))
    return editOf(setTest(current, test.value, which), start, to)
  const operator = OPERATORS.map(([op, words]) => ({ op, end: words(reading, from) })).toSorted(
    (a, b) => b.end - a.end,
  )[0]
  if (operator !== undefined && operator.end >= 0) {
    const rest = ruledOut(reading, operator.end)
    if (rest >= to) return editOf(setOperator(current, operator.op), start, to)
  }
  return undefined
}

const unitWords = phrase('orders|order|times|purchases|dollars|euros|days')
const onlyUnits = (reading: Reading, at: number, to: number): boolean => unitWords(reading, at) === to

const OPERATORS = [
  ['>=', phrase('at least', 'or more', 'at minimum', 'minimum')],
  ['>', phrase('more than', 'over', 'above', 'strictly more? than?')],
  ['<', phrase('less|fewer than', 'under', 'below')],
  ['<=', phrase('at most', 'or less|fewer', 'up to', 'maximum', 'no more than')],
  ['=', phrase('exactly', 'equal to?')],
] as const
const ruledWords = phrase(
  ',? not|rather|instead of|than? more|less|fewer|greater than',
  ',? not over|under|above|below|exactly',
  ',? not at least|most',
  ',? not or|strictly? more|less|fewer?',
  ',? rather than more|less|over|under than?',
  ',? instead of more|less|over|under than?',
)
const ruledOut = (reading: Reading, at: number): number => Math.max(at, ruledWords(reading, at))

function swapping(
  reading: Reading,
  start: number,
  to: number,
  suffixed: boolean,
  current: Criteria,
  part: ReadPart,
): Refined {
  const opened = swap(reading, start)
  if (opened < 0 && !suffixed) return undefined
  let from = opened >= 0 ? opened : start
  for (let i = 0; i < 2; i++) from = skip(reading, from, swap, withWord)
  const limited = limit(reading, from)
  const next = part(limited >= 0 ? limited : from, to) ?? part(from, to)
  if (next === undefined) return undefined
  return editOf(replaceMatching(current, next, next), start, to)
}

/** `and Belgium too`, `or people in Belgium who …`, `exclude VIPs`. */
function adding(reading: Reading, start: number, length: number, current: Criteria, part: ReadPart): Refined {
  const to = trimmed(reading, length, suffixToo)
  const alternative = either(reading, start)
  if (alternative >= 0) {
    const from =
      alternative - (reading.tokens[alternative - 1]?.word.match(/^(?:in|from|who|that|with)$/) ? 1 : 0)
    const next = part(from, to)
    if (next === undefined) return { kind: 'unclear' }
    const same = addValues(current, next)
    return editOf(same ?? { criteria: anyOf([current, next]), says: 'these people as well' }, start, length)
  }
  const refused = without(reading, start)
  const limited = limit(reading, start)
  if (refused >= 0 && refused >= limited) {
    const next =
      part(refused, trimmed(reading, length, suffixInstead)) ??
      part(start, trimmed(reading, length, suffixInstead))
    if (next === undefined) return undefined
    const shown = part(refused, trimmed(reading, length, suffixInstead)) === undefined ? next : negated(next)
    return editOf({ criteria: allOf([...conjuncts(current), shown]), says: 'without them' }, start, length)
  }
  const joined = join(reading, start)
  if ((joined < 0 && to === length) || limited > joined) return undefined
  const next = part(joined >= 0 ? joined : start, to)
  if (next === undefined) return undefined
  const same = addValues(current, next)
  if (same !== undefined) return editOf(same, start, length)
  const word = reading.tokens[start]?.word ?? ''
  // "include" and "add" without a condition to widen may add people or narrow them.
  if (/^(?:include|add|plus|incl)$/.test(word)) return { kind: 'unclear' }
  return editOf({ criteria: allOf([...conjuncts(current), next]), says: 'this as well' }, start, length)
}

const conjuncts = (criteria: Criteria): readonly Criteria[] => ('all' in criteria ? criteria.all : [criteria])

/** `now only France`, `who also opened an e-mail`, `just Spain`. */
function limiting(
  reading: Reading,
  start: number,
  length: number,
  current: Criteria,
  part: ReadPart,
): Refined {
  const limited = limit(reading, start)
  const clause = limited >= 0 ? limited : relative(reading, start)
  if (clause < 0) return undefined
  const to = trimmed(reading, length, suffixInstead)
  const next = part(start, to) ?? part(clause, to) ?? part(clause - 1, to)
  if (next === undefined) return { kind: 'unclear' }
  const held = matchingIn(current, next)
  if (held.length === 1 && limited >= 0 && isPlace(next))
    return editOf(replaceMatching(current, next, next), start, length)
  return editOf(
    { criteria: allOf([...conjuncts(current), ...conjuncts(next)]), says: 'only these' },
    start,
    length,
  )
}

const isPlace = (criteria: Criteria): boolean =>
  'type' in criteria &&
  criteria.type === 'attribute' &&
  (criteria.op === 'equals' || criteria.op === 'in') &&
  !/^(?:tags|interests)$/.test(criteria.field)
