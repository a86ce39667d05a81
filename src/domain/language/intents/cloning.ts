import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { narrowing } from '../follow-ups/edit.ts'
import { replaceMatching } from '../follow-ups/edit-values.ts'
import { standsIn } from '../follow-ups/narrowing.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said as words, wordAt } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { copiesBehind, type Copies, othersNotDone } from './cloning-twice.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { afterCourtesy } from './whole.ts'

const to = phrase('to|as|into|:|->', 'to be', 'called|named')
const clone = phrase(
  'clone|copy|duplicate|replicate',
  'make|create|save|store|take|want|need|get me? a|an|another|one? copy|clone|duplicate of',
  'i|we want|need a|an|another|one copy|clone|duplicate of',
  'make|create|save|need|want|give me|us? two|2|three|3|several copies|clones|duplicates of',
  'two|2|three|3 copies|clones|duplicates of',
  "i|we would|d|'d like a|an|another|one copy|clone|duplicate of",
  'a|an|another? copy|clone|duplicate of',
)

const THAT = /^(?:it|that|this|them|these)$/

const limited = phrase(
  '.|,|;? and|but|then? in|for|of|with the|that|this copy|clone|new|duplicate one? ,|:? i|we? only|just|keep|want|need? only|just?',
  'and|but|,|then|with? limit|restrict|narrow|filter|limited|restricted|only|just|keep it|that|the|them? to|for|in|by?',
  'but|and|,? only|just for|in|with|from?',
  'and|but|, for|with|limited|in|from to?',
  'for|with|limited to?',
  'and|,|but add|require',
  'limited to',
  'for',
)

const joining = phrase(',|;|.|-? and|but|then|just|only?', 'and|but|then', ',|;|.|-')
const leavesOut = phrase(
  'exclude|excluding|without|minus|except|excl|less|not|no|ex',
  'except for',
  'leave|leaving|take|taking|kick|filter out',
  'drop|remove|removing|dropping|skip',
  'apart|aside from',
  'other than',
)

/** "but without the Germans": read with the word that leaves them out, or as them, who are left out. */
function differenceAt(
  reading: Reading,
  from: number,
  to: number,
  criteriaOf: ReadCriteria,
): Criteria | undefined {
  const at = skip(reading, skip(reading, from, joining), joining)
  const out = leavesOut(reading, at)
  if (out < 0) return criteriaOf(skip(reading, from, limited), to)
  const whole = criteriaOf(at, to)
  if (whole !== undefined) return whole
  const shown = criteriaOf(out, to)
  return shown !== undefined && isCondition(shown) ? { none: [shown] } : undefined
}

/** Whether a message asks for a copy of what is at hand. */
export const clones = (reading: Reading): boolean => {
  const opened = clone(reading, afterCourtesy(reading))
  return opened >= 0 && THAT.test(wordAt(reading, opened))
}

export function cloning(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opened = clone(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (segment === undefined) {
    // "clone it for Belgium" of people who are not saved yet is a change of them.
    if (reading.situation.criteria !== undefined && THAT.test(wordAt(reading, opened))) return undefined
    return doubtOf(whichSegment(reading, opened, 'copy'))
  }
  const { id } = segment.value
  const copies = copiesBehind(reading, segment.end)
  if (copies !== undefined && name === undefined) return firstOf(reading, id, copies, criteriaOf)
  // Which of them has the name, and how others differ, nobody can tell.
  const several = reading.tokens.slice(start, opened).some(({ word }) => SEVERAL.test(word))
  if (copies !== undefined || several) return whatDiffers(reading, segment.end, ONE_AT_A_TIME)
  const named = name === undefined ? nameBehind(reading, segment.end) : undefined
  const last = name === undefined && named === undefined ? nameAtEnd(reading, segment.end) : undefined
  const given = name ?? named?.name ?? last?.name
  const base = { do: 'clone_segment', segment: id, ...(given === undefined ? {} : { name: given }) } as const
  const from = named?.end ?? segment.end
  const to = last?.start ?? reading.tokens.length
  if (afterCourtesy(reading, from) >= to) return done(base)
  const added = differenceAt(reading, from, to, criteriaOf)
  if (added === undefined) return whatDiffers(reading, from)
  return done({ ...base, criteria: copyOf(reading, id, added) })
}

const DIFFERS = 'What should be different in the copy?'
const ONE_AT_A_TIME = `Copies are drafted one at a time, so that each can be looked at first. ${DIFFERS}`
const SEVERAL = /^(?:two|2|three|3|several)$/

const whatDiffers = ({ tokens: { length } }: Reading, from: number, says = DIFFERS): Commanded =>
  doubtOf({
    kind: 'question',
    says,
    choices: [],
    from,
    to: length,
  })

/** The criteria of a segment, with what is different in its copy. */
const copyOf = (reading: Reading, id: string, added: Criteria): Criteria =>
  changedBy(reading.situation.definition?.(id) ?? { type: 'segment', segment: id }, added)

/** Some criteria with what is different in a copy of them. */
export function changedBy(own: Criteria, added: Criteria): Criteria {
  // A copy "for Belgium" of people in the Netherlands is of people in Belgium: nobody is in both.
  const change = standsIn(own, added) ? replaceMatching(own, added) : undefined
  return (change?.kind === 'edit' ? change.edit : narrowing(own, added, 'limited')).criteria
}

/** Of several copies the first; the others are said to be left. */
function firstOf(
  reading: Reading,
  id: string,
  { from, to, rest }: Copies,
  criteriaOf: ReadCriteria,
): Commanded {
  const added = differenceAt(reading, from, to, criteriaOf)
  if (added === undefined) return whatDiffers(reading, from)
  const criteria = copyOf(reading, id, added)
  return done({ do: 'clone_segment', segment: id, criteria }, othersNotDone(rest))
}

/** "… for Canada as Canadian coffee": the name behind what is different. */
function nameAtEnd(reading: Reading, from: number): { name: string; start: number } | undefined {
  for (let at = reading.tokens.length - 2; at > from; at--) {
    if (!/^(?:as|called|named)$/.test(wordAt(reading, at))) continue
    const name = nameBehind(reading, at)
    if (name?.end === reading.tokens.length) return { name: name.name, start: at }
  }
  return undefined
}

const inName =
  /^(?!(?:who|whose|that|which|where|with|of|for|from|in|and|or|but|limited?|only|to)$)[\p{L}\p{N}&+%'’-]+$/iu

/** "… as VIP France", "… to VIP France": the copy's name without quotes. */
function nameBehind(reading: Reading, at: number): { name: string; end: number } | undefined {
  const said = to(reading, at)
  if (said < 0) return undefined
  // All up to where somebody is left out, or to the end, is the name, unless something in it begins a condition.
  const whole = leftOutFrom(reading, said)
  const rest = reading.tokens.slice(said, whole)
  if (rest.length > 0 && rest.length <= 6 && rest.every(({ text }) => inName.test(text)))
    return { name: words(reading, said, whole), end: whole }
  let end = said
  while (isOfName(reading, end)) end++
  return end === said ? undefined : { name: words(reading, said, end), end }
}

/** Words that are in no name that people give without quotes. */
const APART = /^(?:without|excluding|except|minus)$/

/** "… as VIP 3+ no staff and leave out whoever is tagged staff": where the copy begins to differ, or the end. */
function leftOutFrom(reading: Reading, from: number): number {
  for (let at = from + 1; at < reading.tokens.length; at++) {
    const joint = joining(reading, at)
    if ((joint >= 0 && leavesOut(reading, joint) >= 0) || APART.test(wordAt(reading, at))) return at
  }
  return reading.tokens.length
}

/** Begins like a name, or is a sign right behind such a word: "Engaged 3+". */
const isOfName = ({ tokens }: Reading, at: number): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (token === undefined) return false
  return /^[\p{Lu}\p{N}]/u.test(token.text) || (/^[+&%]$/.test(token.text) && token.start === before?.end)
}
