import { useState } from 'preact/hooks'
import type { CriteriaAtHand, CriteriaForms, DraftCriteria, Proposal } from '#http/api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { members, number, share, subjectOf } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { ProposalCard } from '../cards/proposal-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { EditingContext } from './editing.ts'
import { GroupEditor } from './group-editor.tsx'
import { type Branch, cleaned, put, rooted, toPlain } from './tree.ts'
import { isEmpty, useCount } from './use-count.ts'

type From = { readonly segment: string } | { readonly preview: string }

/** Criteria to build by hand: those of a segment, of a preview, or none yet. */
export function Editor({ from }: { from: From | undefined }) {
  const { data, error } = useLoad<CriteriaForms>('/api/criteria/forms')
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading />
  return from === undefined ? <Builder forms={data} atHand={EMPTY} /> : <Opened forms={data} from={from} />
}

function Opened({ forms, from }: { forms: CriteriaForms; from: From }) {
  const { data, error } = useLoad<CriteriaAtHand>(`/api/criteria?${new URLSearchParams({ ...from })}`)
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  return data === undefined ? <Loading /> : <Builder forms={forms} atHand={data} />
}

const EMPTY: CriteriaAtHand = { criteria: { all: [] }, entity: 'customer', segment: null }

function Builder({ forms, atHand }: { forms: CriteriaForms; atHand: CriteriaAtHand }) {
  const { entity, segment } = atHand
  const [criteria, setCriteria] = useState<Branch>(() => rooted(toPlain(atHand.criteria)))
  const { counted, problem, busy } = useCount(criteria)
  const [proposal, setProposal] = useState<Proposal>()
  const [failure, setFailure] = useState<RequestError>()
  const [sending, setSending] = useState(false)

  const draft = async (what: DraftCriteria) => {
    setSending(true)
    setFailure(undefined)
    setProposal(undefined)
    try {
      setProposal(await sendJson<Proposal>('POST', '/api/criteria/draft', what))
    } catch (error) {
      if (error instanceof RequestError) setFailure(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <EditingContext.Provider
      value={{
        forms,
        problem,
        change(path, value) {
          setProposal(undefined)
          setCriteria((before) => rooted(put(before, path, value) ?? { all: [] }))
        },
        drawGroup: (node, path, inner) => <GroupEditor node={node} path={path} entity={inner} />,
      }}
    >
      <div class="editor">
        <div>
          <GroupEditor node={criteria} path={[]} entity={entity} />
        </div>
        <section class="card editor-count" aria-label="Count" aria-busy={busy}>
          <div role="status">
            {counted === undefined ? (
              <p class="muted">
                {isEmpty(criteria)
                  ? 'Nothing to count yet.'
                  : busy
                    ? 'Counting…'
                    : 'Not counted: see what is marked.'}
              </p>
            ) : (
              <>
                <p class="headline">
                  <strong class="count">{members(counted.count, counted.entity)}</strong>
                  <span class="muted">
                    {share(counted.count, counted.total)} of {number(counted.total)}
                  </span>
                </p>
                <p class="words">
                  {subjectOf(counted.entity)} {counted.words}.
                </p>
              </>
            )}
          </div>
          {entity === 'customer' ? (
            <Saving
              segment={segment}
              ready={counted !== undefined && !sending}
              onDraft={(target) => void draft({ criteria: cleaned(criteria), ...target })}
            />
          ) : (
            <p class="muted">Segments hold customers: these criteria can be counted here, not saved.</p>
          )}
          {failure === undefined ? null : <ProblemCard title={failure.message} next={failure.detail.next} />}
        </section>
      </div>
      {proposal === undefined ? null : <ProposalCard key={proposal.id} shown={proposal} />}
    </EditingContext.Provider>
  )
}

interface SavingProps {
  readonly segment: CriteriaAtHand['segment']
  readonly ready: boolean
  onDraft(
    target: { readonly segment: string } | { readonly name: string; readonly description?: string },
  ): void
}

/** Drafts a proposal; it waits for a human like any other. */
function Saving({ segment, ready, onDraft }: SavingProps) {
  const [name, setName] = useState('')
  return (
    <>
      {segment === null || !segment.editable ? null : (
        <p>
          <button
            type="button"
            class="primary"
            disabled={!ready}
            onClick={() => onDraft({ segment: segment.id })}
          >
            Propose this for “{segment.name}”
          </button>
        </p>
      )}
      {segment === null || segment.editable ? null : (
        <p class="muted">
          “{segment.name}” itself can’t be changed; what you build can become a new segment.
        </p>
      )}
      <form
        class="editor-new"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && name.trim() !== '') onDraft({ name: name.trim() })
        }}
      >
        <label>
          As a new segment
          <input
            value={name}
            placeholder="Its name"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={!ready || name.trim() === ''}>
          Propose
        </button>
      </form>
      <p class="muted">Nothing changes until the proposal is confirmed.</p>
    </>
  )
}
