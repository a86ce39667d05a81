import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConfirmRequest, Distribution, Proposal, RejectRequest } from '#http/api.ts'
import { RequestError } from '../api/client.ts'
import { dateTime, number } from '../api/format.ts'
import { useHome } from '../api/home.ts'
import { useLoad } from '../api/use-load.ts'
import { lazy } from '../shell/lazy.tsx'
import { OwnLink } from '../shell/own-link.tsx'
import { DecideElsewhere } from './decide-elsewhere.tsx'
import { ExportFiles } from './export-files.tsx'
import { PreviewBody } from './preview-body.tsx'
import { ProblemCard } from './problem-card.tsx'

const STATES: Record<Proposal['state'], string> = {
  draft: 'Waiting for you',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
  expired: 'Expired',
  stale: 'Out of date',
}

interface Props {
  readonly shown: Proposal
  /** It was confirmed or rejected here. */
  readonly onDecided?: (proposal: Proposal) => void
}

/** A change that waits for a human: what was counted, and the two buttons. */
export function ProposalCard({ shown, onDecided }: Props) {
  const { client, decides, onProposal } = useHome()
  const [proposal, setProposal] = useState(shown)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<RequestError>()
  const path = `/api/proposals/${shown.id}`
  /** Set as soon as a button is pressed: a second press comes before the button is drawn as disabled. */
  const deciding = useRef(false)
  const decision = useRef<HTMLParagraphElement>(null)
  // The buttons are gone: the keyboard, and whoever listens, goes on at what became of it.
  useEffect(() => {
    if (deciding.current) decision.current?.focus()
    deciding.current = false
  }, [proposal.state])

  // The card may be an old one: it may have been decided since, here or elsewhere.
  const look = () =>
    void client.getJson<Proposal>(path).then(setProposal, (error: unknown) => setFailure(asFailure(error)))
  useEffect(look, [path])
  useEffect(() => onProposal?.(proposal), [proposal.id, proposal.state])

  const decide = async (action: 'confirm' | 'reject', body: ConfirmRequest | RejectRequest) => {
    if (deciding.current) return
    deciding.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      const decided = await client.sendJson<Proposal>('POST', `${path}/${action}`, body)
      setProposal(decided)
      dispatchEvent(new Event('muster:decided'))
      onDecided?.(decided)
    } catch (error) {
      setFailure(asFailure(error))
      // Stale, expired or decided elsewhere: show what it is now.
      await client.getJson<Proposal>(path).then(setProposal, () => {})
      deciding.current = false
    } finally {
      setBusy(false)
    }
  }
  const typedCount = Number(typed.replaceAll(/[\s,.]/g, ''))
  const ready = !proposal.typeCount || (typed.trim() !== '' && typedCount === proposal.count)

  return (
    <section class={`card proposal ${proposal.state}`} aria-label="Proposal">
      <header>
        <h2>{proposal.summary}</h2>
        <span class={`state ${proposal.state}`}>{STATES[proposal.state]}</span>
      </header>
      {/* Of a file, what it holds and whom it leaves out comes first. */}
      {proposal.kind === 'export' ? <Difference proposal={proposal} /> : null}
      {proposal.preview === null ? null : <PreviewBody preview={proposal.preview} />}
      {proposal.kind === 'export' ? null : <Difference proposal={proposal} />}
      {proposal.preview === null && DEFINES_INDICATOR.test(proposal.kind) ? (
        <Spread id={proposal.id} />
      ) : null}
      {failure === undefined ? null : <ProblemCard title={failure.message} next={failure.detail.next} />}
      {proposal.state === 'draft' && !decides ? (
        <DecideElsewhere proposal={proposal} onReturn={look} />
      ) : proposal.state === 'draft' ? (
        <form
          class="actions"
          onSubmit={(event) => {
            event.preventDefault()
            if (!ready) return
            const typedAs = proposal.typeCount ? { typedCount } : {}
            void decide('confirm', { contentHash: proposal.contentHash, ...typedAs })
          }}
        >
          {proposal.typeCount && proposal.count !== null ? (
            <label class="type-count">
              <span>
                This touches many people. Type <strong>{number(proposal.count)}</strong> to confirm.
              </span>
              <input
                inputMode="numeric"
                autocomplete="off"
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            </label>
          ) : null}
          <button type="submit" class="primary" disabled={!ready || busy}>
            Confirm
          </button>
          <button type="button" disabled={busy} onClick={() => void decide('reject', {})}>
            Reject
          </button>
          {proposal.targetId?.startsWith('seg_') ? (
            <OwnLink to={`/segments/${proposal.targetId}`}>Look at the segment</OwnLink>
          ) : null}
          <span class="muted">Nothing has been changed yet. Open until {dateTime(proposal.expiresAt)}.</span>
        </form>
      ) : (
        <p class="muted" ref={decision} tabIndex={-1}>
          {STATES[proposal.state]}
          {proposal.decidedBy === null ? '' : ` by ${proposal.decidedBy}`}
          {proposal.decidedAt === null ? '' : ` on ${dateTime(proposal.decidedAt)}`}.
          {proposal.state === 'confirmed' ? <SeeIt proposal={proposal} /> : null}
        </p>
      )}
      {proposal.outcome?.['exportId'] === undefined ? null : decides ? (
        <ExportFiles id={proposal.outcome['exportId']} />
      ) : (
        // Files of people are handed out to whoever is signed in.
        <OwnLink to={`/proposals/${proposal.id}`}>The files are in Muster</OwnLink>
      )}
    </section>
  )
}

/** The page of what was made or changed; of what is gone, the others. */
function SeeIt({ proposal: { kind, outcome } }: { proposal: Proposal }) {
  // The files of an export stand in its card.
  if (kind === 'export' || kind === 'undo_export') return null
  const gone = kind.startsWith('delete_')
  const [one, all] = kind.endsWith('_indicator')
    ? [outcome?.['indicatorId'], 'indicators']
    : kind.endsWith('_audience')
      ? [outcome?.['audienceId'], 'audiences']
      : outcome?.['profileIds'] !== undefined
        ? // Of several at once, the first.
          [outcome['profileIds'].split(',')[0], 'qualification']
        : [outcome?.['segmentId'], 'segments']
  return one === undefined || gone ? (
    <OwnLink to={`/${all}`}> See your {all === 'qualification' ? 'ICPs and personas' : all}</OwnLink>
  ) : (
    <OwnLink to={`/${all}/${one}`}> Open it</OwnLink>
  )
}

const Histogram = lazy(() => import('./histogram.tsx').then((m) => m.Histogram))
const DEFINES_INDICATOR = /^(?:create|update)_indicator$/

/** How the number would spread, before anybody confirms it; of a status the preview says who has it. */
function Spread({ id }: { id: string }) {
  const { data } = useLoad<Distribution | null>(`/api/proposals/${id}/distribution`)
  return data === undefined || data === null ? null : <Histogram distribution={data} />
}

function Difference({ proposal }: { proposal: Proposal }) {
  const rows = proposal.difference ?? []
  if (rows.length === 0) return null
  // Of something new there is nothing before.
  if (rows.every(({ before }) => before === null)) {
    return (
      <dl class="kept">
        {rows.map(({ what, after }) => (
          <div key={`${what} ${after}`}>
            <dt>{what}</dt>
            <dd>{after ?? '–'}</dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <table class="difference">
      <thead>
        <tr>
          <th scope="col">What changes</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.what} ${row.before} ${row.after}`}>
            <th scope="row">{row.what}</th>
            <td>{row.before ?? '–'}</td>
            <td>{row.after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const asFailure = (error: unknown): RequestError | undefined =>
  error instanceof RequestError ? error : undefined
