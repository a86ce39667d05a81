import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import atlas from 'world-atlas/countries-50m.json?url'
import { getJson } from '../api/client.ts'

type Topology = Parameters<typeof feature>[0]

export const WIDTH = 960
export const HEIGHT = 460

/** A country as it is drawn. */
export interface Shape {
  /** ISO 3166-1 numeric; empty for a territory that has none. */
  readonly numeric: string
  readonly name: string
  readonly path: string
}

/** The world on an equal-area projection, so that shaded surfaces can be compared. */
export interface World {
  readonly shapes: readonly Shape[]
  /** Where coordinates lie in the drawing. */
  place(at: {
    readonly latitude: number
    readonly longitude: number
  }): readonly [x: number, y: number] | undefined
}

/** Nobody shops there, and it would take a fifth of the drawing. */
const ANTARCTICA = '010'

let world: Promise<World> | undefined

/** Borders of Natural Earth (public domain) by way of world-atlas, drawn once for all maps of a page. */
export function loadWorld(): Promise<World> {
  world ??= getJson<Topology>(atlas).then(draw)
  // A failed load is tried again by the next map.
  world.catch(() => {
    world = undefined
  })
  return world
}

function draw(topology: Topology): World {
  const { countries } = topology.objects
  const drawn = countries === undefined ? undefined : feature(topology, countries)
  if (drawn?.type !== 'FeatureCollection') throw new Error('The atlas holds no countries')
  const shown = { ...drawn, features: drawn.features.filter(({ id }) => id !== ANTARCTICA) }
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], shown)
  const path = geoPath(projection).digits(1)
  return {
    shapes: shown.features.map((country) => ({
      numeric: country.id === undefined ? '' : String(country.id),
      name: nameOf(country.properties),
      path: path(country) ?? '',
    })),
    place({ latitude, longitude }) {
      const [x, y] = projection([longitude, latitude]) ?? []
      return x === undefined || y === undefined ? undefined : [x, y]
    },
  }
}

function nameOf(properties: unknown): string {
  if (typeof properties !== 'object' || properties === null || !('name' in properties)) return ''
  return typeof properties.name === 'string' ? properties.name : ''
}
