import type { Proposal, SegmentView } from '#http/api.ts'
import { ActionsMenu } from '../actions/actions-menu.tsx'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { moveAlong } from '../shell/move-along.ts'
import { usePlace, useTitle } from '../shell/place.ts'
import { actions } from './actions/index.ts'
import { RefreshPanel, useRefresh } from './refresh-panel.tsx'
import { tabs } from './tabs/index.ts'
import { KINDS, segmentPath } from './words.ts'

/** One segment: what it is, what can be done with it, and a tab for each way to look at it. */
export function SegmentPage({ id, tab }: { id: string; tab: string | undefined }) {
  const { data, error, reload } = useLoad<SegmentView>(`/api/segments/${encodeURIComponent(id)}`)
  useDecided(reload)
  return (
    <div class="page segment">
      <p>
        <a href="/segments">← All segments</a>
      </p>
      {error !== undefined ? (
        <ProblemCard
          heading
          title={error.message}
          next={error.detail.next}
          choices={error.detail.choices.map((name) => ({ label: name, href: segmentPath(name) }))}
        />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Shown segment={data} tab={tab} reload={reload} />
      )}
    </div>
  )
}

interface Props {
  readonly segment: SegmentView
  readonly tab: string | undefined
  reload(): void
}

function Shown({ segment, tab, reload }: Props) {
  const refresh = useRefresh(segment, reload)
  const { go } = usePlace()
  const [first] = tabs
  const open = tab === undefined ? first : tabs.find((each) => each.id === tab)
  useTitle(open === undefined || open === first ? segment.name : `${open.label} – ${segment.name}`)
  const onConfirmed = ({ kind, outcome }: Proposal) => {
    const made = outcome?.['segmentId']
    if (kind === 'delete_segment') go('/segments')
    else if (made !== undefined && made !== segment.id) go(segmentPath(made))
    else reload()
  }
  return (
    <>
      <header class="segment-head">
        <h1 dir="auto">{segment.name}</h1>
        <span class="kind">{KINDS[segment.kind]}</span>
        <div class="segment-actions">
          {segment.kind === 'list' ? null : (
            <button type="button" disabled={refresh.running} onClick={refresh.start}>
              Update Audience
            </button>
          )}
          <ActionsMenu of={segment} actions={actions} onConfirmed={onConfirmed} />
        </div>
      </header>
      {segment.description === '' ? null : <p class="muted">{segment.description}</p>}
      {segment.broken.map((rule) => (
        <p key={rule} class="rule-broken" role="note">
          Breaks a rule: {rule}
        </p>
      ))}
      <RefreshPanel refresh={refresh} />
      <nav class="tabs" aria-label={`About ${segment.name}`} onKeyDown={moveAlong}>
        {tabs.map((each) => (
          <a
            key={each.id}
            href={segmentPath(segment.id, each === first ? undefined : each.id)}
            aria-current={each === open ? 'page' : undefined}
          >
            {each.label}
          </a>
        ))}
      </nav>
      {open === undefined ? (
        <ProblemCard
          title={`A segment’s page has no tab “${tab}”`}
          next={`Choose one of its tabs: ${tabs.map(({ label }) => label).join(', ')}.`}
        />
      ) : (
        <open.Panel key={open.id} segment={segment} />
      )}
    </>
  )
}
