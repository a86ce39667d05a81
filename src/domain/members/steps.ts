import type { Entity } from '../entities/entity.ts'
import type { PatchStep } from './patch.ts'
import type { ColumnQueries, FactsTest, SetQuery } from './plan.ts'
import type { Statement, Step } from './reader-messages.ts'

/** Ids a piece spans: a few milliseconds for most conditions, and a multiple of 32. */
const IDS = 32_768
/** Seconds that a piece of recent history spans at most. */
const SPAN = 45 * 86_400
/** After so many spans of it, history is thought to be thin: every further piece is twice as long. */
const RECENT_SPANS = 24
/** Even a short stretch of time is cut, so that several threads can share it. */
const MIN_SPANS = 4

export type HighestIds = Readonly<Record<Entity, number>>

/** A query as short statements. Their ranges meet without a gap, and the outer ones are open. */
export const idSteps = (query: SetQuery, highestIds: HighestIds): readonly Step[] =>
  rangesOf(query.cut, highestIds).map((range) => ({
    kind: 'ids',
    statement: statementIn(query, range),
    low: query.cut.by === 'time' || query.cut.by === 'none' ? 0 : range.low,
  }))

/** The same of a set that is known of an earlier state of the data. */
export const patchSteps = (
  { whole, some, since }: { readonly whole: SetQuery; readonly some: FactsTest; readonly since: number },
  highestIds: HighestIds,
): readonly PatchStep[] =>
  rangesOf(whole.cut, highestIds).map((range) => ({
    kind: 'patch',
    low: range.low,
    end: range.high + 1,
    since,
    some: statementIn(some, range),
    whole: statementIn(whole, range),
  }))

/** The same for columns, side by side. */
export const columnSteps = (queries: ColumnQueries, highestIds: HighestIds): readonly Step[] =>
  rangesOf(queries[0].cut, highestIds).map((range) => ({
    kind: 'columns',
    statements: queries.map((query) => statementIn(query, range)),
  }))

/** A query with the bounds of a piece. */
export const statementIn = (
  { sql, parameters }: Pick<SetQuery, 'sql' | 'parameters'>,
  range: Range,
): Statement => ({
  sql,
  parameters: parameters.map((parameter) =>
    parameter === null || typeof parameter !== 'object' ? parameter : range[parameter.range],
  ),
})

interface Range {
  readonly low: number
  readonly high: number
}

function rangesOf(cut: SetQuery['cut'], highestIds: HighestIds): readonly Range[] {
  switch (cut.by) {
    case 'none':
      return [{ low: 0, high: Number.MAX_SAFE_INTEGER }]
    case 'customer':
    case 'company':
    case 'person':
      return idRanges(highestIds[cut.by])
    case 'time':
      return timeRanges(cut.from, cut.to)
  }
}

const idRanges = (highestId: number): readonly Range[] =>
  Array.from({ length: Math.floor(highestId / IDS) + 1 }, (_, piece) => {
    const low = piece * IDS
    const last = low + IDS > highestId
    return { low, high: last ? Number.MAX_SAFE_INTEGER : low + IDS - 1 }
  })

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
