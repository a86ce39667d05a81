import { canonicalJson } from '#kernel/hash.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupFrom, groupOf } from '../../criteria/walk.ts'
import { allOf } from '../grammar/meaning.ts'
import { areOpposites } from './opposites.ts'

/** Criteria after a change, and what was done, in words. */
export interface Edit {
  readonly criteria: Criteria
  readonly says: string
  /** The parts that came in, or stand in another's place. */
  readonly put: readonly Criteria[]
  /** The parts that are no longer there. */
  readonly taken: readonly Criteria[]
  /** How the words were read where they could have meant something else. */
  readonly assumed?: string
}

/** A change, or several of which one has to be chosen. */
export type Change =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'choice'; readonly question: string; readonly edits: readonly Edit[] }

/** Which of several parts a value stands in for has to be asked. */
export const WHICH_PART = 'Which part should it stand in for?'

/** One edit is made; of several people choose. */
export function changeOf(edits: readonly (Edit | undefined)[], question: string): Change | undefined {
  const possible = edits.filter((edit) => edit !== undefined)
  const [edit, ...others] = possible
  if (edit === undefined) return undefined
  return others.length === 0 ? { kind: 'edit', edit } : { kind: 'choice', question, edits: possible }
}

/** Rebuilds criteria with each part changed; `undefined` takes a part out, and groups without parts with it. */
export function rebuild(
  criteria: Criteria,
  change: (part: Criteria) => Criteria | undefined,
): Criteria | undefined {
  const changed = change(criteria)
  if (changed === undefined || changed !== criteria || isCondition(changed)) return changed
  const { group, branches } = groupOf(changed)
  const parts = branches.flatMap((part) => rebuild(part, change) ?? [])
  const [only] = parts
  if (only === undefined) return undefined
  return parts.length === 1 && group !== 'none' ? only : groupFrom(group, parts)
}

/** Puts one part in the place of another; `undefined` takes it out. Undefined when nothing would be left. */
export function replacing(
  current: Criteria,
  held: Criteria,
  next: Criteria | undefined,
  says: string,
): Edit | undefined {
  const criteria = rebuild(current, (part) => (part === held ? next : part))
  return criteria && { criteria, says, put: next === undefined ? [] : [next], taken: [held] }
}

/** Each part gives way to its own next one. */
export function replacingEach(
  current: Criteria,
  nexts: ReadonlyMap<Criteria, Criteria>,
  says: string,
): Edit | undefined {
  const criteria = rebuild(current, (part) => nexts.get(part) ?? part)
  return criteria && { criteria, says, put: [...nexts.values()], taken: [...nexts.keys()] }
}

/** Adds what has to hold as well. The opposite of a part at hand stands in its place: both would be nobody. */
export function narrowing(current: Criteria, next: Criteria, says: string): Edit {
  const put = conjuncts(next)
  const held = conjuncts(current)
  const kept = held.filter((part) => !put.some((one) => areOpposites(part, one)))
  const taken = held.filter((part) => !kept.includes(part))
  return {
    criteria: taken.length > 0 ? allOf([...kept, ...put]) : { all: [...held, ...put] },
    says: taken.length > 0 ? 'the opposite' : says,
    put,
    taken,
  }
}

/** What has to hold, one by one. */
export const conjuncts = (criteria: Criteria): readonly Criteria[] =>
  'all' in criteria ? criteria.all : [criteria]

/** What has to hold only after a change, and what only had to before it. */
export function difference(before: Criteria, after: Criteria): Pick<Edit, 'put' | 'taken'> {
  const keys = (criteria: Criteria) => new Set(conjuncts(criteria).map((part) => canonicalJson(part)))
  const [held, now] = [keys(before), keys(after)]
  return {
    put: conjuncts(after).filter((part) => !held.has(canonicalJson(part))),
    taken: conjuncts(before).filter((part) => !now.has(canonicalJson(part))),
  }
}

/** The conditions of criteria, in reading order. */
export const conditionsOf = (criteria: Criteria): readonly Condition[] =>
  isCondition(criteria) ? [criteria] : groupOf(criteria).branches.flatMap(conditionsOf)

/** Goes into parts for as long as `into` answers true. */
export function visit(criteria: Criteria, into: (part: Criteria) => boolean): void {
  if (into(criteria) && !isCondition(criteria))
    groupOf(criteria).branches.forEach((part) => visit(part, into))
}

/** The parts of criteria that leave people out, one by one. */
export const deniedParts = (
  criteria: Criteria,
): readonly (Criteria & { readonly none: readonly Criteria[] })[] =>
  conjuncts(criteria).flatMap((part) => ('none' in part ? [part] : []))

/** Two changes as one: what the second took away again was never there. */
export const composed = (first: Edit, second: Edit): Edit => ({
  criteria: second.criteria,
  says: `${first.says}, and ${second.says}`,
  put: [...first.put.filter((part) => !second.taken.includes(part)), ...second.put],
  taken: [...first.taken, ...second.taken.filter((part) => !first.put.includes(part))],
  ...assumedOf([first, second]),
})

/** Two changes of what is at hand. Undefined where both change the same part: that is done one after the other. */
export function together(current: Criteria, first: Edit, second: Edit): Edit | undefined {
  const edits = [first, second]
  const one = edits.every(({ put, taken }) => put.length === 1 && taken.length === 1)
  if (!one || first.taken[0] === second.taken[0]) return undefined
  const criteria = rebuild(current, (part) => edits.find(({ taken }) => taken[0] === part)?.put[0] ?? part)
  return criteria && { ...composed(first, second), criteria }
}

const assumedOf = (edits: readonly Edit[]): Pick<Edit, 'assumed'> => {
  const assumed = edits.flatMap((edit) => edit.assumed ?? [])
  return assumed.length === 0 ? {} : { assumed: assumed.join(' ') }
}
