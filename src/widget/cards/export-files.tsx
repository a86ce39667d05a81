import { useEffect, useState } from 'preact/hooks'
import type { ExportView } from '#http/api.ts'
import { getJson, RequestError, sendJson } from '../api/client.ts'
import { number } from '../api/format.ts'
import { ProblemCard } from './problem-card.tsx'

/** Milliseconds between looks at an export that is being written. */
const EVERY = 1000

/** The files of a confirmed export, as soon as they are written, and whom they leave out. */
export function ExportFiles({ id }: { id: string }) {
  const { shown, failure, ask } = useExport(id)
  if (failure !== undefined) return <ProblemCard title={failure.message} next={failure.detail.next} />
  if (shown === undefined) return null
  const { written, subject } = shown
  return (
    <>
      {subject.kind === 'audience' ? (
        <p>
          The audience: <a href={`/audiences/${subject.id}`}>{subject.name}</a>
        </p>
      ) : null}
      {written === null ? <Unwritten shown={shown} ask={ask} /> : <Written id={id} written={written} />}
    </>
  )
}

function Unwritten({ shown, ask }: { shown: ExportView; ask(what: 'cancel' | 'restart'): void }) {
  const { state, reason, progress } = shown
  if (state !== 'waiting') {
    return (
      <div class="actions">
        <span role="status">{reason}</span>
        <button type="button" onClick={() => ask('restart')}>
          Write it after all
        </button>
      </div>
    )
  }
  const begun = progress !== null && progress.total > 0
  return (
    <div class="actions">
      <progress aria-label="Rows written" {...(begun && { value: progress.done, max: progress.total })} />
      <span role="status">
        {begun
          ? `${number(progress.done)} of ${number(progress.total)} rows are written …`
          : 'The file is being written …'}
      </span>
      <button type="button" onClick={() => ask('cancel')}>
        Cancel
      </button>
      <span class="muted">It goes on if you leave this page.</span>
    </div>
  )
}

function Written({ id, written }: { id: string; written: NonNullable<ExportView['written']> }) {
  const files = [
    ...written.files.map(({ name, rows }) => ({ name, says: `${number(rows)} rows` })),
    ...(written.leftOut.length === 0 ? [] : [{ name: 'left-out.csv', says: 'who is in no file, and why' }]),
    { name: 'manifest.json', says: 'whose word it was, and how to check the files' },
  ]
  return (
    <ul aria-label="Files">
      {files.map(({ name, says }) => (
        <li key={name}>
          <a href={`/api/exports/${id}/file?name=${encodeURIComponent(name)}`} download={name}>
            {name}
          </a>{' '}
          ({says})
        </li>
      ))}
      {written.leftOut.map(({ why, customers }) => (
        <li key={why}>
          Left out: {number(customers)}, for {why}
        </li>
      ))}
      {written.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** Looks again for as long as it waits to be written. */
function useExport(id: string) {
  const [shown, setShown] = useState<ExportView>()
  const [failure, setFailure] = useState<RequestError>()
  const path = `/api/exports/${id}`
  const take = (asked: Promise<ExportView>) =>
    asked.then(
      (view) => {
        setShown(view)
        setFailure(undefined)
      },
      (error: unknown) => {
        if (error instanceof RequestError) setFailure(error)
      },
    )
  useEffect(() => {
    const look = () => void take(getJson(path))
    look()
    addEventListener('muster:back', look)
    return () => removeEventListener('muster:back', look)
  }, [path])
  // Each answer is a new one, so that the next look follows it.
  useEffect(() => {
    if (shown?.state !== 'waiting') return
    const timer = setTimeout(() => void take(getJson(path)), EVERY)
    return () => clearTimeout(timer)
  }, [shown])
  return {
    shown,
    failure,
    ask: (what: 'cancel' | 'restart') => void take(sendJson('POST', `${path}/${what}`)),
  }
}
