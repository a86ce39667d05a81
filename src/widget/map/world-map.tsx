import { useEffect, useRef, useState } from 'preact/hooks'
import type { Geography } from '#http/api.ts'
import { number, people, share } from '../api/format.ts'
import { Loading } from '../shell/loading.tsx'
import { shadeOf, shadeRanges } from './shades.ts'
import { useTip } from './use-tip.ts'
import { useView } from './use-view.ts'
import { HEIGHT, loadWorld, WIDTH, type World } from './world.ts'

/** The radius of the city with the most customers, in units of the drawing; areas tell the others. */
const LARGEST = 13
const SMALLEST = 1.5

/** Countries shaded and cities as circles, by how many customers are there. */
export function WorldMap({ geography }: { geography: Geography }) {
  const [world, setWorld] = useState<World>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    loadWorld().then(
      (loaded) => setWorld(() => loaded),
      () => setFailed(true),
    )
  }, [])
  if (failed) return <p role="alert">The map could not be loaded. Reload the page to try again.</p>
  return world === undefined ? (
    <Loading>Drawing the map…</Loading>
  ) : (
    <Drawn world={world} geography={geography} />
  )
}

function Drawn({ world, geography }: { world: World; geography: Geography }) {
  const frame = useRef<SVGSVGElement>(null)
  const { view, closer, farther, whole, pointers, onKeyDown } = useView(frame)
  const { tip, ...telling } = useTip()
  const { customers, countries, cities } = geography
  const byNumber = new Map(countries.map((country) => [country.numeric, country]))
  const mostIn = Math.max(0, ...countries.map((country) => country.customers))
  const placed = cities.flatMap((city) => {
    const spot = city.at === null ? undefined : world.place(city.at)
    return spot === undefined ? [] : [{ ...city, spot }]
  })
  const mostAt = Math.max(1, ...placed.map((city) => city.customers))
  const said = (name: string, there: number) => `${name}: ${people(there)}, ${share(there, customers)}`

  return (
    <>
      <div
        class="map"
        role="group"
        aria-label="World map: arrow keys move it, plus and minus zoom, 0 shows the whole. The table below says the same."
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <svg
          ref={frame}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          class={view.k > 1 ? 'closer' : undefined}
          aria-hidden="true"
          onPointerDown={(event) => {
            telling.onPointerDown(event)
            pointers.onPointerDown(event)
          }}
          onPointerMove={(event) => {
            telling.onPointerMove(event)
            pointers.onPointerMove(event)
          }}
          onPointerUp={pointers.onPointerUp}
          onPointerCancel={pointers.onPointerCancel}
          onPointerLeave={telling.onPointerLeave}
        >
          <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
            {world.shapes.map((shape, i) => {
              const there = byNumber.get(shape.numeric)?.customers ?? 0
              return (
                <path
                  key={shape.numeric || `unnumbered ${i}`}
                  class={`shade-${shadeOf(there, mostIn)}`}
                  d={shape.path}
                  data-tip={said(byNumber.get(shape.numeric)?.name ?? shape.name, there)}
                />
              )
            })}
            {placed.map((city) => (
              <circle
                key={`${city.name} ${city.region} ${city.country}`}
                cx={city.spot[0]}
                cy={city.spot[1]}
                r={Math.max(SMALLEST, LARGEST * Math.sqrt(city.customers / mostAt)) / view.k}
                data-tip={said(
                  [city.name, city.region, city.country].filter(Boolean).join(', '),
                  city.customers,
                )}
              />
            ))}
          </g>
        </svg>
        {tip === undefined ? null : (
          <div
            class={`map-tip ${tip.side}`}
            style={{ left: `${tip.x}px`, top: `${tip.y}px` }}
            aria-hidden="true"
            dir="auto"
          >
            {tip.text}
          </div>
        )}
        <div class="map-buttons">
          <button type="button" aria-label="Zoom in" onClick={closer}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={farther}>
            −
          </button>
          <button type="button" onClick={whole}>
            Whole world
          </button>
        </div>
      </div>
      <ul class="map-legend" aria-label="Customers by shade of the country">
        {shadeRanges(mostIn).map(({ shade, from, to }) => (
          <li key={shade}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect class={`shade-${shade}`} width="10" height="10" />
            </svg>
            {from === to ? number(from) : `${number(from)} to ${number(to)}`}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <circle cx="5" cy="5" r="4" />
          </svg>
          a city; its area is its customers
        </li>
      </ul>
      <NotDrawn world={world} geography={geography} />
    </>
  )
}

/** Whom the map leaves out, so that nobody takes it for everybody. */
function NotDrawn({ world, geography }: { world: World; geography: Geography }) {
  const { countries, cities, unknown, more } = geography
  const drawn = new Set(world.shapes.map(({ numeric }) => numeric))
  const sum = (places: readonly { readonly customers: number }[]) =>
    places.reduce((total, place) => total + place.customers, 0)
  const unshaded = countries.filter(({ numeric }) => numeric === null || !drawn.has(numeric))
  const unplaced = cities.filter(({ at }) => at === null)
  const notes = [
    unknown.country === 0 ? '' : `${people(unknown.country)} in no known country`,
    unshaded.length === 0 ? '' : `${people(sum(unshaded))} in ${unshaded.map(({ name }) => name).join(', ')}`,
    unknown.city === 0 ? '' : `${people(unknown.city)} in no known city`,
    unplaced.length === 0
      ? ''
      : `${people(sum(unplaced))} in cities whose place is unknown (${unplaced
          .slice(0, 5)
          .map(({ name }) => name)
          .join(', ')}${unplaced.length > 5 ? ' …' : ''})`,
    more.cities.places === 0
      ? ''
      : `${people(more.cities.customers)} in ${number(more.cities.places)} smaller cities`,
  ].filter(Boolean)
  return notes.length === 0 ? null : <p class="muted">Not on the map: {notes.join('; ')}.</p>
}
