import { type Clock, type Instant, toIso, toMinute } from '#kernel/clock.ts'
import type { PlanContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count, countShared } from '../members/bitset.ts'
import type { Members } from '../members/members.ts'
import { rfmRulesOf } from '../rfm/told-rules.ts'
import type { GroupComparison } from './shown-comparison.ts'

/** A group of customers under the name that people know it by; without one its words are its name. */
export interface Group {
  readonly name?: string
  readonly segment: string | null
  readonly ref: string
  readonly criteria: Criteria
}

export async function compareGroups(
  [a, b]: readonly [Group, Group],
  { members, clock, context }: { members: Members; clock: Clock; context(now: Instant): PlanContext },
  signal?: AbortSignal,
): Promise<GroupComparison> {
  const asOf = toMinute(clock.now())
  const sets = await members.ofEach([a.criteria, b.criteria], { asOf, ...(signal && { signal }) })
  const [first, second] = sets.map(({ bits }) => bits)
  if (first === undefined || second === undefined) throw new Error('One set for each group')
  const both = countShared(first, second)
  const ctx = context(asOf)
  const side = ({ name, criteria, segment, ref }: Group, size: number) => {
    const words = describe(criteria, ctx)
    const rules = [...rfmRulesOf(criteria)]
    return { name: name ?? words, words, rules, segment, ref, count: size, only: size - both }
  }
  return {
    asOf: toIso(asOf),
    first: side(a, count(first)),
    second: side(b, count(second)),
    both,
    either: count(first) + count(second) - both,
  }
}
