import type { RangeBound, SetQuery } from './plan.ts'
import type { Parameter, Step } from './reader-messages.ts'

/** Ids a piece spans: a few milliseconds for most conditions, and a multiple of 32. */
const CUSTOMERS = 32_768
/** Seconds that a piece of recent history spans at most. */
const SPAN = 45 * 86_400
/** After so many spans of it, history is thought to be thin: every further piece is twice as long. */
const RECENT_SPANS = 24
/** Even a short stretch of time is cut, so that several threads can share it. */
const MIN_SPANS = 4

/** A query as short statements. Their ranges meet without a gap, and the outer ones are open. */
export function stepsOf(query: SetQuery, kind: Step['kind'], highestId: number): readonly Step[] {
  return rangesOf(query, highestId).map(([low, high]) => ({
    kind,
    sql: query.sql,
    parameters: query.parameters.map((parameter) => bound(parameter, low, high)),
    low: query.cut.by === 'customer' ? low : 0,
  }))
}

type Range = readonly [low: number, high: number]

function rangesOf({ cut }: SetQuery, highestId: number): readonly Range[] {
  switch (cut.by) {
    case 'none':
      return [[0, Number.MAX_SAFE_INTEGER]]
    case 'customer':
      return Array.from({ length: Math.floor(highestId / CUSTOMERS) + 1 }, (_, piece) => {
        const low = piece * CUSTOMERS
        const last = low + CUSTOMERS > highestId
        return [low, last ? Number.MAX_SAFE_INTEGER : low + CUSTOMERS - 1]
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
    ranges.push([low, high])
    high = low - 1
  }
  return ranges
}

function bound(parameter: Parameter | RangeBound, low: number, high: number): Parameter {
  if (parameter === null || typeof parameter !== 'object') return parameter
  return parameter.range === 'low' ? low : high
}
