import type { GroupComparison } from '#http/api.ts'
import { people, share } from '../api/format.ts'
import { PartsList, partsAsText } from '../cards/parts-list.tsx'
import { circlesOf } from './circles.ts'

const MARGIN = 8

/** Two groups as circles in proportion, with the numbers beside, and the shares both ways. */
export function Overlap({ comparison }: { comparison: GroupComparison }) {
  const { first, second, both, either } = comparison
  const { first: a, second: b, width, height } = circlesOf({ first: first.count, second: second.count, both })
  const middle = height / 2 + MARGIN
  return (
    <div class="circles">
      <svg
        role="img"
        aria-label={partsAsText(comparison)}
        viewBox={`0 0 ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
      >
        <circle class="circle-first" cx={a.x + MARGIN} cy={middle} r={a.r} />
        <circle class="circle-second" cx={b.x + MARGIN} cy={middle} r={b.r} />
      </svg>
      <PartsList
        comparison={comparison}
        swatch={(key) => (
          <>
            {key === 'second' ? null : <rect class="circle-first" width="10" height="10" />}
            {key === 'first' ? null : <rect class="circle-second" width="10" height="10" />}
          </>
        )}
      />
      <p>{sameWords(comparison)}</p>
      <p>
        {share(both, first.count)} of {first.name} are in {second.name}; {share(both, second.count)} of{' '}
        {second.name} are in {first.name}. <span class="muted">{people(either)} in either.</span>
      </p>
    </div>
  )
}

/** Are these the same people? */
function sameWords({ first, second, both }: GroupComparison): string {
  if (first.count === 0 || second.count === 0) {
    const empty = [first, second].filter(({ count }) => count === 0).map(({ name }) => `“${name}”`)
    return `Nobody is in ${empty.join(' or ')}.`
  }
  if (both === 0) return 'Nobody is in both: they are different people.'
  if (first.only === 0 && second.only === 0) return 'They hold exactly the same people.'
  if (first.only === 0) return `Everybody in ${first.name} is in ${second.name} too.`
  if (second.only === 0) return `Everybody in ${second.name} is in ${first.name} too.`
  return 'They share some of their people.'
}
