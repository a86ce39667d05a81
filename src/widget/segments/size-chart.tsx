import type { SegmentCount } from '#http/api.ts'
import { dateTime, number, people } from '../api/format.ts'

const WIDTH = 640
const HEIGHT = 140
const LEFT = 8
const EDGE = 6

/** The size of a segment over time: a step at each count, on a scale that begins at nobody. One count is no line. */
export function SizeChart({ counts }: { counts: readonly SegmentCount[] }) {
  const [first] = counts
  const last = counts.at(-1)
  if (first === undefined || last === undefined || counts.length < 2) return null
  const times = counts.map(({ at }) => Date.parse(at))
  const [begin, end] = [times[0] ?? 0, times.at(-1) ?? 0]
  const most = Math.max(1, ...counts.map(({ members }) => members))
  const x = (time: number) =>
    end === begin ? WIDTH / 2 : LEFT + ((WIDTH - 2 * LEFT) * (time - begin)) / (end - begin)
  const y = (members: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * members) / most
  const dots = counts.map((count, i) => ({ count, x: x(times[i] ?? 0), y: y(count.members) }))
  const line = dots
    .map((dot, i) => (i === 0 ? `M${dot.x},${dot.y}` : `H${dot.x.toFixed(1)}V${dot.y.toFixed(1)}`))
    .join('')
  return (
    <figure class="size-chart">
      <figcaption>{people(most)} at most</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`From ${people(first.members)} on ${dateTime(first.at)} to ${people(last.members)} on ${dateTime(last.at)}, at most ${number(most)}. The table below has each count.`}
      >
        <line class="axis" x1={LEFT} x2={WIDTH - LEFT} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
        <line class="grid" x1={LEFT} x2={WIDTH - LEFT} y1={EDGE} y2={EDGE} />
        <path class="line" d={line} />
        {dots.map((dot) => (
          // A line of no length with round ends is a dot, however the drawing is stretched.
          <path
            key={dot.count.at + dot.count.cause}
            class="dot"
            d={`M${dot.x.toFixed(1)},${dot.y.toFixed(1)}h0`}
          >
            <title>{`${dateTime(dot.count.at)}: ${people(dot.count.members)}`}</title>
          </path>
        ))}
      </svg>
      <p class="muted">
        <span>{day(first.at)}</span>
        <span>{day(last.at)}</span>
      </p>
    </figure>
  )
}

const day = (iso: string): string => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'medium' })
