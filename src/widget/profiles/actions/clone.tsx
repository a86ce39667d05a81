import { useState } from 'preact/hooks'
import type { ProfileTree, ProfileView, Proposal, SuggestCode } from '#http/api.ts'
import type { ProfileAction } from '../../actions/define.ts'
import { NamedChange } from '../../actions/named-change.tsx'
import { RequestError, sendJson } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'
import { Loading } from '../../shell/loading.tsx'
import { useCode } from '../use-code.ts'

interface Props {
  readonly of: ProfileView
  onDecided(proposal: Proposal): void
}

/** An ICP is cloned under another name, with its personas. */
function CloneIcp({ of, onDecided }: Props) {
  return (
    <NamedChange
      suggestion={`Copy of ${of.name}`}
      draw={(name) => <NamedClone of={of} name={name} onDecided={onDecided} />}
    />
  )
}

function NamedClone({ of, name, onDecided }: Props & { readonly name: string }) {
  const { code, error } = useCode({ name })
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (code === undefined) return <Loading />
  return <DraftCard change={{ kind: 'clone_icp', profileId: of.id, name, code }} onDecided={onDecided} />
}

/** A persona is cloned into other ICPs, all in one step. */
function ClonePersona({ of, onDecided }: Props) {
  const { data, error } = useLoad<ProfileTree>('/api/profiles')
  const [into, setInto] = useState<ReadonlySet<string>>(new Set())
  const [copies, setCopies] = useState<readonly { icpId: string; name: string; code: string }[]>()
  const [failure, setFailure] = useState<RequestError>()
  if (copies !== undefined) {
    return <DraftCard change={{ kind: 'clone_persona', profileId: of.id, copies }} onDecided={onDecided} />
  }
  const failed = error ?? failure
  if (failed !== undefined) return <ProblemCard title={failed.message} next={failed.detail.next} />
  if (data === undefined) return <Loading />
  const others = data.icps.filter(
    ({ id, status, personaEntity }) =>
      id !== of.icp?.id && status !== 'archived' && personaEntity === of.entity,
  )
  if (others.length === 0) return <p>There is no other ICP that it could be cloned into.</p>
  const prepare = async () => {
    try {
      setCopies(
        await Promise.all(
          [...into].map(async (icpId) => {
            const asked: SuggestCode = { name: of.name, icp: icpId }
            const { code } = await sendJson<{ code: string }>('POST', '/api/profiles/code', asked)
            return { icpId, name: of.name, code }
          }),
        ),
      )
    } catch (reason) {
      if (reason instanceof RequestError) setFailure(reason)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (into.size > 0) void prepare()
      }}
    >
      <fieldset class="choices">
        <legend>Into which ICPs?</legend>
        {others.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={into.has(id)}
              onChange={(event) => {
                const next = new Set(into)
                if (event.currentTarget.checked) next.add(id)
                else next.delete(id)
                setInto(next)
              }}
            />{' '}
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="primary" disabled={into.size === 0}>
        Continue
      </button>
    </form>
  )
}

export const clone: ProfileAction = {
  id: 'clone',
  label: 'Clone…',
  unavailable: () => undefined,
  Body: (props) => (props.of.kind === 'icp' ? <CloneIcp {...props} /> : <ClonePersona {...props} />),
}
