import type { Criteria } from '../../criteria/schema.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Edit, removeMatching, removeSubject } from './edit.ts'
import { setWindow } from './edit-parts.ts'
import { editOf, type ReadPart, type Refined, suffixInstead, trimmed } from './refined.ts'

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

const atPlace = phrase('the', 'it to', 'that to')

const timeWord = phrase(
  'the|a? time|date|window|period|timeframe|days|recency',
  'the? time limit|frame|window',
)

/** `drop the Canada part`, `remove the time limit`. */
export function removing(
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
