import { useState } from 'preact/hooks'
import type { AudienceView, DraftRequest, Proposal } from '#http/api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { usePlace } from '../shell/place.ts'

/** What can be done with an audience. Each leads to a proposal that says what would change, and waits there. */
export function AudienceActions({ audience }: { audience: AudienceView }) {
  const [name, setName] = useState(audience.name)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<RequestError>()
  const { go } = usePlace()
  const { id: audienceId } = audience

  const draft = async (change: DraftRequest['change']) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { id } = await sendJson<Proposal>('POST', '/api/proposals', {
        change,
      } satisfies DraftRequest)
      go(`/proposals/${id}`)
    } catch (error) {
      if (error instanceof RequestError) setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const before = audience.versions.findLast(({ deleted, version }) => !deleted && version < audience.version)

  return (
    <section aria-label="Actions">
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault()
          void draft({ kind: 'update_audience', audienceId, name: name.trim() })
        }}
      >
        <input
          aria-label="New name"
          maxLength={100}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={busy || name.trim() === '' || name.trim() === audience.name}>
          Rename
        </button>
        {before === undefined ? null : (
          <button
            type="button"
            disabled={busy}
            onClick={() => void draft({ kind: 'undo_audience', audienceId, version: before.version })}
          >
            Restore version {before.version}
          </button>
        )}
        <button
          type="button"
          disabled={busy}
          onClick={() => void draft({ kind: 'delete_audience', audienceId })}
        >
          Delete
        </button>
      </form>
      <p class="muted">Nothing changes before you confirm it on the next page.</p>
      {failure === undefined ? null : <ProblemCard title={failure.message} next={failure.detail.next} />}
    </section>
  )
}
