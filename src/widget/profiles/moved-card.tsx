import { useState } from 'preact/hooks'
import type { Moved } from '#http/api.ts'
import { ago, members, number } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { recordPath } from './words.ts'

/** Days back, in the choice above the card. */
const STRETCHES = [
  ['', 'yesterday'],
  ['7', '7 days ago'],
  ['30', '30 days ago'],
] as const

const dateBack = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** What changed by itself: signals that came, scores that moved, audiences entered and left. */
export function MovedCard() {
  const [days, setDays] = useState('')
  const { data, error } = useLoad<Moved>(`/api/moved${days === '' ? '' : `?since=${dateBack(Number(days))}`}`)
  return (
    <section class="card wide" aria-labelledby="moved-title">
      <h2 id="moved-title">What changed</h2>
      <label>
        Since{' '}
        <select value={days} onChange={(event) => setDays(event.currentTarget.value)}>
          {STRETCHES.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {error !== undefined ? (
        <ProblemCard title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          <Signals signals={data.signals} />
          <Scores scores={data.scores} />
          <Audiences audiences={data.audiences} />
        </>
      )}
    </section>
  )
}

function Signals({ signals: { total, about, more, waiting } }: Pick<Moved, 'signals'>) {
  return (
    <>
      <h3>{total === 0 ? 'No new signals' : `New signals: ${number(total)}`}</h3>
      <ul>
        {about.map(({ count, latest, ...who }) => (
          <li key={`${who.entity} ${who.id}`}>
            <Who {...who} />: {latest.map(signalWords).join(', ')}
            {count > latest.length ? ` and ${number(count - latest.length)} more` : ''}
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="muted">And {number(more)} about others.</p> : null}
      {waiting > 0 ? (
        <p class="muted">
          {number(waiting)} {waiting === 1 ? 'signal waits' : 'signals wait'} for companies or people who are
          not known yet.
        </p>
      ) : null}
    </>
  )
}

const signalWords = ({ type, topic, at }: Moved['signals']['about'][number]['latest'][number]): string =>
  `${type}${topic === null ? '' : ` about “${topic}”`} ${ago(at)}`

function Scores({ scores: { changes, moves, more } }: Pick<Moved, 'scores'>) {
  return (
    <>
      <h3>{changes.length === 0 ? 'No scores moved' : 'Scores that moved'}</h3>
      {changes.map(({ entity, cause, changed }) => (
        <p class="muted" key={`${entity} ${cause}`} dir="auto">
          {members(changed, entity)}: {cause}
        </p>
      ))}
      {moves.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">Because of</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move, at) => (
              <tr key={`${at} ${move.entity} ${move.id}`}>
                <td>
                  <Who {...move} />
                </td>
                <td dir="auto">{placeWords(move.before)}</td>
                <td dir="auto">{placeWords(move.after)}</td>
                <td dir="auto">{move.cause}</td>
                <td>{ago(move.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && moves.length > 0 ? <p class="muted">And {number(more)} more.</p> : null}
    </>
  )
}

function placeWords(place: Moved['scores']['moves'][number]['before']): string {
  if (place === null) return 'No ICP fit'
  const { icp, icpScore, persona, personaScore } = place
  return `${icp} ${icpScore}${persona === null ? '' : `, ${persona} ${personaScore ?? ''}`}`
}

function Audiences({ audiences }: Pick<Moved, 'audiences'>) {
  return (
    <>
      <h3>{audiences.length === 0 ? 'Nobody entered or left an audience' : 'Audiences'}</h3>
      <ul>
        {audiences.map(({ audienceId, name, entity, entered, left, members: size, cause, at }, nth) => (
          <li key={`${nth} ${audienceId}`}>
            <a href={`/audiences/${encodeURIComponent(audienceId)}`} dir="auto">
              {name}
            </a>
            : {number(entered)} entered, {number(left)} left, {members(size, entity)} now ({cause}, {ago(at)})
          </li>
        ))}
      </ul>
    </>
  )
}

const Who = ({ entity, id, name }: Pick<Moved['scores']['moves'][number], 'entity' | 'id' | 'name'>) => (
  <a href={recordPath(entity, id)} dir="auto">
    {name === '' ? id : name}
  </a>
)
