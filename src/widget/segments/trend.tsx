import type { SegmentRow } from '#http/api.ts'
import { number, people, signed } from '../api/format.ts'

type Trend = NonNullable<SegmentRow['trend']>

const WIDTH = 72
const HEIGHT = 22

/** How a segment grew or shrank: a line over its last counts, and what the last one changed. */
export function TrendCell({ trend: { sizes, entered, left } }: { trend: Trend }) {
  const last = sizes.at(-1)?.members ?? 0
  const before = sizes.at(-2)?.members
  if (before === undefined) return <span class="muted">First count</span>
  const moved = last - before
  return (
    <span class="trend">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={`Over the last ${sizes.length} counts from ${number(sizes[0]?.members ?? 0)} to ${people(last)}`}
      >
        <polyline class="line" points={pointsOf(sizes.map(({ members }) => members))} />
      </svg>
      <span
        class={moved > 0 ? 'up' : moved < 0 ? 'down' : 'muted'}
        title={`${number(entered)} entered, ${number(left)} left at the last count`}
      >
        {moved === 0 ? (entered === 0 ? 'no change' : `±${number(entered)}`) : signed(moved)}
      </span>
    </span>
  )
}

function pointsOf(values: readonly number[]): string {
  const least = Math.min(...values)
  const span = Math.max(...values) - least || 1
  const step = (WIDTH - 4) / Math.max(1, values.length - 1)
  const flat = values.every((value) => value === least)
  return values
    .map((value, i) => {
      const y = flat ? HEIGHT / 2 : HEIGHT - 3 - ((HEIGHT - 6) * (value - least)) / span
      return `${(2 + i * step).toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
}
