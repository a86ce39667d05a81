import type { Criteria } from '../../criteria/schema.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { withList } from '../../conditions/facets/lists.ts'
import { changeOf, deniedParts, type Edit, rebuild, replacing } from './edit.ts'
import { holding, isDenied, listOf, valuesOf } from './edit-values.ts'
import {
  firmly,
  type FollowUp,
  type Refined,
  refinedBy,
  type SaidPart,
  suffixToo,
  trimmed,
} from './refined.ts'

const again = phrase('again', 'back in?', 'are|is fine|ok|okay again?')
const readmit = phrase(
  'put|bring|let|take|have|get|want|add|allow|include|keep the?',
  'let us have|get|take|put|bring|add the?',
  'put|bring|let|take|add back in? the?',
  "i|we would|d|'d? want|need|like to? have|see? the?",
  'readmit|reinstate|restore the?',
)
const ofThem = phrase('people|customers|ones|folks|accounts|thing|part|bit|tag|exclusion|group|lot')

/** "bring the VIPs back", "put wholesale back in": people who were left out are so no more. */
export function broughtBack({ reading, current, from, to: end, part }: FollowUp): Refined {
  const passive = cameBack(reading, from, end)
  const to = passive ?? trimmed(reading, end, suffixToo)
  const opened = readmit(reading, from)
  const verb = reading.tokens.slice(from, Math.max(opened, from))
  const returns =
    passive !== undefined ||
    (to < end && reading.tokens.slice(to, end).some(({ word }) => /^(?:back|again)$/.test(word))) ||
    verb.some(({ word }) => /^(?:back|readmit|reinstate|restore)$/.test(word)) ||
    again(reading, to) === end
  if (!returns) return undefined
  const start = opened < 0 ? from : opened
  const last = ofThem(reading, to - 1) === to ? to - 1 : to
  const said = { from: start, to: end }
  if (them(reading, start) >= to) return readmittingAll(current, said)
  const named = part(start, to) ?? part(start, last) ?? part(start - 1, to)
  const edit = named && readmitting(current, named)
  return edit && { kind: 'edit', edit, said, firm: true }
}

const allowedBack = phrase(
  'can|may|should|could|must|are|is allowed? to? go|come|get|be|stay|return back? in? again?',
  'can|may|should|could|are|is back? in|included|allowed|welcome|fine|ok again?',
)

/** "the staff can go back in": where the words for it begin. */
function cameBack(reading: Reading, from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at++) if (allowedBack(reading, at) === to) return at
  return undefined
}

const them = phrase(
  'them|those|these people|customers|ones|folks|guys?',
  'them all',
  'everyone|everybody we|i left|kicked|took|threw out',
)

/** "i want them back": whoever is left out, where that is one group of people. */
function readmittingAll(current: Criteria, said: SaidPart): Refined {
  const edits = deniedParts(current).map((part) => replacing(current, part, undefined, 'no longer left out'))
  return firmly(refinedBy(changeOf(edits, 'Who should come back?'), said.from, said.to))
}

/** "put wholesale back in": only they are no longer left out; others who are stay so. */
function readmitting(current: Criteria, named: Criteria): Edit | undefined {
  const values = valuesOf(named)
  const denied = holding(current, named).filter((part) => isDenied(current, part))
  if (denied.length === 0) return undefined
  const left = (part: Criteria): Criteria | undefined => {
    const list = listOf(part)
    const others = list?.value.filter((value) => values?.includes(value) !== true) ?? []
    return list === undefined || others.length === 0 ? undefined : withList(list.condition, list.path, others)
  }
  const criteria = rebuild(current, (part) => (denied.includes(part) ? left(part) : part))
  return criteria && { criteria, says: 'no longer left out', put: [], taken: [{ none: [named] }] }
}
