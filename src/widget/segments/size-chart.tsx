import type { SegmentCount } from '#http/api.ts'
import { dateTime, number, people } from '../api/format.ts'

const WIDTH = 640
const HEIGHT = 180
const LEFT = 8
const TOP = 22
const BOTTOM = 24

/** The size of a segment over time: a step at each count, on a scale that begins at nobody. */
export function SizeChart({ counts }: { counts: readonly SegmentCount[] }) {
  const [first] = counts
  const last = counts.at(-1)
  if (first === undefined || last === undefined) return null
  const times = counts.map(({ at }) => Date.parse(at))
  const [begin, end] = [times[0] ?? 0, times.at(-1) ?? 0]
  const most = Math.max(1, ...counts.map(({ members }) => members))
  const x = (time: number) =>
    end === begin ? WIDTH / 2 : LEFT + ((WIDTH - 2 * LEFT) * (time - begin)) / (end - begin)
  const y = (members: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * members) / most
  const dots = counts.map((count, i) => ({ count, x: x(times[i] ?? 0), y: y(count.members) }))
  const line = dots
    .map((dot, i) => (i === 0 ? `M${dot.x},${dot.y}` : `H${dot.x.toFixed(1)}V${dot.y.toFixed(1)}`))
    .join('')
  return (
    <svg
      class="size-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`From ${people(first.members)} on ${dateTime(first.at)} to ${people(last.members)} on ${dateTime(last.at)}, at most ${number(most)}. The table below has each count.`}
    >
      <line class="axis" x1={LEFT} x2={WIDTH - LEFT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <line class="grid" x1={LEFT} x2={WIDTH - LEFT} y1={TOP} y2={TOP} />
      <text x={LEFT} y={TOP - 7}>
        {number(most)}
      </text>
      <text x={LEFT} y={HEIGHT - 6}>
        {day(first.at)}
      </text>
      {end === begin ? null : (
        <text x={WIDTH - LEFT} y={HEIGHT - 6} text-anchor="end">
          {day(last.at)}
        </text>
      )}
      {dots.length < 2 ? null : <path class="line" d={line} />}
      {dots.map((dot) => (
        <circle key={dot.count.at + dot.count.cause} class="dot" cx={dot.x} cy={dot.y} r="3.5">
          <title>{`${dateTime(dot.count.at)}: ${people(dot.count.members)}`}</title>
        </circle>
      ))}
    </svg>
  )
}

const day = (iso: string): string => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'medium' })
