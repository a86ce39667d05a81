import type { Distribution } from '#http/api.ts'
import { dateTime, number, people, share } from '../api/format.ts'
import { numberIn, rangeIn } from '../api/units.ts'
import { Facts } from './facts.tsx'

/** A bar is this wide and a gap this, in units of the drawing. */
const BAR = 9
const GAP = 1
const HEIGHT = 24

/** The bars alone, small enough for a row of a list. */
export function Sparkbars({ distribution }: { distribution: Distribution }) {
  const { spread, total, known } = distribution
  if (spread === null)
    return (
      <svg
        class="bar"
        role="img"
        aria-label={`${share(known, total)} of ${people(total)}`}
        preserveAspectRatio="none"
        viewBox="0 0 100 6"
      >
        <rect class="bar-all" width="100" height="6" />
        <rect class="bar-left" width={total === 0 ? 0 : (100 * known) / total} height="6" />
      </svg>
    )
  const most = Math.max(1, ...spread.bins.map(({ customers }) => customers))
  return (
    <svg
      class="bars"
      role="img"
      aria-label={spoken(distribution)}
      preserveAspectRatio="none"
      viewBox={`0 0 ${spread.bins.length * (BAR + GAP) - GAP} ${HEIGHT}`}
    >
      {spread.bins.map(({ from, customers }, i) => {
        const height = customers === 0 ? 0.5 : Math.max(1.5, (HEIGHT * customers) / most)
        return (
          <rect
            key={from}
            class={customers === 0 ? 'bar-all' : 'bar-left'}
            x={i * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
          />
        )
      })}
    </svg>
  )
}

/** How a number spreads, or how many have a status: a bar for each range, with its count. */
export function Histogram({ distribution }: { distribution: Distribution }) {
  const { spread, total, known, unit, currency, asOf } = distribution
  const shown = (value: number) => numberIn(value, unit, currency)
  return (
    <section class="histogram" aria-label="How it spreads">
      {spread === null ? (
        <p>
          {unit === null ? (
            <>
              <strong>{people(known)}</strong> {known === 1 ? 'has' : 'have'} it, {share(known, total)} of{' '}
              {number(total)}.
            </>
          ) : (
            'Nobody has a value yet.'
          )}
        </p>
      ) : (
        <Facts
          facts={[
            ['Lowest', shown(spread.least)],
            ['Half have up to', shown(spread.median)],
            ['On average', shown(spread.mean)],
            ['Highest', shown(spread.most)],
          ]}
        />
      )}
      {spread === null ? <Sparkbars distribution={distribution} /> : <Bars distribution={distribution} />}
      <p class="muted">
        {unit === null || known === total
          ? ''
          : `Known of ${people(known)}; ${number(total - known)} have no value. `}
        As of {dateTime(asOf)}.
      </p>
    </section>
  )
}

function Bars({ distribution: { spread, known, unit, currency } }: { distribution: Distribution }) {
  const bins = spread?.bins ?? []
  const most = Math.max(1, ...bins.map(({ customers }) => customers))
  return (
    <ol class="funnel spread" aria-label="Customers by value">
      {bins.map((bin, i) => (
        <li key={bin.from}>
          <span class="range">{rangeIn(bin, unit, currency, i === bins.length - 1)}</span>
          <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
            <rect class="bar-all" width="100" height="6" />
            <rect
              class="bar-left"
              width={bin.customers === 0 ? 0 : Math.max(0.8, (100 * bin.customers) / most)}
              height="6"
            />
          </svg>
          <span class="figure">
            {number(bin.customers)} <span class="muted">{share(bin.customers, known)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function spoken({ spread, unit, currency, known }: Distribution): string {
  if (spread === null) return 'Nobody has a value'
  const shown = (value: number) => numberIn(value, unit, currency)
  return `From ${shown(spread.least)} to ${shown(spread.most)}, half up to ${shown(spread.median)}, of ${people(known)}`
}
