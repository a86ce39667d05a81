import type { GroupComparison } from '#http/api.ts'
import { dateTime, number, people, share } from '../api/format.ts'
import { comparePath } from '../compare/words.ts'
import { OwnLink } from '../shell/own-link.tsx'
import { PartsList, partsAsText } from './parts-list.tsx'

/** Two groups as two bars that lie over each other where they share customers, with what is in each part. */
export function ComparisonCard({ comparison }: { comparison: GroupComparison }) {
  const { first, second, both, either } = comparison
  const scale = (n: number) => (either === 0 ? 0 : (100 * n) / either)
  return (
    <section class="card comparison" aria-label="Comparison">
      <h2>
        {first.name} and {second.name}
      </h2>
      <svg
        class="overlap"
        role="img"
        aria-label={partsAsText(comparison)}
        preserveAspectRatio="none"
        viewBox="0 0 100 20"
      >
        <rect class="side-first" y="1" width={scale(first.count)} height="12" />
        <rect class="side-second" x={scale(first.only)} y="7" width={scale(second.count)} height="12" />
        <rect class="side-both" x={scale(first.only)} y="7" width={scale(both)} height="6" />
      </svg>
      <PartsList
        comparison={comparison}
        swatch={(key) => <rect class={`side-${key}`} width="10" height="10" />}
      />
      {[first, second].map((side) => (
        <p key={side.name}>
          {/* A preview has no name but its words, and no page. */}
          {side.segment === null ? (
            <strong>{side.name}</strong>
          ) : (
            <OwnLink to={`/segments/${encodeURIComponent(side.segment)}`}>{side.name}</OwnLink>
          )}
          : {people(side.count)}, {share(both, side.count)} of them in both.{' '}
          <span class="muted">They {side.words}.</span>
        </p>
      ))}
      {comparison.told === undefined ? null : (
        <ul class="told" aria-label="How they differ">
          {comparison.told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <OwnLink to={comparePath(first.ref, second.ref)}>Open the comparison</OwnLink>
      </p>
      <p class="muted asof">
        {number(either)} in either. As of {dateTime(comparison.asOf)}
      </p>
    </section>
  )
}
