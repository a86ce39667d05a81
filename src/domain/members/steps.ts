import type { ColumnQueries, SetQuery } from './plan.ts'
import type { Statement, Step } from './reader-messages.ts'

/** Ids a piece spans: a few milliseconds for most conditions, and a multiple of 32. */
const CUSTOMERS = 32_768
/** Seconds that a piece of recent history spans at most. */
const SPAN = 45 * 86_400
/** After so many spans of it, history is thought to be thin: every further piece is twice as long. */
const RECENT_SPANS = 24
/** Even a short stretch of time is cut, so that several threads can share it. */
const MIN_SPANS = 4

/** A query as short statements. Their ranges meet without a gap, and the outer ones are open. */
export const idSteps = (query: SetQuery, highestId: number): readonly Step[] =>
  rangesOf(query.cut, highestId).map((range) => ({
    kind: 'ids',
    statement: statementIn(query, range),
    low: query.cut.by === 'customer' ? range.low : 0,
  }))

/** The same for columns, side by side. */
export const columnSteps = (queries: ColumnQueries, highestId: number): readonly Step[] =>
  rangesOf(queries[0].cut, highestId).map((range) => ({
    kind: 'columns',
    statements: queries.map((query) => statementIn(query, range)),
  }))

const statementIn = ({ sql, parameters }: SetQuery, range: Range): Statement => ({
  sql,
  parameters: parameters.map((parameter) =>
    parameter === null || typeof parameter !== 'object' ? parameter : range[parameter.range],
  ),
})

interface Range {
  readonly low: number
  readonly high: number
}

function rangesOf(cut: SetQuery['cut'], highestId: number): readonly Range[] {
  switch (cut.by) {
    case 'none':
      return [{ low: 0, high: Number.MAX_SAFE_INTEGER }]
    case 'customer':
      return Array.from({ length: Math.floor(highestId / CUSTOMERS) + 1 }, (_, piece) => {
        const low = piece * CUSTOMERS
        const last = low + CUSTOMERS > highestId
        return { low, high: last ? Number.MAX_SAFE_INTEGER : low + CUSTOMERS - 1 }
      })
    case 'time':
      return timeRanges(cut.from, cut.to)
  }
}

/** From the latest back. */
function timeRanges(from: number, to: number): Range[] {
  let span = Math.max(1, Math.min(SPAN, Math.ceil((to - from + 1) / MIN_SPANS)))
  const ranges: Range[] = []
  for (let high = to; high >= from; ) {
    if (ranges.length >= RECENT_SPANS) span *= 2
    const low = Math.max(from, high - span + 1)
    ranges.push({ low, high })
    high = low - 1
  }
  return ranges
}
