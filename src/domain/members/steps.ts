import type { RangeBound, SetQuery } from './plan.ts'
import type { Parameter, Step } from './reader-messages.ts'

/** Ids a piece spans: a few milliseconds for most conditions, and a multiple of 32. */
const CUSTOMERS = 32_768
/** Seconds a piece spans at most, so long as that doesn't make too many of them. */
const SPAN = 30 * 86_400
const MAX_SPANS = 64
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

/** From the latest back, since recent history is the densest; what is older than all spans is one range. */
function timeRanges(from: number, to: number): Range[] {
  const span = Math.max(1, Math.min(SPAN, Math.ceil((to - from + 1) / MIN_SPANS)))
  const ranges: Range[] = []
  for (let high = to; high >= from; high -= span) {
    const low = ranges.length + 1 === MAX_SPANS ? from : Math.max(from, high - span + 1)
    ranges.push([low, high])
    if (low === from) break
  }
  return ranges
}

function bound(parameter: Parameter | RangeBound, low: number, high: number): Parameter {
  if (parameter === null || typeof parameter !== 'object') return parameter
  return parameter.range === 'low' ? low : high
}
