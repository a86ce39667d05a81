import type { Expression } from '../../criteria/sql/expression.ts'
import { sqlOf } from '../../criteria/sql/expression-text.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { numberOf, take } from '../../criteria/sql/take.ts'
import { type RfmSegment, RFM_SEGMENTS, rfmSegmentInfo } from '../../rfm/patterns.ts'
import type { RfmCondition } from './rfm.ts'

/** Tests of the scores that sqlView works out in place. */
export function rfmFromSql(test: SqlTest, _ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.source.query === undefined) return undefined
  const { rows, not, shown } = test
  if (!SCORES.test(sqlOf({ kind: 'query', query: test.rows.source.query }))) return undefined
  if (rows.having.length > 0 || (rows.limit ?? rows.next) !== undefined) return undefined
  const tests = [...rows.tests]
  const condition: RfmCondition = { type: 'rfm' }
  const segment = take(tests, segmentsIn)
  if (segment !== undefined) condition.segment = segment
  const pattern = take(tests, patternsIn)
  if (pattern !== undefined) condition.pattern = pattern
  for (const measure of ['recency', 'frequency', 'monetary'] as const) {
    const scores = take(tests, (one) => scoresIn(one, measure))
    if (scores !== undefined) condition[measure] = scores
  }
  const [left] = tests
  if (left !== undefined || Object.keys(condition).length === 1) {
    return unread(left ?? shown, 'says nothing about scores', 'Compare recency, frequency and monetary.')
  }
  return not ? { none: [condition] } : condition
}

const score = (column: string, name: string) =>
  String.raw`\(\(\(5 \* COUNT\(\*\) OVER \(ORDER BY ${column} DESC\)\) \+ COUNT\(\*\) OVER \(\)\) - 1\) / COUNT\(\*\) OVER \(\) AS ${name}`

/** The scores exactly as sqlView has them, in whichever currency. */
const SCORES = new RegExp(
  String.raw`^\(SELECT customer_id, ${score('last_at', 'recency')}, ${score('orders', 'frequency')}, ` +
    String.raw`${score('spent', 'monetary')} FROM \(SELECT customer_id, MAX\(ordered_at\) AS last_at, ` +
    String.raw`COUNT\(\*\) AS orders, ROUND\(SUM\(total\), \d\) AS spent FROM v_orders ` +
    String.raw`WHERE status <> 'cancelled' AND ordered_at <= "now" GROUP BY customer_id\)\)$`,
)

/** `recency || frequency || monetary` */
const isPattern = (part: Expression): boolean =>
  sqlOf(part).replace(/[()]/g, '') === 'recency || frequency || monetary'

const textsIn = (test: Expression): readonly string[] | undefined => {
  const values = test.kind === 'in' && !test.not ? test.values : test.kind === 'compare' ? [test.right] : []
  const of = test.kind === 'in' ? test.of : test.kind === 'compare' && test.op === '=' ? test.left : undefined
  if (of === undefined || !isPattern(of)) return undefined
  const texts = values.flatMap((value) => (value.kind === 'text' ? value.value : []))
  return texts.length === values.length ? texts : undefined
}

/** The segments whose patterns these are, in the order in which they stand. */
function segmentsIn(test: Expression): RfmSegment[] | undefined {
  const wanted = textsIn(test)
  if (wanted === undefined) return undefined
  const found = RFM_SEGMENTS.filter((name) =>
    rfmSegmentInfo(name).patterns.some((one) => wanted.includes(one)),
  )
  const all = new Set(found.flatMap((name) => rfmSegmentInfo(name).patterns))
  if (all.size !== new Set(wanted).size) return undefined
  const first = (name: RfmSegment) => wanted.findIndex((one) => rfmSegmentInfo(name).patterns.includes(one))
  return found.toSorted((a, b) => first(a) - first(b))
}

/** `LIKE '11_'`, several joined by OR, or patterns that make up no whole segment. */
function patternsIn(test: Expression): string[] | undefined {
  if (test.kind === 'or') {
    const parts = test.of.map(patternsIn)
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
  }
  const liked = test.kind === 'like' && !test.not && isPattern(test.of) ? test.pattern : undefined
  const texts = liked?.kind === 'text' ? [liked.value.replaceAll('_', '*')] : textsIn(test)
  return texts?.every((text) => /^[1-5*]{3}$/.test(text)) ? [...texts] : undefined
}

function scoresIn(test: Expression, measure: string): number[] | undefined {
  const isMeasure = (part: Expression) => part.kind === 'column' && part.name === measure
  const all = [1, 2, 3, 4, 5]
  if (test.kind === 'in' && !test.not && isMeasure(test.of)) {
    const numbers = test.values.flatMap((value) => numberOf(value) ?? [])
    return numbers.length === test.values.length && numbers.every((n) => all.includes(n))
      ? numbers
      : undefined
  }
  if (test.kind !== 'compare' || !isMeasure(test.left)) return undefined
  const value = numberOf(test.right)
  if (value === undefined) return undefined
  const holds = { '=': 0, '<>': 0, '<': -1, '<=': -1, '>': 1, '>=': 1 } as const
  const passing = all.filter((n) => {
    const side = Math.sign(n - value)
    if (test.op === '<>') return side !== 0
    return side === holds[test.op] || (side === 0 && test.op.endsWith('='))
  })
  return passing.length > 0 ? passing : undefined
}
