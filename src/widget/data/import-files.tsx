import { useState } from 'preact/hooks'
import type { ImportPlan, WorkspaceView } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { IdSource, Money } from './import-settings.tsx'
import { ImportPanel } from './import-panel.tsx'
import { PlanNote } from './plan-note.tsx'
import { PlannedFile } from './planned-file.tsx'
import { useDropped } from './use-dropped.ts'
import { useImport } from './use-import.ts'

/** Files to import: sent, planned, changed, imported. Nothing is written before “Import”. */
export function ImportFiles() {
  const workspace = useLoad<WorkspaceView>('/api/workspace')
  const demo = workspace.data?.demo === true
  const [replace, setReplace] = useState(false)
  const { plan, job, running, busy, failure, ...importing } = useImport()
  const closed = busy !== '' || running
  const [folders, setFolders] = useState<readonly string[]>([])
  const isOver = useDropped((dropped) => {
    if (closed) return
    setFolders(dropped.folders)
    if (dropped.files.length > 0) importing.add(dropped.files)
  })

  return (
    <>
      <label class={isOver && !closed ? 'card drop over' : 'card drop'}>
        <strong>{isOver && !closed ? 'Let go to look at them' : 'Drop files here, or choose them'}</strong>
        <input
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.gz"
          disabled={closed}
          onChange={({ currentTarget }) => {
            importing.add([...(currentTarget.files ?? [])])
            // The same file, corrected, can be chosen again.
            currentTarget.value = ''
          }}
        />
        <span class="muted">
          CSV or text with tabs between the cells, gzipped or not, up to 1 GB each. They are deleted once they
          are imported.
        </span>
      </label>
      {busy === '' ? null : (
        <p class="muted" role="status">
          {busy}
        </p>
      )}
      {folders.map((name) => (
        <p key={name} class="warning" role="alert">
          “{name}” is a folder: open it, and drop the files in it.
        </p>
      ))}
      {failure === undefined ? null : <ProblemCard title={failure.message} next={failure.detail.next} />}
      {plan?.files.map((file) => (
        <PlannedFile
          key={file.path}
          file={file}
          disabled={closed}
          onRemove={() => importing.leaveOut(file.path)}
          onFormat={(format) => importing.choose(file.path, ({ path }) => ({ path, format, columns: [] }))}
          onColumn={(column) =>
            importing.choose(file.path, (before) => ({
              ...before,
              columns: [...before.columns.filter(({ at }) => at !== column.at), column],
            }))
          }
        />
      ))}
      {plan?.problems.map((note) => (
        <PlanNote key={note.message} note={note} />
      ))}
      {plan === undefined ? null : (
        <>
          <IdSource
            wishes={importing.wishes}
            asked={plan.files.some(({ problems }) => problems.some(({ asks }) => asks === 'source'))}
            disabled={closed}
            onWish={importing.wish}
          />
          <Money plan={plan} wishes={importing.wishes} disabled={closed} onWish={importing.wish} />
          <div class="actions">
            {demo ? (
              <label>
                <input
                  type="checkbox"
                  checked={replace}
                  disabled={closed}
                  onChange={() => setReplace(!replace)}
                />{' '}
                Delete the demo company’s data first
              </label>
            ) : null}
            <button
              type="button"
              class="primary"
              disabled={!plan.ready || closed || (demo && !replace)}
              onClick={() => importing.start(demo && replace)}
            >
              Import
            </button>
            <span class="muted">{standsInTheWay(plan, demo && !replace)}</span>
          </div>
        </>
      )}
      {job === undefined ? null : <ImportPanel job={job} onStop={importing.stop} />}
    </>
  )
}

function standsInTheWay({ ready }: ImportPlan, demoStays: boolean): string {
  if (!ready) return 'Mend what is marked above, then import.'
  if (demoStays) return 'Real data never mixes with the demo company’s.'
  return 'Nothing is written before this.'
}
