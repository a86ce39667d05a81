import { definitionOf } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { nestedIn } from '../../criteria/nested.ts'
import { allOf, anyOf } from '../grammar/meaning.ts'
import { type Change, changeOf, conditionsOf, conjuncts, type Edit, replacing } from './edit.ts'
import { addValues, matchingIn } from './edit-values.ts'

/** Reads tokens as said of others than are at hand: "Germany" of the companies that people work at. */
type ReadAs = (entity: 'customer' | 'company' | 'person') => Criteria | undefined

/**
 * "and Paris too" of the top 20 in London, "also SaaS" of people at fintech companies: the value joins those that stand
 * inside of a condition, where nothing outside of it speaks of the same.
 */
export function addInside(current: Criteria, next: Criteria, readAs: ReadAs): Change | undefined {
  if (matchingIn(current, next).some((part) => !isNesting(part))) return undefined
  const edits = conditionsOf(current).map((held) => {
    const { nested, entity } = definitionOf(held)
    const inner = nestedIn(held)?.criteria
    if (nested === undefined || inner === undefined) return undefined
    const own = isCondition(next) && next.type === held.type ? nestedIn(next)?.criteria : undefined
    const said =
      own ?? (nested.entity === undefined || nested.entity === entity ? next : readAs(nested.entity))
    const change = said && addValues(inner, said, 'too')
    if (change?.kind !== 'edit') return undefined
    const put = nested.with(held, change.edit.criteria)
    return replacing(current, held, put, 'these as well')
  })
  return changeOf(edits, 'To which part should it be added?')
}

const isNesting = (part: Criteria): boolean => isCondition(part) && nestedIn(part) !== undefined

const isJob = (part: Criteria): boolean =>
  isCondition(part) && part.type === 'person' && /^(?:title|seniority|function)$/.test(part.field)
const isRank = (part: Criteria): boolean =>
  isCondition(part) && part.type === 'person' && /^(?:title|seniority)$/.test(part.field)

/** "CTOs at fintech companies" and "VPs of engineering too": another job beside the one at hand, all else the same. */
export function besideJob(current: Criteria, next: Criteria): Edit | undefined {
  const held = conjuncts(current).filter(isJob)
  const put = conjuncts(next)
  if (!held.some(isRank) || !put.every(isJob) || !put.some(isRank)) return undefined
  const rest = conjuncts(current).filter((part) => !held.includes(part))
  const either = anyOf([allOf(held), allOf(put)])
  return { criteria: allOf([either, ...rest]), says: 'either of them', put: [next], taken: [] }
}
