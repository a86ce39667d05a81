import { listsIn } from '../../conditions/facets/lists.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupOf } from '../../criteria/walk.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { without } from './adding.ts'
import { difference, narrowing } from './edit.ts'
import type { FollowUp, Refined } from './refined.ts'

/** Words that speak of what was said before. */
const REFERS =
  /^(?:since|after|afterwards|thereafter|later|then|that|again|it|one|ones|before|back|another|second|meanwhile|next)$/
const opening = phrase(
  'and|but|then|now|also|,',
  'only|just|keep|show|give|find|get me|us? only|just? those|these|people|customers|ones?',
  'only|just? the|those ones|people|customers?',
  'whoever|those|people|customers|anyone|everybody|everyone',
  'and? how many? of them|those|these',
  'who|that|which',
  'and|but? only|just? if|when|where they|he|she have|has|had|d? already?',
  "'d",
  'they? must|should|need|needs|have|has to? have? had?',
  'and? do|does|did|are|is|have|has any|some|many|how of? them|those|these|they also?',
)

/**
 * `who ordered again after that`, `and never placed a second one`: what speaks of a deed at hand is read behind the
 * words for it. It has to lead to criteria that ask for all of what is at hand; one deed may have become the first of
 * two; "but not those who ordered after that" leaves them out.
 */
export function inContext({ reading, current, from, to, read }: FollowUp): Refined {
  if (!reading.tokens.slice(from, to).some(({ word }) => REFERS.test(word))) return undefined
  const left = without(reading, from)
  let at = Math.max(left, from)
  for (let i = 0; i < 5 && !limitsDeed(reading, at); i++) at = skip(reading, at, opening)
  const words = said(reading, at, to)
  const criteria = words === '' ? undefined : read(`${reading.situation.describe(current)} and ${words}`)
  if (criteria === undefined) return undefined
  const { put, taken } = difference(current, criteria)
  if (put.length === 0 || taken.length > 1 || put.length < taken.length) return undefined
  if (taken.some((part) => !isWithin(part, put))) return undefined
  if (left >= 0)
    return {
      kind: 'edit',
      edit: narrowing(current, { none: put }, 'without them'),
      said: { from: at, to },
      firm: true,
    }
  return { kind: 'edit', edit: { criteria, says: 'this as well', put, taken: [] }, said: { from: at, to } }
}

/** "who only bought …": "only" says how they did it, and not that they alone are asked for. */
export const limitsDeed = (reading: Reading, at: number): boolean =>
  /^(?:who|that|which)$/.test(wordAt(reading, at - 1)) && /^(?:only|just)$/.test(wordAt(reading, at))

/** Whether what a deed was done with or to stands in one of the parts that came: no name of it was lost. */
const isWithin = (part: Criteria, put: readonly Criteria[]): boolean =>
  put.some((one) => {
    const known = new Set(namesIn(one))
    return namesIn(part).every((name) => known.has(name))
  })

const namesIn = (criteria: Criteria): readonly string[] =>
  isCondition(criteria)
    ? listsIn(criteria).flatMap(({ value }) => value)
    : groupOf(criteria).branches.flatMap(namesIn)
