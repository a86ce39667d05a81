import type { Preview } from '#http/api.ts'

export type Span = Preview['receipt'][number]

/** A stretch of the request, cut where words begin or end that something was assumed of. */
export interface Piece {
  readonly text: string
  readonly assumed: boolean
}

/** A stretch of the request with what it became, and what was assumed of words in it. */
export interface ReadWords {
  readonly span: Span
  readonly pieces: readonly Piece[]
  readonly assumptions: readonly Span[]
}

/** The spans one behind the other, each with the assumptions that lie on it. */
export function readWords(spans: readonly Span[]): readonly ReadWords[] {
  const assumed = spans.filter(({ as }) => as === 'assumption')
  return spans
    .filter(({ as }) => as !== 'assumption')
    .map((span) => {
      const assumptions = assumed.filter(({ start, end }) => start < span.end && end > span.start)
      return { span, assumptions, pieces: piecesOf(span, assumptions) }
    })
}

function piecesOf({ text, start, end }: Span, assumptions: readonly Span[]): readonly Piece[] {
  const inside = assumptions
    .flatMap((one) => [one.start, one.end])
    .filter((at) => at > start && at < end)
    .toSorted((a, b) => a - b)
  const cuts = [...new Set([start, ...inside, end])]
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? start
    return {
      text: text.slice(from - start, to - start),
      assumed: assumptions.some((one) => one.start <= from && one.end >= to),
    }
  })
}
