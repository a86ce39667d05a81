import { people, share } from '../api/format.ts'

const SCORES = [1, 2, 3, 4, 5] as const

interface Props {
  /** How many members each of the 125 patterns holds: 25(r−1) + 5(f−1) + (m−1). */
  readonly patterns: readonly number[]
}

/** Members by recency and frequency, darker where there are more of them; the spend score is within each cell. */
export function HeatGrid({ patterns }: Props) {
  const scored = patterns.reduce((sum, members) => sum + members, 0)
  if (scored === 0) return <p class="muted">None of them has ordered, so there are no scores.</p>
  const cell = (r: number, f: number) =>
    SCORES.reduce((sum, m) => sum + (patterns[25 * (r - 1) + 5 * (f - 1) + (m - 1)] ?? 0), 0)
  const most = Math.max(...SCORES.flatMap((r) => SCORES.map((f) => cell(r, f))))
  return (
    <table class="heat">
      <caption class="muted">
        Share of members by how recently and how often they ordered. 1 is the best fifth of all customers with
        an order, 5 the last.
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">Recency</span>
          </th>
          {SCORES.map((f) => (
            <th key={f} scope="col">
              {f === 1 ? 'Often 1' : f === 5 ? 'Seldom 5' : f}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCORES.map((r) => (
          <tr key={r}>
            <th scope="row">{r === 1 ? 'Recent 1' : r === 5 ? 'Long ago 5' : r}</th>
            {SCORES.map((f) => {
              const members = cell(r, f)
              return (
                <td
                  key={f}
                  class={`heat-${members === 0 ? 0 : Math.max(1, Math.ceil((5 * members) / most))}`}
                  title={`Recency ${r}, frequency ${f}: ${people(members)}`}
                >
                  {members === 0 ? <span class="hidden">none</span> : share(members, scored)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The spend score by itself: how many members stand in each fifth. */
export function SpendBars({ patterns }: Props) {
  const scored = patterns.reduce((sum, members) => sum + members, 0)
  if (scored === 0) return null
  const of = (m: number) => patterns.reduce((sum, members, at) => sum + (at % 5 === m - 1 ? members : 0), 0)
  return (
    <ol class="funnel spread" aria-label="Members by spend score">
      {SCORES.map((m) => (
        <li key={m}>
          <span class="range">{m === 1 ? 'Spend 1 (most)' : m === 5 ? 'Spend 5 (least)' : `Spend ${m}`}</span>
          <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
            <rect class="bar-all" width="100" height="6" />
            <rect
              class="bar-left"
              width={of(m) === 0 ? 0 : Math.max(0.8, (100 * of(m)) / scored)}
              height="6"
            />
          </svg>
          <span class="figure">{share(of(m), scored)}</span>
        </li>
      ))}
    </ol>
  )
}
