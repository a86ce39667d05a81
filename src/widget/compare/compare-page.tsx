import type { GroupComparison, GroupDifferences } from '#http/api.ts'
import { dateTime } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { SegmentPicker } from '../segments/segment-picker.tsx'
import { segmentPath } from '../segments/words.ts'
import { Loading } from '../shell/loading.tsx'
import { usePlace, useQueryChange, useTitle } from '../shell/place.ts'
import { Differences } from './differences.tsx'
import { Overlap } from './overlap.tsx'
import { SaveParts } from './save-part.tsx'

/** Two segments beside each other: are they the same people, and how do they differ? Which two is in the address. */
export function ComparePage() {
  const { query } = usePlace()
  const change = useQueryChange()
  const [a, b] = [query.get('a'), query.get('b')]
  useTitle('Compare segments')
  return (
    <div class="page segment">
      <p>
        <a href="/segments">← All segments</a>
      </p>
      <h1>Compare two segments</h1>
      <div class="compare-pickers">
        <SegmentPicker
          label={a === null ? 'The first' : 'Another first'}
          onPick={({ id }) => change({ a: id })}
        />
        <SegmentPicker
          label={b === null ? 'The second' : 'Another second'}
          onPick={({ id }) => change({ b: id })}
        />
      </div>
      {a === null || b === null ? (
        <p class="muted">
          {a === null && b === null ? 'Choose two segments.' : 'Choose a segment to compare it with.'}
        </p>
      ) : (
        <Compared key={`${a} ${b}`} a={a} b={b} only={query.get('of') === 'only'} />
      )}
    </div>
  )
}

function Compared({ a, b, only }: { a: string; b: string; only: boolean }) {
  const asked = new URLSearchParams({ a, b })
  const { data, error } = useLoad<GroupComparison>(`/api/compare?${asked}`)
  if (error !== undefined) {
    return (
      <ProblemCard
        title={error.message}
        next={error.detail.next}
        choices={[{ label: 'Choose among all segments', href: '/segments' }]}
      />
    )
  }
  if (data === undefined) return <Loading />
  return (
    <>
      <section class="card" aria-label="Overlap">
        <h2>
          <SideName side={data.first} /> and <SideName side={data.second} />
        </h2>
        <Overlap comparison={data} />
        <SaveParts comparison={data} />
        <p class="muted asof">As of {dateTime(data.asOf)}</p>
      </section>
      <HowTheyDiffer asked={asked} comparison={data} only={only} />
    </>
  )
}

interface HowProps {
  readonly asked: URLSearchParams
  readonly comparison: GroupComparison
  readonly only: boolean
}

function HowTheyDiffer({ asked, comparison, only }: HowProps) {
  const change = useQueryChange()
  const path = `/api/compare/differences?${asked}${only ? '&of=only' : ''}`
  const { data, error } = useLoad<GroupDifferences>(path)
  const { first, second, both } = comparison
  return (
    <>
      {both === 0 || first.only === 0 || second.only === 0 ? null : (
        <label class="compare-only">
          <input
            type="checkbox"
            checked={only}
            onChange={(event) =>
              change({ of: event.currentTarget.checked ? 'only' : undefined }, { replace: true })
            }
          />
          Leave out who is in both: compare only those in one of them
        </label>
      )}
      {error !== undefined ? (
        <ProblemCard title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Differences differences={data} />
      )}
    </>
  )
}

/** A segment is linked to its page; criteria that were only counted have none. */
const SideName = ({ side: { name, segment } }: { side: GroupComparison['first'] }) =>
  segment === null ? <>{name}</> : <a href={segmentPath(segment)}>{name}</a>
