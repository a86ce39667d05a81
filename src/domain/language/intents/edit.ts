import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** Criteria after a change, and what was done, in words. */
export interface Edit {
  readonly criteria: Criteria
  readonly says: string
}

/** What a condition is about, so that "Germany" finds the country to replace. */
function subject(criteria: Criteria): string | undefined {
  if (isCondition(criteria)) {
    if (criteria.type === 'attribute' || criteria.type === 'company')
      return `${criteria.type} ${/^(?:country|region|city)$/.test(criteria.field) ? 'place' : criteria.field}`
    if (criteria.type === 'orders') return `orders ${criteria.measure}`
    if (criteria.type === 'indicator') return `indicator ${criteria.indicator}`
    if (criteria.type === 'events') return `events ${criteria.event.join(' ')}`
    return criteria.type === 'consent' ? `consent ${criteria.channel}` : criteria.type
  }
  const inner = 'none' in criteria ? criteria.none : 'any' in criteria ? criteria.any : criteria.all
  const subjects = new Set(inner.map(subject))
  const [only] = subjects
  return subjects.size === 1 ? only : undefined
}

/** The parts of criteria that are about the same thing as another. The largest such parts, not their insides. */
export function matchingIn(current: Criteria, like: Criteria): readonly Criteria[] {
  const wanted = subject(like)
  if (wanted === undefined) return []
  const found: Criteria[] = []
  visit(current, (part) => {
    if (subject(part) !== wanted) return true
    found.push(part)
    return false
  })
  return found
}

function visit(criteria: Criteria, into: (part: Criteria) => boolean): void {
  if (!into(criteria) || isCondition(criteria)) return
  const parts = 'none' in criteria ? criteria.none : 'any' in criteria ? criteria.any : criteria.all
  for (const part of parts) visit(part, into)
}

/** Rebuilds criteria with each part changed; `undefined` takes a part out, and groups without parts with it. */
export function rebuild(
  criteria: Criteria,
  change: (part: Criteria) => Criteria | undefined,
): Criteria | undefined {
  const changed = change(criteria)
  if (changed === undefined || changed !== criteria || isCondition(changed)) return changed
  const key = 'none' in changed ? 'none' : 'any' in changed ? 'any' : 'all'
  const parts = ('none' in changed ? changed.none : 'any' in changed ? changed.any : changed.all).flatMap(
    (part) => rebuild(part, change) ?? [],
  )
  const [only] = parts
  if (only === undefined) return undefined
  if (parts.length === 1 && key !== 'none') return only
  return key === 'none' ? { none: parts } : key === 'any' ? { any: parts } : { all: parts }
}

/** Puts `next` where criteria speak of the same thing as `like`; beside them when they don't yet. */
export function replaceMatching(current: Criteria, like: Criteria, next: Criteria): Edit | undefined {
  const held = matchingIn(current, like)
  if (held.length > 1) return undefined
  const [part] = held
  if (part === undefined) {
    const all = 'all' in current ? current.all : [current]
    return { criteria: { all: [...all, next] }, says: 'this as well' }
  }
  const put = otherProducts(part, next) ?? next
  const criteria = rebuild(current, (one) => (one === part ? put : one))
  return criteria && { criteria, says: 'this instead' }
}

/** Other products, bought in the same way and time. */
function otherProducts(held: Criteria, next: Criteria): Criteria | undefined {
  if (!isCondition(held) || !isCondition(next) || held.type !== 'purchases' || next.type !== 'purchases')
    return undefined
  const plain =
    next.match === 'any' &&
    next.within === undefined &&
    next.measure === undefined &&
    next.where === undefined
  return plain ? { ...held, of: next.of } : undefined
}

/** Takes out the one part that is about something: "the country filter". */
export function removeSubject(current: Criteria, wanted: string): Edit | undefined {
  const found: Criteria[] = []
  visit(current, (part) => {
    if (subject(part) !== wanted) return true
    found.push(part)
    return false
  })
  if (found.length !== 1) return undefined
  const criteria = rebuild(current, (one) => (one === found[0] ? undefined : one))
  return criteria && { criteria, says: 'taken out' }
}

const valuesOf = (criteria: Criteria): readonly string[] | undefined => {
  if (!isCondition(criteria)) return undefined
  if (
    criteria.type === 'attribute' &&
    (criteria.op === 'equals' || criteria.op === 'in' || criteria.op === 'has')
  )
    return [criteria.value].flat().map(String)
  return criteria.type === 'rfm' ? criteria.segment : undefined
}

function withValues(criteria: Criteria, values: readonly string[]): Criteria {
  if (!isCondition(criteria) || criteria.type !== 'attribute') return criteria
  const [only] = values
  if (values.length === 1 && only !== undefined)
    return { ...criteria, op: criteria.field === 'tags' ? 'has' : 'equals', value: only }
  return { ...criteria, op: 'in', value: [...values] }
}

/** "and Belgium too": the value joins the list of the same field. */
export function addValues(current: Criteria, next: Criteria): Edit | undefined {
  const [part, more] = matchingIn(current, next)
  const added = valuesOf(next)
  if (part === undefined || more !== undefined || added === undefined) return undefined
  const held = valuesOf(part)
  const sameField =
    isCondition(part) &&
    isCondition(next) &&
    part.type === 'attribute' &&
    next.type === 'attribute' &&
    part.field === next.field
  const joined =
    held !== undefined && sameField ? withValues(part, [...new Set([...held, ...added])]) : undefined
  const either =
    joined ?? ('none' in part ? undefined : { any: ['any' in part ? part.any : [part], next].flat() })
  const criteria = either && rebuild(current, (one) => (one === part ? either : one))
  return criteria && { criteria, says: 'these as well' }
}

/** "drop the Canada part": the value leaves its list, or the condition goes. Undefined when nothing would be left. */
export function removeMatching(current: Criteria, named: Criteria): Edit | undefined {
  const held = matchingIn(current, named)
  const removed = valuesOf(named)
  const hits = held.filter((part) => {
    const values = valuesOf('none' in part && part.none.length === 1 ? (part.none[0] ?? part) : part)
    return removed === undefined || values === undefined || removed.some((value) => values.includes(value))
  })
  if (hits.length !== 1) return undefined
  const [part] = hits
  const criteria = rebuild(current, (one) => {
    if (one !== part) return one
    const values = valuesOf(one)
    const left = values?.filter((value) => removed?.includes(value) !== true) ?? []
    return left.length > 0 && left.length < (values?.length ?? 0) ? withValues(one, left) : undefined
  })
  return criteria && { criteria, says: 'taken out' }
}
