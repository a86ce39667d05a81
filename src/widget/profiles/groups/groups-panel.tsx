import { useState } from 'preact/hooks'
import type { DraftRequest, GroupGoals, GroupsView, ProfileView } from '#http/api.ts'
import { members } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { Loading } from '../../shell/loading.tsx'
import { usePlace } from '../../shell/place.ts'
import { profilePath } from '../words.ts'
import { GroupCard } from './group-card.tsx'
import { useGroups } from './use-groups.ts'

interface Props {
  readonly profile: ProfileView
}

/** Looks for groups in what the customers of an ICP do, for a goal. */
export function GroupsPanel({ profile }: Props) {
  const { data, error } = useLoad<GroupGoals>('/api/groups/goals')
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  return data === undefined ? <Loading /> : <Finder profile={profile} goals={data.goals} />
}

function Finder({ profile, goals }: Props & GroupGoals) {
  const [goal, setGoal] = useState(goals[0]?.id ?? '')
  const [asked, setAsked] = useState<{ icp: string; goal: string }>()
  const { done, found, error } = useGroups(asked)
  const searching = asked !== undefined && found === undefined && error === undefined
  return (
    <>
      <p class="muted">
        Groups of customers who behave alike: when, where and how they order, what they buy and answer to.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setAsked({ icp: profile.id, goal })
        }}
      >
        <label>
          Goal{' '}
          <select
            value={goal}
            onChange={(event) => {
              setGoal(event.currentTarget.value)
              setAsked(undefined)
            }}
          >
            {goals.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>{' '}
        {searching ? (
          <button type="button" onClick={() => setAsked(undefined)}>
            Cancel
          </button>
        ) : (
          <button type="submit" class="primary" disabled={found !== undefined}>
            Find groups
          </button>
        )}
      </form>
      <div role="status">
        {searching ? (
          <p>
            <progress value={done} /> Looking for groups…
          </p>
        ) : null}
        {error === undefined ? null : <ProblemCard title={error.message} next={error.next} />}
        {found === undefined ? null : <Found key={found.goal.id} profile={profile} found={found} />}
      </div>
    </>
  )
}

function Found({ profile, found }: Props & { readonly found: GroupsView }) {
  const { go } = usePlace()
  const { groups, goal } = found
  const [chosen, setChosen] = useState(() => new Set(groups.map(({ code }) => code)))
  const [change, setChange] = useState<DraftRequest['change']>()
  const save = () =>
    setChange({
      kind: 'create_personas',
      icpId: profile.id,
      personas: groups
        .filter(({ code }) => chosen.has(code))
        .map(({ name, code, parameters }) => ({ name, code, goal: goal.name, parameters })),
    })
  const choose = (code: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(code)
    else next.delete(code)
    setChosen(next)
  }
  return (
    <>
      <p class="muted">{members(found.customers, 'customer')} are inside this ICP.</p>
      {found.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <ul class="group-cards">
        {groups.map((group) => (
          <GroupCard
            key={group.code}
            group={group}
            goal={goal}
            chosen={chosen.has(group.code)}
            onChoose={(isChosen) => choose(group.code, isChosen)}
          />
        ))}
      </ul>
      {groups.length === 0 ? null : (
        <p>
          <button type="button" class="primary" disabled={chosen.size === 0} onClick={save}>
            Save as personas…
          </button>
        </p>
      )}
      {change === undefined ? null : (
        <Dialog title="Save as personas" onClose={() => setChange(undefined)}>
          <DraftCard
            change={change}
            onDecided={({ state }) => {
              setChange(undefined)
              if (state === 'confirmed') go(profilePath(profile.id))
            }}
          />
        </Dialog>
      )}
    </>
  )
}
