import type { Joins, Session, ShownJoin, SourceList } from '#http/api.ts'
import { useState } from 'preact/hooks'
import { ago, dateTime, number } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { DraftCard } from '../proposals/draft-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { ImportFiles } from './import-files.tsx'
import '../styles/data.css'

/** Where the data comes from: files to import, sources, and who was joined of several of them. */
export function DataPage() {
  useTitle('Data')
  const { data: session } = useLoad<Session>('/api/session')
  const sources = useLoad<SourceList>('/api/sources')
  const mayImport = session !== undefined && session.user.role !== 'viewer'
  return (
    <div class="page data">
      <h1>Data</h1>
      <p class="muted">
        Drop the exports of your shop, mail tool or CRM. You see how each file would be read before anything
        is written. Editors and approvers may import.
      </p>
      {mayImport ? <ImportFiles /> : null}
      <h2>Sources</h2>
      {sources.error === undefined ? null : (
        <ProblemCard title={sources.error.message} next={sources.error.detail.next} />
      )}
      {sources.data === undefined ? <Loading /> : <Sources {...sources.data} />}
      <h2>The same person from two sources</h2>
      <JoinList mayDraft={mayImport} />
    </div>
  )
}

function Sources({ sources }: SourceList) {
  if (sources.length === 0) return <p>Nothing came yet.</p>
  return (
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Brought</th>
          <th scope="col">Last arrival</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ id, name, source, brought, lastArrival, overdue, says }) => (
          <tr key={id}>
            <td>
              <strong dir="auto">{name}</strong> <span class="kind">{source}</span>
              <div class={overdue ? 'warning' : 'muted'}>{says}</div>
            </td>
            <td>{brought.flatMap(({ rows, words }) => (rows === 0 ? [] : words)).join(', ')}</td>
            <td title={lastArrival === null ? undefined : dateTime(lastArrival)}>
              {lastArrival === null ? 'never' : ago(lastArrival)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function JoinList({ mayDraft }: { mayDraft: boolean }) {
  const { data, error, reload } = useLoad<Joins>('/api/joins')
  const [separating, separate] = useState<number>()
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading />
  const said = ({ of, with: other, because }: ShownJoin) =>
    `${of.source} ${of.id} is also ${other.source} ${other.id}, because ${because}`
  return (
    <>
      <p class="muted">
        {data.says} {data.joined === 0 ? 'Nobody is joined.' : `${number(data.joined)} are joined.`}
      </p>
      <ul class="joins">
        {data.latest.map((join) => (
          <li key={join.id}>
            <span dir="auto">{said(join)}</span>{' '}
            <span class="muted">
              {join.separatedAt === null
                ? `since ${dateTime(join.at)}`
                : `separated ${dateTime(join.separatedAt)}`}
            </span>{' '}
            {join.separatedAt === null && mayDraft ? (
              <button
                type="button"
                class="quiet"
                aria-label={`Separate ${join.of.source} ${join.of.id}`}
                onClick={() => separate(join.id)}
              >
                Separate
              </button>
            ) : null}
            {separating === join.id ? (
              <DraftCard
                change={{ kind: 'separate_customers', joinId: join.id }}
                onDecided={() => {
                  separate(undefined)
                  reload()
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
