import { phrase, skip } from '../grammar/phrase.ts'
import { said, wordAt } from '../grammar/reading.ts'
import { PLACE_FIELDS } from '../grammar/told-apart.ts'
import { conditionsOf, narrowing } from './edit.ts'
import { isDenied, valuesOf } from './edit-values.ts'
import { isPlace } from './places-within.ts'
import { type FollowUp, type Refined, suffixInstead, trimmed } from './refined.ts'

const theOne = phrase('the|that one|ones|city|town|place|region in|from|over?', 'the|that one|ones')
const one = phrase('one|version|city|town')
const opening = phrase('i|we mean|meant', 'the|that', 'just|only')

/**
 * "the one in Texas I mean" of people in Paris, "the Canadian London": which of the places of one name is meant, so
 * that the wider place narrows it and does not stand in for it.
 */
export function theOneIn({ reading, current, from, to: end, part }: FollowUp): Refined {
  const to = trimmed(reading, trimmed(reading, end, suffixInstead), one)
  const held = conditionsOf(current).find((place) => isPlace(place) && !isDenied(current, place))
  if (held === undefined || !isPlace(held)) return undefined
  const names = (valuesOf(held) ?? []).map((value) => value.toLowerCase())
  let at = from
  for (let i = 0; i < 2 && theOne(reading, at) < 0; i++) at = skip(reading, at, opening)
  const behind = theOne(reading, at)
  const named = [1, 2, 3].find((length) => names.includes(said(reading, at, at + length).toLowerCase()))
  // "the one in Texas", "the London in Canada"
  const start = behind >= 0 ? behind : named === undefined ? -1 : at + named
  if (start < 0 || start >= to) return undefined
  const around = [start - 1, start].flatMap((each) => part(each, to) ?? []).find(isPlace)
  if (around === undefined || /^(?:not|and|or|,)$/.test(wordAt(reading, start))) return undefined
  if (PLACE_FIELDS.indexOf(around.field) >= PLACE_FIELDS.indexOf(held.field)) return undefined
  return {
    kind: 'edit',
    edit: narrowing(current, around, 'the one there'),
    said: { from: start, to: end },
    firm: true,
  }
}
