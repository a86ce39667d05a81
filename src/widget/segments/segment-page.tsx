import type { SegmentView } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { useTitle } from '../shell/place.ts'
import { tabs } from './tabs/index.ts'
import { KINDS, segmentPath } from './words.ts'

/** One segment: what it is, and a tab for each way to look at it. */
export function SegmentPage({ id, tab }: { id: string; tab: string | undefined }) {
  const { data: segment, error } = useLoad<SegmentView>(`/api/segments/${encodeURIComponent(id)}`)
  const [first] = tabs
  const open = tab === undefined ? first : tabs.find((each) => each.id === tab)
  useTitle(segment?.name)
  return (
    <div class="page segment">
      <p>
        <a href="/segments">← All segments</a>
      </p>
      {error === undefined ? null : (
        <ProblemCard
          title={error.message}
          next={error.detail.next}
          choices={error.detail.choices.map((name) => ({ label: name, href: segmentPath(name) }))}
        />
      )}
      {segment === undefined ? null : (
        <>
          <header class="segment-head">
            <h1>{segment.name}</h1>
            <span class="state">{KINDS[segment.kind]}</span>
          </header>
          {segment.description === '' ? null : <p class="muted">{segment.description}</p>}
          {segment.broken.map((rule) => (
            <p key={rule} class="rule-broken" role="note">
              Breaks a rule: {rule}
            </p>
          ))}
          <nav class="tabs" aria-label={`About ${segment.name}`}>
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
      )}
    </div>
  )
}
