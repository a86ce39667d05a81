import type { Criteria } from '../../criteria/schema.ts'
import { allOf, anyOf } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { conjuncts, replacing } from './edit.ts'
import { excludesEachOther, matchingIn, valuesOf } from './edit-values.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { kindOf } from './left-out-too.ts'
import { type FollowUp, type Refined, suffixToo, trimmed } from './refined.ts'

const add = phrase(
  'also|add|include|plus|and also? the?',
  'also|add|include people|customers|those|companies|ones|the in|from|at?',
)
const ones = phrase('ones|people|customers|companies|folks')
const there = phrase(
  ',|;|-|. but|though|only|however|just? from|for|in|with? there|those|them|these ,|:? only|just? those|the|ones|people? who|if|when|with?',
  'but|though|however|and ,? from|for|in|with? there|those|them|these ,|:? only|just? those|the|ones|people? who|if|when|with?',
  ',|;|-? but|though|however only|just those|the|ones|people? from|in|of there|those|them|these who|if|when|with?',
)

/**
 * `also the US ones but there only with 5+ orders`: others of the same kind come in, of whom something more is asked;
 * of those at hand it is not.
 */
export function butThere({ reading, current, from, to, part }: FollowUp): Refined {
  const opened = skip(reading, from, add)
  for (let i = opened + 1; i < to - 1; i++) {
    const behind = there(reading, i)
    if (behind < 0 || behind >= to) continue
    const last = trimmed(reading, trimmed(reading, i, suffixToo), ones)
    if (opened === from && last === i) continue
    const next = part(opened, last)
    const more = part(behind - 1, to) ?? part(behind, to)
    const found = next && more && besides(current, next, newsIn({ reading, current }, more))
    if (found !== undefined) return { kind: 'edit', edit: found, said: { from, to }, firm: true }
  }
  return undefined
}

/** "just the vips" of those who are tagged vip: the same name again is no list of that name. */
function newsIn({ reading, current }: Pick<FollowUp, 'reading' | 'current'>, more: Criteria) {
  const named = (one: Criteria): string => tokenize(reading.situation.describe(one)).at(-1)?.word ?? ''
  const isGroup = (one: Criteria): boolean => kindOf(one) === 'group'
  const groups = new Set(conjuncts(current).filter(isGroup).map(named))
  return conjuncts(more).filter((one) => !isGroup(one) || !groups.has(named(one)))
}

function besides(current: Criteria, next: Criteria, rest: readonly Criteria[]) {
  if (rest.length === 0) return undefined
  const [held, ...others] = matchingIn(current, next)
  if (held === undefined || others.length > 0 || !excludesEachOther(held, next)) return undefined
  if (valuesOf(next)?.some((value) => valuesOf(held)?.includes(value)) !== false) return undefined
  const said = conjuncts(current)
  if (!said.includes(held)) {
    const edit = replacing(current, held, next, '')
    if (edit === undefined) return undefined
    const criteria = anyOf([current, allOf([...conjuncts(edit.criteria), ...rest])])
    return { criteria, says: 'these people as well', put: [criteria], taken: [] }
  }
  const unsaid = rest.filter((one) => !said.some((other) => JSON.stringify(other) === JSON.stringify(one)))
  const either = anyOf([held, allOf([next, ...unsaid])])
  return {
    criteria: allOf(said.map((one) => (one === held ? either : one))),
    says: 'these as well',
    put: [either],
    taken: [held],
  }
}
