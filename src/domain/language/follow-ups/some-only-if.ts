import type { Criteria } from '../../criteria/schema.ts'
import { skip, phrase } from '../grammar/phrase.ts'
import { said, wordAt } from '../grammar/reading.ts'
import { limitOfSome, some } from '../grammar/said-of-some.ts'
import { conjuncts, narrowing } from './edit.ts'
import { apartIn, forOneOfThem } from './for-some.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'

const those = phrase(
  'and|but|though? the|those|all|any',
  'and|but|though',
  'and|but? for|from|in|of|among the|those?',
)
const requiring = phrase(
  ',|:|-? i|we? only|just? require|need|want|take|demand|expect',
  ',|:|-? only those|people|ones? who|with|that|having',
  ',|:|- with|having',
)
const IF = /\b(?:if|when|where|as long as)\b/iu
const OTHERS_STAY = 'It is asked of those alone; the others at hand stay as they are.'
const then = phrase('they|he|she|it')

/** `the Belgians only if they’ve spent 200+`, of people in France or Belgium: asked of those alone. */
export function someOnlyIf({ reading, current, from, to, part }: FollowUp): Refined {
  const start = skip(reading, from, those)
  for (let i = start + 1; i < to - 1; i++) {
    const opened = Math.max(limitOfSome(reading, i), requiring(reading, i))
    // "VIPs, and only if …" is said of all of them.
    if (opened < 0 || opened >= to || /^(?:and|but|,)$/.test(wordAt(reading, i - 1))) continue
    const named = some(reading, i - 1) === i && i - 1 > start ? i - 1 : i
    const whom = part(start, named) ?? part(start - 1, named)
    // "the women only if they ordered": nothing is said of the men, who stay.
    const unsaid = start > from && IF.test(said(reading, i, opened))
    const split = whom && apartIn(current, whom, unsaid)
    if (split === undefined) continue
    const more = moreAt(opened)
    if (more === undefined) continue
    const edit = { ...forOneOfThem(split, narrowing(split.some, more, 'this as well')), assumed: OTHERS_STAY }
    return firmly(refinedBy({ kind: 'edit', edit }, from, to))
  }
  return undefined

  /** Nothing that is about which of them it is: that would be no more of the same people. */
  function moreAt(opened: number): Criteria | undefined {
    const more = part(opened, to) ?? part(opened - 1, to) ?? part(skip(reading, opened, then), to)
    return more !== undefined && conjuncts(more).every((one) => apartIn(current, one, false) === undefined)
      ? more
      : undefined
  }
}
