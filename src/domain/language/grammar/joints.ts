import { phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

/** What joins two stretches of a request, and how loosely: 3 parts sentences, 0 joins two words. */
export interface Joint {
  readonly op: 'and' | 'or' | 'comma' | 'except' | 'unless'
  readonly level: 0 | 1 | 2 | 3
  readonly end: number
}

const KINDS: readonly (readonly [Joint['op'], Joint['level'], ReturnType<typeof phrase>])[] = [
  [
    'and',
    3,
    phrase(
      ';',
      '->',
      ', but',
      'but',
      ', yet',
      'but also',
      ', but also',
      'yet',
      'however',
      '. and',
      '. also',
      '. but',
      '- but',
      ', but only',
      'but only',
      'whereas',
      'while',
      ',? although|though|albeit they?',
      'even though|if they?',
      ',? despite being|having',
    ),
  ],
  [
    'and',
    3,
    phrase(
      '. only',
      '. of|from|among those|these|them ,? keep|take|include|only|just|pick|select? only|just? those|people|the|customers|ones?',
      '. keep|take only|just? those|people|the|customers|ones?',
      '. then|now|next keep|take|filter only|just|to? those|people|the|customers|ones?',
      ',|; then|now|next keep|take|filter only|just|to? those|people|the|customers|ones?',
      ', only',
      ', just',
      '. just',
      ', and only',
      '- only',
      ', limited to',
      ', all? of whom|them',
      '. they',
      '. they all? also? should|must|need|ought to?',
      '. they all? also? have to',
      'and they all? also? should|must|need|ought to?',
      ', and? they should|must|need|ought to?',
      ', and? in both|either|each|all cases|case',
      'and in both|either|each|all cases|case',
      '. and? they',
      'in both|either cases|case',
      '. must',
      ', must',
      'must',
    ),
  ],
  [
    'and',
    2,
    phrase(
      ', and',
      ', and also|then',
      ', plus',
      ', as well as',
      ', with',
      ', who|that|which|whose',
      ', and who|that|whose|with',
      '- and',
      ', also',
      ', and have|has|are|is',
      '. and',
    ),
  ],
  [
    'or',
    2,
    phrase(
      ', alternatively ,?',
      ', or ,? alternatively ,?',
      ', or',
      ', or else|also',
      '- or',
      '. or',
      ', or who|that|whose|with|have|has',
      ', or are|is',
    ),
  ],
  ['comma', 2, phrase(',', ', then', '.', '-', '|', '/')],
  [
    'or',
    1,
    phrase(
      'or ,? alternatively ,?',
      'or',
      'or else|also',
      'or who|that|whose|with',
      'or alternatively',
      'or are|is|have|has',
      'nor',
    ),
  ],
  [
    'and',
    0,
    phrase(
      'and',
      'and also|then',
      'plus',
      'as well as',
      'and who|that|whose|with',
      'and are|is|have|has',
      'along with',
      'and additionally',
      'and they',
      'together with',
      'in addition to',
    ),
  ],
  [
    'except',
    3,
    phrase(
      'except|excluding|exclude|minus|excl|excepting|barring|omitting|omit',
      'except for|those|people|the|anyone|customers?',
      'other than',
      'apart|aside from the|those|anyone|anybody|people|customers|ones? in|from|who?',
      'not including|counting',
      'but|and exclude|excluding|omit|remove|without|skip|skipping|drop|ignore|ignoring',
      'but|and leave|leaving|take|taking|filter|filtering out',
      ',? but? hold the',
      ',? but? skip|skipping|ignore|ignoring|drop|dropping the|those|anyone|anybody|people|customers|everyone?',
      'leaving|leave|take|filter out',
      'with the exception of',
      ', except|excluding|exclude|minus|without|omit for?',
      ', leaving out|aside',
      ', apart|aside from',
      ', other than',
      ', but|and exclude|excluding|without|not',
      'but|and not',
      ', not',
      'less the',
      'bar the|those|anyone|people',
      ',? save for those|people|the|anyone?',
      ',|and|but nobody|noone',
      ', and|but nobody|noone',
      ',|and|but no one who|in|from|with',
      'nobody|noone in|from',
      ',|.|;|and|but? and|but? i|we do not want|need to? include|see|have|get? any|anyone|anybody|people|customers|those|the?',
      ',? and|then|but? then? remove|drop|subtract|ditch|kick out? anyone|anybody|everyone|everybody|whoever|people|customers|those|the',
      '.|; then|now|next|finally|and? ,? remove|exclude|drop|subtract|leave|take|filter out? anyone|anybody|everyone|everybody|people|customers|those|the?',
      'then ,? remove|exclude|drop|subtract anyone|anybody|everyone|people|customers|those|the?',
      ', leave|leaving out',
      '.|,|; skip|omit|drop|ignore|exclude|remove|lose the|any|all?',
      'ex',
      ', ex',
      'strip|stripping|weed|weeding|take|taking|kick|kicking out anyone|anybody|everyone|everybody|whoever|people|customers|those|the? who? also?',
      'and|, strip|weed|take|kick|sort out anyone|anybody|everyone|everybody|whoever|people|customers|those|the? who? also?',
    ),
  ],
  ['unless', 3, phrase('unless', ', unless', 'unless they|who')],
]

/** The joint that begins at a token: the longest that fits. */
export function jointAt(reading: Reading, at: number): Joint | undefined {
  let best: Joint | undefined
  for (const [op, level, words] of KINDS) {
    const end = words(reading, at)
    if (end >= 0 && (best === undefined || end > best.end)) best = { op, level, end }
  }
  if (isFormer(reading, at, best?.end)) return undefined
  if (best?.end === at + 1 && isButForEverybody(reading, at)) return { op: 'except', level: 3, end: best.end }
  return best
}

const everybody = /^(?:everyone|everybody|everything|anyone|anybody|anything|all)$/
const every = /^(?:all|every|any)$/

/** "ex-customers" are customers no more; "Europe ex Germany" leaves a place out. */
const isFormer = ({ tokens }: Reading, at: number, end = at): boolean =>
  tokens[end - 1]?.word === 'ex' && PEOPLE.test(tokens[end]?.word ?? '')

/**
 * "everyone but VIPs", "all customers but …": what follows is left out. "A random 10% of everybody but are not in
 * France" goes on about them.
 */
function isButForEverybody({ tokens }: Reading, at: number): boolean {
  if (tokens[at]?.word !== 'but' || GOES_ON.test(tokens[at + 1]?.word ?? '')) return false
  const before = tokens[at - 1]?.word ?? ''
  return everybody.test(before) || (PEOPLE.test(before) && every.test(tokens[at - 2]?.word ?? ''))
}

const GOES_ON = /^(?:am|are|is|was|were|have|has|had|do|does|did|can|could|will|would|not|never|who|that)$/
const PEOPLE =
  /^(?:customers?|people|buyers?|shoppers?|subscribers?|clients?|users?|contacts?|profiles?|company|companies|accounts?|firms?|business|businesses|leads?)$/
