import type { ShownStanding } from '#http/api.ts'
import { number, share } from '../api/format.ts'
import { stepWords } from './words.ts'

/** A bar is this wide and a gap this, in units of the drawing. */
const BAR = 9
const GAP = 1
const HEIGHT = 24

/** How scores spread from 0 to 100: small enough for a row of the tree, whose words say the rest. */
export function ScoreBars({ histogram }: Pick<ShownStanding, 'histogram'>) {
  const most = Math.max(1, ...histogram)
  return (
    <svg
      class="bars"
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox={`0 0 ${histogram.length * (BAR + GAP) - GAP} ${HEIGHT}`}
    >
      {histogram.map((records, step) => {
        const height = records === 0 ? 0.5 : Math.max(1.5, (HEIGHT * records) / most)
        return (
          <rect
            key={stepWords(step)}
            class={records === 0 ? 'bar-all' : 'bar-left'}
            x={step * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
          />
        )
      })}
    </svg>
  )
}

/** The same with a row for each step, the highest scores first. */
export function ScoreSpread({ records: all, histogram }: ShownStanding) {
  const most = Math.max(1, ...histogram)
  const steps = histogram.map((records, step) => ({ records, step })).toReversed()
  return (
    <ol class="funnel spread" aria-label="How many have which score">
      {steps.map(({ records, step }) => (
        <li key={step}>
          <span class="range">{stepWords(step)}</span>
          <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
            <rect class="bar-all" width="100" height="6" />
            <rect
              class="bar-left"
              width={records === 0 ? 0 : Math.max(0.8, (100 * records) / most)}
              height="6"
            />
          </svg>
          <span class="figure">
            {number(records)} <span class="muted">{share(records, all)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** `half score 60 or more`, for those who can't see the bars. */
export function spreadWords({ records, histogram }: ShownStanding): string {
  if (records === 0) return 'nobody'
  let above = 0
  for (let step = histogram.length - 1; step >= 0; step--) {
    above += histogram[step] ?? 0
    if (2 * above >= records) return `half score ${step * 10} or more`
  }
  return ''
}
