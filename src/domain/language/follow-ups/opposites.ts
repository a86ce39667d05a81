import { canonicalJson } from '#kernel/hash.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { denied, isDenied, type PlainDeed, plainDeed } from '../grammar/denied.ts'
import { negated } from '../grammar/meaning.ts'

/** Comparisons of which always one holds, and never both. */
const OTHERWISE: Readonly<Record<string, string>> = { '>': '<=', '<=': '>', '<': '>=', '>=': '<' }

/** Whether one part is exactly what the other denies: "bought in the last 90 days", "did not buy" in them. */
export const areOpposites = (a: Criteria, b: Criteria): boolean => opposes(a, b) || opposes(b, a)

function opposes(held: Criteria, next: Criteria): boolean {
  if (same(negated(held), next)) return true
  const deed = plainDeed(held)
  if (deed !== undefined && !isDenied(deed) && same(denied(deed), next)) return true
  if (isNever(deed) && asksForOrder(next)) return true
  if (!isCondition(held) || !isCondition(next) || !('op' in held) || !('op' in next)) return false
  const { op } = held
  return typeof op === 'string' && OTHERWISE[op] === next.op && same({ ...held, op: next.op }, next)
}

/** "have never ordered", at any time and nothing of any kind. */
const isNever = (deed: PlainDeed | undefined): boolean =>
  deed?.type === 'orders' && isDenied(deed) && deed.within === undefined && deed.where === undefined

/** Whoever never ordered has no first order, and bought nothing. */
const asksForOrder = (next: Criteria): boolean =>
  isCondition(next) &&
  (next.type === 'nth_order' ||
    (next.type === 'purchases' && next.match !== 'none' && next.op === undefined) ||
    (next.type === 'orders' && (next.measure === 'first_date' || next.measure === 'last_date')) ||
    (next.type === 'orders' && next.measure === 'count' && next.op === '>='))

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
