import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { changeOf, conditionsOf, type Edit, replacing } from './edit.ts'
import { holding } from './edit-values.ts'
import { referred } from './refer.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'

const by = phrase('by|with')
const iMean = phrase(
  ',? i|we just|only|really? mean|meant|understand',
  'should|shall|must|is|was to? mean',
  'means|meant|mean',
)
const small = phrase('either|people|customers|those|the|who|that|ones|only|just|to')
/** What only says once more which number or name it is not. */
const notJust = phrase(',? and? not just|only|merely', ',? and? nothing else')

/** `by tea drinkers I mean bought tea at least twice`: in place of the part that was called so. */
export function redefining({ reading, current, from, to, part }: FollowUp): Refined {
  const opened = by(reading, from)
  const start = opened < 0 ? from : opened
  for (let i = start + 1; i < to - 1; i++) {
    const behind = iMean(reading, i)
    if (behind < 0 || behind >= to) continue
    let at = behind
    for (let n = 0; n < 3; n++) at = skip(reading, at, small)
    const next = [behind, at].flatMap((one) => part(one, to) ?? part(one, endOf(one)) ?? [])[0]
    const held = next === undefined ? [] : calledSo(start, i)
    if (next === undefined || held.length === 0) return opened < 0 ? undefined : { kind: 'unclear' }
    const edits = held.map((one): Edit | undefined => replacing(current, one, next, 'this instead'))
    return firmly(refinedBy(changeOf(edits, 'Which part is meant?'), behind, to))
  }
  return undefined

  function endOf(at: number): number {
    for (let i = at + 1; i < to; i++) if (notJust(reading, i) >= 0) return i
    return to
  }

  function calledSo(begin: number, end: number): readonly Criteria[] {
    const said = part(begin, end)
    const found = said === undefined ? [] : holding(current, said).filter(isCondition)
    if (found.length > 0) return found
    const told = referred(reading, begin, end, { current, among: conditionsOf(current) })
    return told?.named === true ? told.conditions : []
  }
}
