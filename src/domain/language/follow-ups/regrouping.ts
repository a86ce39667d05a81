import { canonicalJson } from '#kernel/hash.ts'
import { entriesOf, withPieces } from '../../conditions/facets/facet.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { done, isDenied, plainDeed } from '../grammar/denied.ts'
import { allOf, negated } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import { type Change, changeOf, conjuncts, type Edit, replacing, visit } from './edit.ts'
import { subject } from './edit-values.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'

const eitherOf = phrase(
  'either|any',
  'make it|that either|any|or|one of? those|these|them|the two?',
  'either|any|one of? those|these|them|the two? ,? instead|rather? of|than both|all|each?',
  'either of? those|them|these|the two',
  'one|any of them|those is enough|fine|ok|okay|sufficient',
  'one or the other',
  'either|any one',
  'one of the? two|three',
  'having|using|doing either|one|any of? the|them|those|these? two? is|would|will be|do? enough|fine|ok|okay',
  'or ,? instead of and',
  'or ,? not and',
  'or rather than and',
  'or|either ,? instead of both|and?',
  'or|either ,? not both',
  'or|either ,? rather than both',
  'use|make it or ,? instead|rather of|than? and?',
  'it|they do|does not have|need to be both|do both?',
  'not both ,? either|any? of? them|those?',
  'i|we? said|wrote|typed|put and ,|;|.? but? i|we|it|that? meant|should|must? have|be? been? or',
  'i|we|it? should|must be|have|read|say been? or',
)
const bothOf = phrase(
  'both|all',
  'make it|that both|all|and of? those|these|them|the two?',
  'both|all of? those|these|them|the two? ,? instead|rather|not of|than? either|any|one?',
  'both of? those|them|these',
  'and ,? instead of or',
  'and ,? not or',
  'and rather than or',
  'both|all ,? instead of either|any|one|or of? them?',
  'both|all ,? not just? either|any|one|or of? them?',
  'both|all ,? rather than either|any|one|or of? them?',
  'use|make it and ,? instead|rather of|than? or?',
  'they must|should|need to? have|be|do both|all',
  'i|we? said|wrote|typed|put or ,|;|.? but? i|we|it|that? meant|should|must? have|be? been? and',
  'i|we|it? should|must be|have|read|say been? and',
  'now? only|just? whoever|who|anyone|everyone|those|people|customers|the? ones? who|that? did|do|does|have|had|meet|meets|are|is|were both|all of? them|those|these? things? within|in|during? that|the? same? month|time|period|window|timeframe|year|week?',
)
const opposite = phrase(
  'the|exactly? opposite|reverse|inverse|contrary|complement of? that|this|it|them?',
  'invert|reverse|flip|negate it|that|this|them|the? criteria|selection|audience?',
  'everyone|everybody|anyone|all else|others',
  'everyone|everybody|all the others|rest',
  'the others|rest',
  'and|so? now? the? rest|others|remainder of? them|these|those|it|this?',
  'and|so now? everyone|everybody|anyone else',
  'and? all? the? remaining ones|people|customers|members?',
  "who is|are|'s not in|part of? it|this|that|them|there",
  "who is|'s left",
  "everyone|everybody|anyone|anybody|people|customers|those who|that? is|are|'s? not in|part of? it|this|that|there|here|them segment|group|list|audience|set?",
  'how many is|are not in|part of? it|this|that|there|here|them',
  'how many others is|are there|left?',
  'the other ones|people|customers',
  'all other customers|people',
  'everyone|everybody|people|those not in it|there|that|this|them',
  'the people|ones|customers who are? not|left out',
  'show|give|now|and? me? the rest|others|opposite|inverse',
  'exclude them|these|those instead',
  'everyone|everybody|anyone|anybody|all|people|customers except|but|besides them|these|those|this|that',
  'everyone|everybody|anyone|anybody|all|people|customers other than them|these|those|this|that',
  'everyone|everybody|anyone|anybody|all|people|customers apart|aside from them|these|those|this|that',
  'everyone|everybody|anyone|anybody|all|people|customers who|that is|are not in|part? of? here|there|this|that|it|them|those|these group|list|audience|segment|set?',
)

const others = phrase(
  'and? everyone|everybody|anyone|all|people|customers else who|that? is|are? in|from|on|with|at',
  'and? the? others|rest who|that? are? in|from|on|with|at|of',
  'and? the? other ones|people|customers who|that? are? in|from|on|with|at',
)

/** `either of those instead of both`, `both, not either`, `everyone else`. */
export function regrouping({ reading, current, from, to: end, part }: FollowUp): Refined {
  const to = trimmed(reading, end, suffixInstead)
  // What introduces a correction belongs to these words: "should have been and".
  const whole = (words: typeof eitherOf): boolean =>
    [from, 0].some((start) => words(reading, start) === to || words(reading, start) >= end)
  if (whole(opposite)) {
    const criteria = oppositeOf(current)
    const edit = { criteria, says: 'everybody else', put: [criteria], taken: [current] }
    return firmly({ kind: 'edit', edit, said: { from, to: end } })
  }
  const among = elseIn(reading, from)
  const held = among < 0 ? undefined : (part(among, to) ?? part(among + 1, to))
  if (held !== undefined) return besideThem(current, held, from, end)
  if (whole(eitherOf)) return found(toEither(current), from, end)
  return whole(bothOf) ? found(toBoth(current), from, end) : undefined
}

const elseIn = (reading: FollowUp['reading'], from: number): number => {
  const end = others(reading, from)
  return end < 0 ? -1 : end - 1
}

/** "everyone else in the UK" of people there with 3 orders: there, and not with 3 orders. */
function besideThem(current: Criteria, held: Criteria, from: number, to: number): Refined {
  const kept = conjuncts(current).filter((part) => canonicalJson(part) === canonicalJson(held))
  const rest = conjuncts(current).filter((part) => !kept.includes(part))
  if (kept.length === 0 || rest.length === 0) return undefined
  const criteria = allOf([...kept, negated(allOf(rest))])
  const edit: Edit = { criteria, says: 'everybody else there', put: [criteria], taken: [...rest] }
  return { kind: 'edit', edit, said: { from, to }, firm: true }
}

/** Whoever did not do something did it, where that is the opposite. */
function oppositeOf(current: Criteria): Criteria {
  const deed = plainDeed(current)
  return deed !== undefined && isDenied(deed) ? done(deed) : negated(current)
}

const found = (change: Change | undefined, from: number, to: number): Refined =>
  firmly(refinedBy(change, from, to)) ?? { kind: 'unclear' }

const WHICH = 'Which parts belong together?'

/** Parts that had to hold together hold by themselves: those about the same thing, or the only two. */
function toEither(current: Criteria): Change | undefined {
  const edits = [...withMatch(current, 'all', 'any')]
  const parts = conjuncts(current).filter((part) => !('none' in part))
  const rest = conjuncts(current).filter((part) => !parts.includes(part))
  for (const [i, a] of parts.entries()) {
    for (const b of parts.slice(i + 1)) {
      const alike = subject(a) !== undefined && typeOf(a) === typeOf(b)
      if (!alike && parts.length !== 2) continue
      const others = parts.filter((part) => part !== a && part !== b)
      const either: Criteria = { any: [a, b] }
      const all = [...others, either, ...rest]
      edits.push({
        criteria: all.length === 1 ? either : { all },
        says: 'either of them',
        put: [either],
        taken: [a, b],
      })
    }
  }
  return changeOf(edits, WHICH)
}

const typeOf = (part: Criteria): string => (isCondition(part) ? part.type : '')

function toBoth(current: Criteria): Change | undefined {
  const edits = [...withMatch(current, 'any', 'all')]
  visit(current, (part) => {
    if ('any' in part)
      edits.push(...[replacing(current, part, { all: part.any }, 'all of them')].flatMap((one) => one ?? []))
    return true
  })
  return changeOf(edits, WHICH)
}

/** "bought Tea or Coffee" as one condition that takes any or all of its products. */
function* withMatch(current: Criteria, before: 'any' | 'all', after: 'any' | 'all'): Generator<Edit> {
  const found: Edit[] = []
  visit(current, (part) => {
    if (!isCondition(part)) return true
    const match = entriesOf(part).find(([key]) => key === 'match')?.[1]
    const several = JSON.stringify(part).includes('","')
    const next = match === before && several ? withPieces(part, [['match'], after]) : undefined
    const edit = next && replacing(current, part, next, after === 'any' ? 'either of them' : 'all of them')
    if (edit !== undefined && manyValues(part)) found.push(edit)
    return true
  })
  yield* found
}

/** Whether a condition names two values at least. */
const manyValues = (part: Criteria): boolean => /\["[^"]*","/.test(JSON.stringify(part))
