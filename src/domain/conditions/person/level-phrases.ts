import { linkedList, valuesOf } from '../../language/grammar/linked-list.ts'
import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { textValues } from '../shared/columns/text-values.ts'
import { SENIORITY_ORDER } from '../../titles/seniorities.ts'
import { foldText } from '#kernel/text.ts'
import { ofPerson, oneOfPerson } from './person-criteria.ts'

const noun = phrase('with|have|has|having? a|an|the|their? seniority|level of|is|:|=?')
const BEFORE: readonly (readonly ['>' | '<' | '>=' | '<=', Phrase])[] = [
  ['>=', phrase('>=', 'at least', 'from')],
  ['<=', phrase('<=', 'at most', 'up to')],
  ['>', phrase('above', 'higher than', 'over', '>')],
  ['<', phrase('below', 'lower than', 'under', '<')],
]
const BEHIND: readonly (readonly ['>=' | '<=', Phrase])[] = [
  ['>=', phrase('or|and above|higher|up|more')],
  ['<=', phrase('or|and below|lower|down|less')],
]

/** `the seniority VP or above`, `a seniority below Director`: as the column is written. */
export const levelPhrase: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const named = noun(reading, polar)
  if (named < 0) return undefined
  const before = BEFORE.find(([, words]) => words(reading, named) >= 0)
  const start = before === undefined ? named : skip(reading, named, before[1])
  const list = linkedList(reading, start, 'person.seniority')
  const level =
    list === undefined ? textValues(reading, start) : { value: valuesOf(list.value), end: list.end }
  const [value, another] = level?.value ?? []
  if (level === undefined || value === undefined) return undefined
  if (
    before === undefined &&
    list !== undefined &&
    BEHIND.every(([, words]) => words(reading, level.end) < 0)
  ) {
    const criteria = oneOfPerson('seniority', level.value)
    return { value: meaning(negative ? negated(criteria) : criteria), end: level.end }
  }
  if (another !== undefined) return undefined
  if (SENIORITY_ORDER.rankOf(foldText(value)) === undefined) return undefined
  const behind = BEHIND.find(([, words]) => words(reading, level.end) >= 0)
  const op = before?.[0] ?? behind?.[0]
  if (op === undefined) return undefined
  const criteria = ofPerson('seniority', op, value)
  return {
    value: meaning(negative ? negated(criteria) : criteria),
    end: behind === undefined || before !== undefined ? level.end : skip(reading, level.end, behind[1]),
  }
}
