import { useEffect, useState } from 'preact/hooks'
import type { ExportView } from '#http/api.ts'
import { getJson } from '../api/client.ts'
import { number } from '../api/format.ts'

/** Milliseconds between looks at an export that is being written. */
const EVERY = 1000

/** The files of a confirmed export, as soon as they are written, and whom they leave out. */
export function ExportFiles({ id }: { id: string }) {
  const shown = useExport(id)
  if (shown === undefined) return null
  const { state, reason, progress, written } = shown
  if (written === null) {
    return (
      <p role="status">
        {state !== 'waiting'
          ? reason
          : progress === null || progress.total === 0
            ? 'The file is being written …'
            : `${number(progress.done)} of ${number(progress.total)} rows are written …`}
      </p>
    )
  }
  const files = [
    ...written.files.map(({ name, rows }) => ({ name, says: `${number(rows)} rows` })),
    ...(written.leftOut.length === 0 ? [] : [{ name: 'left-out.csv', says: 'who is in no file, and why' }]),
    { name: 'manifest.json', says: 'whose word it was, and how to check the files' },
  ]
  return (
    <ul aria-label="Files">
      {files.map(({ name, says }) => (
        <li key={name}>
          <a href={`/api/exports/${id}/file?name=${encodeURIComponent(name)}`}>{name}</a> ({says})
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
function useExport(id: string): ExportView | undefined {
  const [shown, setShown] = useState<ExportView>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const look = async () => {
      const found = await getJson<ExportView>(`/api/exports/${id}`)
      if (left) return
      setShown(found)
      if (found.state === 'waiting') timer = setTimeout(() => void look().catch(() => {}), EVERY)
    }
    look().catch(() => {})
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [id])
  return shown
}
