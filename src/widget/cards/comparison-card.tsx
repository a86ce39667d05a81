import type { GroupComparison } from '#http/api.ts'
import { dateTime, number, people, share } from '../api/format.ts'

/** Two groups as bars on one scale: what is only in one of them, and what they share. */
export function ComparisonCard({ comparison }: { comparison: GroupComparison }) {
  const { first, second, both, either } = comparison
  const scale = (n: number) => (either === 0 ? 0 : (100 * n) / either)
  return (
    <section class="card comparison" aria-label="Comparison">
      {[
        { side: first, from: 0 },
        { side: second, from: scale(first.only) },
      ].map(({ side, from }) => (
        <div key={side.name}>
          <div class="funnel-words">
            <span title={side.words}>{side.name}</span>
            <span class="figure">{people(side.count)}</span>
          </div>
          <svg
            class="bar"
            role="img"
            aria-label={`${number(side.only)} only here`}
            preserveAspectRatio="none"
            viewBox="0 0 100 6"
          >
            <rect class="bar-all" width="100" height="6" />
            <rect class="bar-alone" x={from} width={scale(side.count)} height="6" />
            <rect class="bar-left" x={scale(first.only)} width={scale(both)} height="6" />
          </svg>
          <p class="muted">
            {number(side.only)} only here; {share(both, side.count)} of it are in both.
          </p>
        </div>
      ))}
      <p>
        <strong>{number(both)}</strong> in both, {number(either)} in either.
      </p>
      <p class="muted">As of {dateTime(comparison.asOf)}</p>
    </section>
  )
}
