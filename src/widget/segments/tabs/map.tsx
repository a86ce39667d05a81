import { useEffect, useState } from 'preact/hooks'
import type { Geography, SegmentView } from '#http/api.ts'
import { dateTime, number, people, share } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import type { WorldMap } from '../../map/world-map.tsx'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { Loading } from '../../shell/loading.tsx'
import type { SegmentTab } from './define.ts'

/** Where they are on a map, whose drawing is loaded once somebody looks at it. */
function Map({ segment }: { readonly segment: SegmentView }) {
  const { data, error } = useLoad<Geography>(`/api/segments/${encodeURIComponent(segment.id)}/geography`)
  const [Drawing, setDrawing] = useState<typeof WorldMap>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('../../map/world-map.tsx').then(
      (loaded) => setDrawing(() => loaded.WorldMap),
      () => setFailed(true),
    )
  }, [])
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (failed) return <ProblemCard title="The map could not be loaded" next="Reload the page to try again." />
  if (data === undefined || Drawing === undefined) return <Loading>Drawing the map…</Loading>
  return (
    <section aria-label="Map">
      <p class="muted">
        {people(data.customers)}, as of {dateTime(data.asOf)}
      </p>
      <Drawing geography={data} />
      <details>
        <summary>As a table</summary>
        <Table title="Country" all={data.customers} places={data.countries} />
        <Table
          title="City"
          all={data.customers}
          places={data.cities.slice(0, CITIES).map((city) => ({
            ...city,
            name: [city.name, city.region, city.country].filter(Boolean).join(', '),
          }))}
        />
        {data.cities.length > CITIES ? (
          <p class="muted">… and {number(data.cities.length - CITIES)} more cities</p>
        ) : null}
      </details>
    </section>
  )
}

const CITIES = 100

interface TableProps {
  readonly title: string
  readonly all: number
  readonly places: readonly { readonly name: string; readonly customers: number }[]
}

function Table({ title, all, places }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" class="figure">
            Customers
          </th>
          <th scope="col" class="figure">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.name}>
            <th scope="row" dir="auto">
              {place.name}
            </th>
            <td class="figure">{number(place.customers)}</td>
            <td class="figure">{share(place.customers, all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const map: SegmentTab = { id: 'map', label: 'Map', Panel: Map }
