import { useState } from 'preact/hooks'
import type { Geography as Places, SegmentView } from '#http/api.ts'
import { dateTime, number, people, share } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { Loading } from '../../shell/loading.tsx'
import type { SegmentTab } from './define.ts'

/** Where they are: the largest countries, regions and cities, with those whose place nobody knows. */
function Geography({ segment }: { readonly segment: SegmentView }) {
  const { data, error } = useLoad<Places>(`/api/segments/${encodeURIComponent(segment.id)}/geography`)
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading>Counting where they are…</Loading>
  if (data.customers === 0) return <p>Nobody is in this segment.</p>
  const named = ({ name, country }: { name: string; country: string }) => ({ name, beside: country })
  return (
    <>
      <p class="muted">
        {people(data.customers)}, as of {dateTime(data.asOf)}
      </p>
      <div class="geography">
        <Shares
          title="Countries"
          all={data.customers}
          places={data.countries.map((each) => ({
            ...each,
            beside: each.code === null ? 'no known country' : '',
          }))}
          unknown={data.unknown.country}
          more={NO_MORE}
        />
        <Shares
          title="Regions"
          all={data.customers}
          places={data.regions.map((each) => ({ ...each, ...named(each) }))}
          unknown={data.unknown.region}
          more={data.more.regions}
        />
        <Shares
          title="Cities"
          all={data.customers}
          places={data.cities.map((each) => ({
            ...each,
            beside: [each.region, each.country].filter(Boolean).join(', '),
          }))}
          unknown={data.unknown.city}
          more={data.more.cities}
        />
      </div>
    </>
  )
}

const NO_MORE = { places: 0, customers: 0 }
const TOP = 10

interface SharesProps {
  readonly title: string
  readonly all: number
  readonly places: readonly { readonly name: string; readonly beside: string; readonly customers: number }[]
  readonly unknown: number
  readonly more: { readonly places: number; readonly customers: number }
}

function Shares({ title, all, places, unknown, more }: SharesProps) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? places : places.slice(0, TOP)
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      {places.length === 0 ? <p class="muted">Nothing is known.</p> : null}
      <ol class="funnel" aria-label={`${title} by customers`}>
        {shown.map((place) => (
          <li key={`${place.name} ${place.beside}`}>
            <div class="funnel-words">
              <span dir="auto">
                {place.name}
                {place.beside === '' ? null : <span class="muted"> {place.beside}</span>}
              </span>
              <span class="figure">
                {number(place.customers)} · {share(place.customers, all)}
              </span>
            </div>
            <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
              <rect class="bar-all" width="100" height="6" />
              <rect class="bar-left" width={Math.max(0.8, (100 * place.customers) / all)} height="6" />
            </svg>
          </li>
        ))}
      </ol>
      {places.length <= TOP ? null : (
        <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? `Only the top ${TOP}` : `Show all ${number(places.length)}`}
        </button>
      )}
      {more.places === 0 ? null : (
        <p class="muted">
          … and {number(more.places)} more with {people(more.customers)}
        </p>
      )}
      <p class="muted">
        Unknown: {people(unknown)}, {share(unknown, all)}
      </p>
    </section>
  )
}

export const geography: SegmentTab = { id: 'geography', label: 'Geography', Panel: Geography }
