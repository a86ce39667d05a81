import { useState } from 'preact/hooks'
import type { ImportPlan, WorkspaceView } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { ImportPanel } from './import-panel.tsx'
import { PlannedFile } from './planned-file.tsx'
import { useImport, type Wishes } from './use-import.ts'

/** Files to import: sent, planned, changed, imported. Nothing is written before “Import”. */
export function ImportFiles() {
  const workspace = useLoad<WorkspaceView>('/api/workspace')
  const demo = workspace.data?.demo === true
  const [replace, setReplace] = useState(false)
  const { plan, job, running, busy, failure, ...importing } = useImport()
  const closed = busy !== '' || running

  return (
    <>
      <label
        class="card drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          if (!closed) importing.add([...(event.dataTransfer?.files ?? [])])
        }}
      >
        <strong>Drop files here, or choose them</strong>
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
          CSV, gzipped or not, up to 1 GB each. They are deleted once they are imported.
        </span>
      </label>
      {busy === '' ? null : (
        <p class="muted" role="status">
          {busy}
        </p>
      )}
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
      {plan?.problems.map(({ severity, message, next }) => (
        <p key={message} class={severity === 'error' ? 'warning' : 'muted'} role="note">
          {message} {next}
        </p>
      ))}
      {plan === undefined ? null : (
        <>
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

/** Both can be said until the first money is imported. */
function Money({
  plan: { currency, timezone },
  wishes,
  disabled,
  onWish,
}: {
  plan: ImportPlan
  wishes: Wishes
  disabled: boolean
  onWish: (wishes: Wishes) => void
}) {
  if (currency.settled) {
    return (
      <p class="muted">
        Amounts are read in {currency.code}, times in {timezone}.
      </p>
    )
  }
  return (
    <p class="money">
      <label>
        Amounts are read in{' '}
        <input
          value={currency.code}
          size={4}
          maxLength={3}
          disabled={disabled}
          onChange={(event) => onWish({ ...wishes, currency: event.currentTarget.value })}
        />
      </label>{' '}
      <label>
        times in{' '}
        <input
          value={timezone}
          size={20}
          disabled={disabled}
          onChange={(event) => onWish({ ...wishes, timezone: event.currentTarget.value })}
        />
      </label>{' '}
      <span class="muted">The first import with amounts settles both for good.</span>
    </p>
  )
}
