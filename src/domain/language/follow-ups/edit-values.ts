import { canonicalJson } from '#kernel/hash.ts'
import { entriesOf, withPieces } from '../../conditions/facets/facet.ts'
import { listsIn, withList } from '../../conditions/facets/lists.ts'
import { subjectOf } from '../../conditions/facets/subject.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupOf } from '../../criteria/walk.ts'
import { isDeniedAlone } from '../grammar/denied.ts'
import { anyOf } from '../grammar/meaning.ts'
import {
  type Change,
  changeOf,
  conditionsOf,
  type Edit,
  narrowing,
  rebuild,
  replacing,
  visit,
  WHICH_PART,
} from './edit.ts'
import { sameDoneTo } from './done-to.ts'

/** What criteria are about, if that is one thing: so "Germany" finds the country to replace. */
export function subject(criteria: Criteria): string | undefined {
  if (isCondition(criteria)) return subjectOf(criteria)
  const subjects = new Set(groupOf(criteria).branches.map(subject))
  const [only] = subjects
  return subjects.size === 1 ? only : undefined
}

/** The parts of criteria that are about the same thing as another. The largest such parts, not their insides. */
export function matchingIn(current: Criteria, like: Criteria): readonly Criteria[] {
  const wanted = subject(like)
  return wanted === undefined ? [] : aboutIn(current, (part) => subject(part) === wanted)
}

function aboutIn(current: Criteria, fits: (part: Criteria) => boolean): readonly Criteria[] {
  const found: Criteria[] = []
  visit(current, (part) => {
    // What must hold is not one part, even where all of it is about the same thing.
    if ('all' in part || !fits(part)) return true
    found.push(part)
    return false
  })
  return found
}

/** Puts `next` where criteria speak of the same thing as `like`; beside them where they don't yet. */
export function replaceMatching(current: Criteria, next: Criteria, like = next): Change | undefined {
  if ('all' in next && like === next) return replaceEach(current, next.all)
  const held = matchingIn(current, like)
  const edits = held.flatMap((part) =>
    inPlaceOf(part, next).map((put) => replacing(current, part, put, 'this instead')),
  )
  return held.length === 0
    ? { kind: 'edit', edit: narrowing(current, next, 'this as well') }
    : changeOf(edits, WHICH_PART)
}

function replaceEach(current: Criteria, parts: readonly Criteria[]): Change | undefined {
  let edit: Edit = { criteria: current, says: 'this instead', put: [], taken: [] }
  for (const part of parts) {
    // "Cocoa and Juice" in place of Tea: what came in for it is not replaced again.
    const cameIn = matchingIn(edit.criteria, part).some((held) => edit.put.includes(held))
    const change: Change | undefined = cameIn
      ? { kind: 'edit', edit: narrowing(edit.criteria, qualifiedAs(edit.taken, part), 'this as well') }
      : replaceMatching(edit.criteria, part)
    if (change?.kind !== 'edit') return change
    const { criteria, put, taken } = change.edit
    edit = { ...edit, criteria, put: [...edit.put, ...put], taken: [...edit.taken, ...taken] }
  }
  return { kind: 'edit', edit }
}

/** With the time and the number of what it stands in for as well. */
const qualifiedAs = (taken: readonly Criteria[], part: Criteria): Criteria => {
  const held = taken.find((one) => subject(one) === subject(part))
  return held === undefined ? part : qualified(held, part)
}

/**
 * "Ireland instead of the UK": the one value leaves its list and the other joins it; a whole condition makes place
 * for another. Undefined where the criteria don't hold the old one.
 */
export function replaceValues(current: Criteria, before: Criteria, after: Criteria): Change | undefined {
  const old = valuesOf(before)
  const values = valuesOf(after)
  return changeOf(
    holding(current, before).flatMap((part) => {
      const list = listOf(part)
      const left = list?.value.filter((value) => old?.includes(value) !== true) ?? []
      const joined =
        list !== undefined && values !== undefined && left.length > 0 && sameField(before, after)
          ? withList(list.condition, list.path, [...new Set([...left, ...values])])
          : undefined
      return joined === undefined || list === undefined
        ? inPlaceOf(part, after)
            .slice(0, 1)
            .map((put) => replacing(current, part, put, 'this instead'))
        : [replacing(current, list.condition, joined, 'this instead')]
    }),
    WHICH_PART,
  )
}

/** The parts that say what another says: the same condition, one that lists its values, or what is about the same. */
export function holding(current: Criteria, said: Criteria): readonly Criteria[] {
  const values = valuesOf(said)
  const about = conditionsOf(current).filter((condition) => subject(condition) === subject(said))
  const same = about.filter((condition) => canonicalJson(condition) === canonicalJson(said))
  if (same.length > 0) return same
  if (!isCondition(said)) return matchingIn(current, said)
  return about.filter((condition) => {
    const held = valuesOf(condition)
    return values === undefined || held === undefined || values.every((value) => held.includes(value))
  })
}

/** In place of people who are left out, others may be left out or asked for: both are answered. */
function inPlaceOf(part: Criteria, next: Criteria): readonly Criteria[] {
  const [denied, ...others] = 'none' in part && !('none' in next) ? part.none : []
  if (denied !== undefined && others.length === 0) return [{ none: [qualified(denied, next)] }, next]
  return [qualified(part, next)]
}

/** What conditions say beside what they are about: when, how often, where. */
const QUALIFIERS = ['within', 'where', 'measure', 'op', 'value', 'apart', 'times'] as const

/** A condition in place of another of its type keeps that one's time and number where it says none of its own. */
function qualified(held: Criteria, next: Criteria): Criteria {
  if (!isCondition(held)) return next
  // "SMS clicks and no staff": what stands in for it is one of them.
  if ('all' in next) {
    const at = next.all.findIndex((part) => isCondition(part) && part.type === held.type)
    return at < 0 ? next : { all: next.all.with(at, qualified(held, next.all[at] ?? next)) }
  }
  if (!isCondition(next)) return next
  if (saysLess(held, next)) return held
  if (held.type !== next.type) return sameDoneTo(held, next)
  const own = new Map(entriesOf(next))
  const kept = entriesOf(held).filter(
    ([key]) => QUALIFIERS.some((qualifier) => qualifier === key) && !own.has(key),
  )
  const compared = own.has('op') ? kept.filter(([key]) => !/^(?:measure|op|value)$/.test(key)) : kept
  return withPieces(next, ...compared.map(([key, value]) => [[key], value] as const)) ?? next
}

/** "change it to joined and ordered lately" of those who joined lately: that it is known when says less. */
const saysLess = (held: Condition, next: Condition): boolean =>
  held.type === 'attribute' && next.type === 'attribute' && held.field === next.field && next.op === 'known'

/** The one list of values in a condition, also of one that is denied. */
export function listOf(criteria: Criteria | undefined) {
  if (criteria === undefined) return undefined
  if ('none' in criteria && criteria.none.length === 1) return listOf(criteria.none[0])
  if (!isCondition(criteria)) return undefined
  const [list, ...others] = listsIn(criteria)
  return list === undefined || others.length > 0 ? undefined : { condition: criteria, ...list }
}

/** The values of a condition that names some. */
export const valuesOf = (criteria: Criteria): readonly string[] | undefined => listOf(criteria)?.value

/** Whether two conditions name values of the same field. */
const sameField = (a: Criteria, b: Criteria): boolean =>
  isCondition(a) &&
  isCondition(b) &&
  subjectOf(a) === subjectOf(b) &&
  ('field' in a && 'field' in b ? a.field === b.field : a.type === b.type)

/** Of which customers have one each, or are asked for any: two lists of them make one. */
const isListed = (criteria: Criteria): boolean =>
  isCondition(criteria) &&
  (criteria.type === 'rfm' || listsIn(criteria).some(({ path }) => path.join() === 'value'))

/**
 * "and Belgium too", "or Tea": the value joins the list of the same field, or stands beside the part that is about
 * the same thing. What is bought or done "too" is no such value: both have to hold then.
 */
export function addValues(current: Criteria, next: Criteria, how: 'too' | 'or'): Change | undefined {
  const added = valuesOf(next)
  if (how === 'too' && (added === undefined || !isListed(next))) return undefined
  const edits = matchingIn(current, next).map((part) => {
    if ('none' in part || isDeniedAlone(part, next)) return undefined
    const list = listOf(part)
    const put = qualified(part, next)
    const joined =
      list !== undefined && added !== undefined && sameField(part, next) && isListed(part)
        ? withList(list.condition, list.path, [...new Set([...list.value, ...added])])
        : undefined
    return replacing(
      current,
      part,
      joined ?? anyOf([...('any' in part ? part.any : [part]), put]),
      how === 'too' ? 'these as well' : 'either of them',
    )
  })
  return changeOf(edits, 'To which part should it be added?')
}

/** Of which somebody can have several at once. */
const LABELS = /^(?:tags|interests|tech_stack)$/

/** Whether a condition that is held and another name values of one field, of which everybody has one. */
export const excludesEachOther = (held: Criteria, next: Criteria): boolean =>
  isCondition(held) &&
  sameField(held, next) &&
  valuesOf(held) !== undefined &&
  valuesOf(next) !== undefined &&
  (held.type === 'rfm' || ('field' in held && !LABELS.test(held.field)))

/** "drop the Canada part": the value leaves its list, or the condition goes. Undefined when nothing would be left. */
export function removeMatching(current: Criteria, named: Criteria): Change | undefined {
  const removed = valuesOf(named)
  const hits = matchingIn(current, named).filter((part) => {
    const values = valuesOf(part)
    return removed === undefined || values === undefined || removed.some((value) => values.includes(value))
  })
  return changeOf(
    hits.map((part) => withoutValues(current, part, removed ?? [])),
    'Which part should go?',
  )
}

function withoutValues(current: Criteria, part: Criteria, removed: readonly string[]): Edit | undefined {
  const list = listOf(part)
  const left = list?.value.filter((value) => !removed.includes(value)) ?? []
  const less =
    list !== undefined && left.length > 0 && left.length < list.value.length
      ? withList(list.condition, list.path, left)
      : undefined
  if (less === undefined || list === undefined) {
    return 'any' in part
      ? withoutBranch(current, part, removed)
      : replacing(current, part, undefined, 'taken out')
  }
  const criteria = rebuild(current, (one) => (one === list.condition ? less : one))
  return criteria && { criteria, says: 'taken out', put: [less], taken: [list.condition] }
}

/** "drop Tea" from "either Tea or Coffee" leaves Coffee. */
function withoutBranch(
  current: Criteria,
  part: Criteria & { readonly any: readonly Criteria[] },
  removed: readonly string[],
): Edit | undefined {
  const gone = part.any.filter(
    (branch) => valuesOf(branch)?.some((value) => removed.includes(value)) ?? false,
  )
  const [only, ...others] = gone
  return only === undefined || others.length > 0
    ? replacing(current, part, undefined, 'taken out')
    : replacing(current, only, undefined, 'taken out')
}

/** Leaves people out: values leave the list that they stand in, and others are denied. */
export function excluding(current: Criteria, denied: Criteria): Change | undefined {
  const [shown, ...others] = 'none' in denied ? denied.none : []
  const asked =
    shown === undefined || others.length > 0
      ? []
      : holding(current, shown).filter((part) => !isDenied(current, part))
  const [part, ...more] = asked
  if (part === undefined || shown === undefined || !isCondition(part) || valuesOf(part) === undefined) {
    return { kind: 'edit', edit: narrowing(current, denied, 'without them') }
  }
  const values = valuesOf(shown) ?? []
  const left = (valuesOf(part) ?? []).filter((value) => !values.includes(value))
  if (isListed(part) && left.length > 0) return changeOf([withoutValues(current, part, values)], WHICH_PART)
  // Whoever asked for them and now does without takes the condition back, or means the opposite.
  return more.length > 0
    ? { kind: 'edit', edit: narrowing(current, denied, 'without them') }
    : changeOf(
        [
          replacing(current, part, undefined, 'taken out'),
          replacing(current, part, { none: [part] }, 'without them'),
        ],
        'Should the condition go, or the people who meet it?',
      )
}

/** Whether a part stands where people are left out. */
export function isDenied(current: Criteria, part: Criteria): boolean {
  let denied = false
  visit(current, (each) => {
    if ('none' in each && conditionsOf(each).some((one) => one === part)) denied = true
    return true
  })
  return denied
}
