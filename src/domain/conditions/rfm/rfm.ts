import { z } from 'zod'
import { joinWords } from '#kernel/text.ts'
import type { RfmScores } from '../../customers/record.ts'
import { patternText, RFM_PATTERNS, RFM_SEGMENTS, rfmSegmentInfo, rfmSegmentOf } from '../../rfm/patterns.ts'
import type { ConditionDefinition, Miss, PlanContext } from '../define.ts'
import { orderRowsText } from '../shared/order-rows.ts'
import { rounded } from '../orders/order-predicates.ts'
import { literal, membersText, oneOfText } from '../shared/sql-text.ts'
import { rfmExtremePhrases } from './rfm-extremes-phrases.ts'
import { rfmPhrases } from './rfm-phrases.ts'
import { rfmFromSql } from './rfm-from-sql.ts'

const scores = z.array(z.int().min(1).max(5)).min(1).max(5)

/**
 * Scores run 1 (best) to 5 (lowest) over customers with at least one counted order; every given key must hold.
 * A pattern is recency, frequency, monetary; `*` stands for any score: "1*5".
 *
 * @example { type: 'rfm', segment: ['Champions', 'Loyal Customers'] }
 * @example { type: 'rfm', monetary: [1], recency: [4, 5] }
 */
export const rfmSchema = z
  .strictObject({
    type: z.literal('rfm'),
    segment: z.array(z.enum(RFM_SEGMENTS)).min(1).optional(),
    pattern: z
      .array(z.string().regex(/^[1-5*]{3}$/, 'three of 1 to 5 or *'))
      .min(1)
      .max(125)
      .optional(),
    recency: scores.optional(),
    frequency: scores.optional(),
    monetary: scores.optional(),
  })
  .refine(({ type: _type, ...wanted }) => Object.values(wanted).some((value) => value !== undefined), {
    message: 'give segment, pattern, recency, frequency or monetary',
  })
export type RfmCondition = z.infer<typeof rfmSchema>

export const rfm: ConditionDefinition<'rfm', RfmCondition> = {
  type: 'rfm',
  entity: 'customer',
  schema: rfmSchema,
  form: {
    title: 'RFM segment or scores',
    start: { type: 'rfm', segment: ['Champions'] },
  },
  meaning:
    'Scores 1 (best) to 5. Every key given must hold. pattern: recency, frequency, monetary, * any: "1*5"',
  phrases: [...rfmPhrases, ...rfmExtremePhrases],
  // The default segments are segments to people.
  about: ({ segment }) => (segment === undefined ? 'rfm' : 'segment'),
  called: () => 'rfm segment score',
  normal: (condition) => ({
    ...condition,
    ...(condition.segment && {
      segment: RFM_SEGMENTS.filter((name) => condition.segment?.includes(name) === true),
    }),
    ...(condition.pattern && { pattern: [...new Set(condition.pattern)].toSorted() }),
    ...(condition.recency && { recency: ascending(condition.recency) }),
    ...(condition.frequency && { frequency: ascending(condition.frequency) }),
    ...(condition.monetary && { monetary: ascending(condition.monetary) }),
  }),
  sources: () => ['orders'],
  check: () => [],
  words(condition) {
    const { segment, pattern } = condition
    const having: string[] = []
    if (pattern !== undefined) having.push(`the RFM pattern ${joinWords(pattern, 'or')}`)
    for (const key of MEASURES) {
      const wanted = condition[key]
      if (wanted !== undefined) having.push(`a ${key} score of ${joinWords(wanted.map(String), 'or')}`)
    }
    const noun = joinWords(having, 'and')
    if (segment === undefined) return `have ${noun}`
    return `are in the RFM segment ${joinWords(segment, 'or')}${noun === '' ? '' : ` with ${noun}`}`
  },
  plan: (condition) => ({ kind: 'rfm', patterns: patternsOf(condition) }),
  predicate: (condition, ctx) => membersText(`(${scoredText(ctx)}) WHERE ${scoresText(condition)}`),
  fromSql: rfmFromSql,
  holds(condition, customer, population) {
    const scored = population.rfm(customer)
    return scored !== null && wants(condition, scored)
  },
  miss(condition, customer, population) {
    const scored = population.rfm(customer)
    return scored === null ? undefined : scoresMiss(condition, scored)
  },
  actual(_condition, customer, population) {
    const scored = population.rfm(customer)
    return scored === null
      ? 'has no orders yet, and so no RFM pattern'
      : `has the RFM pattern ${patternText(scored)} and is in the RFM segment ${rfmSegmentOf(scored)}`
  },
}

/** The fewest scores that would have to be others. */
function scoresMiss(condition: RfmCondition, scored: RfmScores): Miss | undefined {
  const passed = wants(condition, scored)
  const steps = (other: RfmScores) =>
    MEASURES.reduce((sum, key) => sum + Math.abs(other[key] - scored[key]), 0)
  const [nearest] = RFM_PATTERNS.filter((other) => wants(condition, other) !== passed).toSorted(
    (a, b) => steps(a) - steps(b),
  )
  if (nearest === undefined) return undefined
  const changed = MEASURES.filter((key) => nearest[key] !== scored[key])
  const words = changed.map((key) => `a ${key} score of ${nearest[key]} instead of ${scored[key]}`)
  return { words: joinWords(words, 'and'), size: steps(nearest) / 12 }
}

/** Each once: any of them will do. */
const ascending = (values: readonly number[]): number[] => [...new Set(values)].toSorted((a, b) => a - b)

const MEASURES = ['recency', 'frequency', 'monetary'] as const

/** The scores of every buyer: a statement of `customer_id` and a column for each measure. */
export function scoredText(ctx: PlanContext): string {
  const score = (column: string, name: string) =>
    `(5 * COUNT(*) OVER (ORDER BY ${column} DESC) + COUNT(*) OVER () - 1)` + ` / COUNT(*) OVER () AS ${name}`
  const buyers =
    'SELECT customer_id, MAX(ordered_at) AS last_at, COUNT(*) AS orders, ' +
    `${rounded(ctx)('SUM(total)')} AS spent ` +
    `FROM v_orders WHERE ${orderRowsText({}, ctx)} GROUP BY customer_id`
  return (
    `SELECT customer_id, ${score('last_at', 'recency')}, ${score('orders', 'frequency')}, ` +
    `${score('spent', 'monetary')} FROM (${buyers})`
  )
}

/** Tests on the columns recency, frequency and monetary. */
function scoresText({ segment, pattern, ...condition }: RfmCondition): string {
  const tests: string[] = []
  const scored = 'recency || frequency || monetary'
  if (segment !== undefined) {
    tests.push(
      oneOfText(
        scored,
        segment.flatMap((name) => rfmSegmentInfo(name).patterns),
      ),
    )
  }
  if (pattern !== undefined) {
    tests.push(
      `(${pattern.map((wanted) => `${scored} LIKE ${literal(wanted.replaceAll('*', '_'))}`).join(' OR ')})`,
    )
  }
  for (const key of MEASURES) {
    const wanted = condition[key]
    if (wanted !== undefined) tests.push(oneOfText(key, wanted))
  }
  return tests.join(' AND ')
}

const known = new WeakMap<RfmCondition, readonly boolean[]>()

/** Which patterns are wanted, by their indexes. The default segments ask it of the same conditions with every count. */
function patternsOf(condition: RfmCondition): readonly boolean[] {
  const patterns = known.get(condition) ?? RFM_PATTERNS.map((scored) => wants(condition, scored))
  known.set(condition, patterns)
  return patterns
}

const wants = ({ segment, pattern, ...condition }: RfmCondition, scored: RfmScores): boolean =>
  (segment?.includes(rfmSegmentOf(scored)) ?? true) &&
  (pattern?.some((wanted) => matches(wanted, patternText(scored))) ?? true) &&
  MEASURES.every((key) => condition[key]?.includes(scored[key]) ?? true)

const matches = (wanted: string, pattern: string): boolean =>
  [...wanted].every((score, i) => score === '*' || score === pattern[i])
