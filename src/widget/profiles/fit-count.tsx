import type { ProfileCount } from '#http/api.ts'
import { members, number, share } from '../api/format.ts'
import type { Problem } from '../editor/editing.ts'
import type { Named } from './name-fields.tsx'
import { useCode } from './use-code.ts'

interface Props {
  readonly counted: ProfileCount | undefined
  readonly problem: Problem | undefined
  readonly busy: boolean
  /** Nothing is asked yet. */
  readonly nothing: boolean
  readonly named: Named
  readonly icp: string | undefined
  readonly isNew: boolean
  onPropose(code: string): void
}

/** Whom it fits as it is, and the way to propose it. */
export function FitCount({ counted, problem, busy, nothing, named, icp, isNew, onPropose }: Props) {
  const free = useCode({ name: named.name, ...(icp === undefined ? {} : { icp }) })
  const code = named.code ?? free.code
  const ready = counted !== undefined && named.name.trim() !== '' && code !== undefined
  return (
    <section class="card editor-count" aria-label="Count" aria-busy={busy}>
      <div role="status">
        {counted === undefined ? (
          <p class="muted">
            {problem !== undefined && !nothing
              ? problem.message
              : busy
                ? 'Counting…'
                : 'Add a condition to each parameter: then it is counted whom it fits.'}
          </p>
        ) : (
          <>
            <p class="headline">
              <strong class="count">{members(counted.fits, counted.entity)}</strong>
              <span class="muted">
                {share(counted.fits, counted.total)} of {number(counted.total)}
              </span>
            </p>
            <p>
              fit: they pass every “must” and no “must not”
              {icp === undefined ? '' : ', inside the ICP'}.
            </p>
          </>
        )}
      </div>
      <p class="muted">{code === undefined ? 'Give it a name.' : `Its code will be ${code}.`}</p>
      <p>
        <button
          type="button"
          class="primary"
          disabled={!ready}
          onClick={() => code !== undefined && onPropose(code)}
        >
          {isNew ? 'Create it…' : 'Save it…'}
        </button>
      </p>
      <p class="muted">You see what changes before anything does.</p>
    </section>
  )
}
