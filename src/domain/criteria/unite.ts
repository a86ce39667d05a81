import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { isColumnTest, valuesTested, withTested } from '../language/grammar/column-tests.ts'
import type { Condition } from '../conditions/index.ts'
import type { Entity } from '../entities/entity.ts'
import { RFM_SEGMENTS } from '../rfm/patterns.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'

/** Two members of different parts that nobody can meet together. */
export function clashOf(parts: readonly (readonly Criteria[])[]): readonly [Criteria, Criteria] | undefined {
  for (const [i, part] of parts.entries()) {
    for (const other of parts.slice(0, i).flat()) {
      const found = part.find((one) => disjoint(listOf(other), listOf(one)))
      if (found !== undefined) return [other, found]
    }
  }
  return undefined
}

/** Fields of which everybody has one value. */
const SINGLE = new Set([
  'country',
  'region',
  'city',
  'gender',
  'industry',
  'funding_stage',
  'relationship',
  'seniority',
  'function',
])

/** The values that a condition asks of something of which everybody has one. */
export function listOf(criteria: Criteria): { key: string; values: readonly string[] } | undefined {
  if (!isCondition(criteria)) return undefined
  const tested = valuesTested(criteria)
  if (tested !== undefined && isColumnTest(criteria) && SINGLE.has(criteria.field)) {
    return { key: `${criteria.type} ${criteria.field}`, values: tested }
  }
  const asked = Object.values(criteria).filter((value) => value !== undefined).length
  // Who stands in which RFM segment, and which ICP or persona a record got, with nothing asked beside it.
  if (criteria.type === 'rfm' && criteria.segment !== undefined && asked === 2)
    return { key: 'rfm', values: criteria.segment }
  if (isProfileTest(criteria) && criteria.profile !== undefined && asked === 3)
    return { key: `${criteria.type} ${criteria.kind}`, values: criteria.profile }
  return undefined
}

const isProfileTest = (criteria: Condition): criteria is Extract<Condition, { type: `${Entity}_profile` }> =>
  criteria.type === 'customer_profile' ||
  criteria.type === 'company_profile' ||
  criteria.type === 'person_profile'

function withValues(criteria: Criteria, values: readonly string[]): Criteria {
  if (!isCondition(criteria)) return criteria
  if (isColumnTest(criteria)) return withTested(criteria, values)
  if (isProfileTest(criteria)) return { ...criteria, profile: [...values] }
  if (criteria.type !== 'rfm' || criteria.segment === undefined) return criteria
  const names = criteria.segment
  const wanted = new Set(values)
  return {
    ...criteria,
    segment: [...names, ...RFM_SEGMENTS.filter((name) => wanted.has(name) && !names.includes(name))],
  }
}

/** "in France or Spain" said in two phrases is one condition. */
export function unite(parts: readonly Criteria[]): Criteria[] {
  const out: Criteria[] = []
  for (const part of parts) {
    const same = eventTwin(out, part)
    if (same !== undefined) {
      out[same.at] = same.together
      continue
    }
    const list = listOf(part)
    const twin = list === undefined ? -1 : out.findIndex((one) => listOf(one)?.key === list.key)
    const held = twin < 0 ? undefined : out[twin]
    if (list === undefined || held === undefined) out.push(part)
    else out[twin] = withValues(held, [...new Set([...(listOf(held)?.values ?? []), ...list.values])])
  }
  return out
}

/** "opened or clicked in the last 30 days", said as two conditions that differ in their events alone. */
function eventTwin(out: readonly Criteria[], part: Criteria): { at: number; together: Criteria } | undefined {
  if (!isCondition(part) || part.type !== 'events' || part.op !== undefined) return undefined
  const { event, ...rest } = part
  for (const [at, other] of out.entries()) {
    if (!isCondition(other) || other.type !== 'events') continue
    const { event: before, ...others } = other
    if (canonicalJson(others) === canonicalJson(rest))
      return { at, together: { ...other, event: [...new Set([...before, ...event])] } }
  }
  return undefined
}

type List = ReturnType<typeof listOf>
const disjoint = (a: List, b: List): boolean =>
  a !== undefined && b !== undefined && a.key === b.key && !a.values.some((value) => holds(b.values, value))

const holds = (values: readonly string[], wanted: string): boolean =>
  values.some((value) => foldText(value) === foldText(wanted))
