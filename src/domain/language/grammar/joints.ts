import { type Connective, CONNECTIVES } from './connectives.ts'
import { formerEmployer } from './former-employer.ts'
import { leftOutWords } from './left-out-words.ts'
import type { Reading } from './reading.ts'

/** What joins two stretches of a request, and how loosely: 3 parts sentences, 0 joins two words. */
export interface Joint {
  readonly op: Connective['op']
  readonly level: Connective['level']
  readonly end: number
}

/** The joint that begins at a token: the longest that fits. */
export function jointAt(reading: Reading, at: number): Joint | undefined {
  let best: Joint | undefined
  for (const { op, level, words } of CONNECTIVES) {
    const end = words(reading, at)
    if (end >= 0 && (best === undefined || end > best.end))
      best = { op, level, end: beforeOurs(reading, at, end) }
  }
  // "women in Spain, take staff out"
  if (best !== undefined && best.end > at + 1 && leftOutWords(reading, best.end - 1, reading.tokens.length))
    return { op: 'and', level: best.level, end: best.end - 1 }
  if (best !== undefined && best.end > at + 1 && isOnlyDeed(reading, best.end))
    return { ...best, end: best.end - 1 }
  if (isFormer(reading, at, best?.end)) return undefined
  if (best?.end === at + 1 && isLessOften(reading, at)) return undefined
  if (best?.end === at + 1 && isMinus(reading, at)) return { op: 'except', level: 3, end: best.end }
  if (best?.end === at + 1 && isButForEverybody(reading, at)) return { op: 'except', level: 3, end: best.end }
  return best
}

const ONLY_DEED =
  /^(?:ever|always|buys?|bought|orders?|ordered|shops?|shopped|purchases?|purchased|uses?|used|pays?|paid)$/

/** “France, only ever bought with a discount” says how they buy; “…, only women” whom of them. */
const isOnlyDeed = ({ tokens }: Reading, end: number): boolean =>
  tokens[end - 1]?.word === 'only' && ONLY_DEED.test(tokens[end]?.word ?? '')

/** "Exclude customers" of companies: those who are customers of ours, and not whoever is asked for. */
const beforeOurs = ({ entity, tokens }: Reading, at: number, end: number): number =>
  entity !== 'customer' && end > at + 1 && tokens[end - 1]?.word === 'customers' ? end - 1 : end

const everybody = /^(?:everyone|everybody|everything|anyone|anybody|anything|all)$/
const every = /^(?:all|every|any)$/

/** "ex-customers" are customers no more, and people at work were elsewhere; "Europe ex Germany" leaves a place out. */
const isFormer = (reading: Reading, at: number, end = at): boolean =>
  reading.tokens[end - 1]?.word === 'ex' &&
  (PEOPLE.test(reading.tokens[end]?.word ?? '') || formerEmployer(reading, end - 1) >= 0)

/** "less often", "less than 5": a comparison, where "Canada less Ontario" leaves a place out. */
const isLessOften = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.word === 'less' &&
  (tokens[at + 1]?.kind === 'number' || !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? ''))

/** "US + Canada - wholesale": a dash behind a plus takes away what is named behind it, and no number. */
const isMinus = ({ tokens }: Reading, at: number): boolean =>
  /^[-–−]$/.test(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.kind === 'word' &&
  tokens[at + 2]?.word !== ':' &&
  // "2+" is no joint.
  tokens.slice(0, at).some(({ text, start }, i) => text === '+' && start > (tokens[i - 1]?.end ?? start))

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
