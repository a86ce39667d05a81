import type { DriftLine, PersonaDrift } from '#http/api.ts'
import { ago } from '../api/format.ts'

/** How a persona has changed since it was saved, figure by figure. */
export const DriftCard = ({ drift }: { readonly drift: PersonaDrift }) => (
  <section class="card" aria-labelledby="drift-title">
    <h2 id="drift-title">Since it was saved</h2>
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{ago(drift.since)}</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {drift.lines.map(({ what, before, now, moved }) => (
          <tr key={what}>
            <th scope="row" dir="auto">
              {what}
            </th>
            <td>{before}</td>
            <td>
              {now} {moved === 'same' ? null : <span class="muted">{MOVED[moved]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="muted asof">Measured {ago(drift.asOf)}.</p>
  </section>
)

const MOVED = {
  more: '↑ more',
  less: '↓ less',
  unknown: '? not comparable',
} as const satisfies Record<Exclude<DriftLine['moved'], 'same'>, string>
