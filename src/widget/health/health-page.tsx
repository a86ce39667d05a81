import type { HealthFinding, HealthReport } from '#http/api.ts'
import { dateTime, number } from '../api/format.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { routeOf } from '../shell/route.ts'
import { useHealth } from './use-health.ts'
import '../styles/health.css'

/** How good the data is: a score, what takes points off it, and what to do about each. */
export function HealthPage() {
  useTitle('Data health')
  const { done, health, error, stop } = useHealth()
  return (
    <div class="page">
      <h1>Data health</h1>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.next} />}
      {health !== undefined ? (
        <Report health={health} />
      ) : error === undefined ? (
        <div class="health-progress">
          <Loading>Looking at the data: {Math.round(100 * done)} %</Loading>
          <progress value={done} max={1} aria-label="How far the look at the data is" />
          <button type="button" onClick={stop}>
            Stop
          </button>
        </div>
      ) : null}
    </div>
  )
}

function Report({ health }: { health: HealthReport }) {
  const { score, explained, findings, notLookedAt, customers, asOf } = health
  const wrong = findings.filter(({ lost }) => lost > 0)
  const fine = findings.filter(({ lost }) => lost === 0)
  return (
    <>
      <section class="card health-score" aria-label="Score">
        <p class="health-number">
          <strong>{score ?? '–'}</strong> of 100
        </p>
        <p>{explained}</p>
        <p class="muted">
          Each finding can take off as many points as it weighs, in proportion to how much is wrong.{' '}
          {number(customers)} customers, as of {dateTime(asOf)}.
        </p>
      </section>
      {wrong.length === 0 ? null : <h2>What takes points off</h2>}
      <ul class="health" aria-label="Findings">
        {wrong.map((finding) => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </ul>
      {fine.length === 0 ? null : (
        <section>
          <h2>As it should be</h2>
          <ul class="health-fine">
            {fine.map(({ id, title, says, weight }) => (
              <li key={id}>
                <strong>{title}</strong>: {says} <span class="muted">0 of {weight} points lost.</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notLookedAt.length === 0 ? null : (
        <p class="muted">Nothing to look at, so it counts neither way: {notLookedAt.join(', ')}.</p>
      )}
    </>
  )
}

function Finding({ finding }: { finding: HealthFinding }) {
  const { title, says, parts, examples, costs, next, lost, weight, why } = finding
  return (
    <li class="card">
      <h3>
        {title}{' '}
        <span class="muted">
          −{lost} of {weight}
        </span>
      </h3>
      <p>{says}</p>
      {parts.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" class="number">
                How many
              </th>
              <th scope="col" class="number">
                Of
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ label, affected, of }) => (
              <tr key={label}>
                <td dir="auto">{label}</td>
                <td class="number">{number(affected)}</td>
                <td class="number">{number(of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {examples.length === 0 ? null : (
        <details>
          <summary>Examples</summary>
          <ul>
            {examples.map((example) => (
              <li key={example} dir="auto">
                {example}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="muted">{costs}</p>
      <p>{routeOf(next.href).page === 'missing' ? next.words : <a href={next.href}>{next.words}</a>}</p>
      <p class="muted">{why}.</p>
    </li>
  )
}
