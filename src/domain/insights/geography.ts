import { sql } from 'kysely'
import { toIso, toMinute } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count } from '../members/bitset.ts'
import type { TallyQuery } from '../members/members.ts'
import { countryCode, countryName, countryNumber } from '../places/countries.ts'
import { citiesNamed } from '../places/gazetteer/gazetteer.ts'
import { regionName } from '../places/regions.ts'
import type { InsightsDeps } from './insights.ts'
import type { CityShare, Geography } from './shown-geography.ts'

/** More than a page shows and a map can draw. */
const MOST_REGIONS = 200
const MOST_CITIES = 1000

/** Where members are, by one reading of them. */
export async function geographyOf(
  criteria: Criteria,
  { members, clock }: InsightsDeps,
  signal?: AbortSignal,
): Promise<Geography> {
  const options = { asOf: toMinute(clock.now()), ...(signal && { signal }) }
  const { set, tallies } = await members.tally(criteria, (ctx) => [placesQuery(ctx)], options)
  const places = (tallies[0] ?? []).map(({ key, rows }) => ({ ...placeOf(key), customers: rows }))
  const customers = count(set.bits)
  const share = (part: number) => (customers === 0 ? 0 : part / customers)

  const countries = grouped(places, ({ country }) => country)
  const regions = grouped(places, ({ country, region }) => region && spot(country, region))
  const cities = grouped(places, ({ country, region, city }) => city && spot(country, region, city))
  const shownCities = cities.known.slice(0, MOST_CITIES).map(({ place, customers: there }) => ({
    name: place.city,
    region: regionWords(place),
    country: nameOf(place.country),
    customers: there,
    share: share(there),
    place,
    at: inGazetteer(place),
  }))
  const lost = shownCities.filter(({ at }) => at === null).map(({ place }) => place.city)
  const middles = lost.length === 0 ? new Map() : await middlesOf(criteria, lost, members, options)

  return {
    asOf: toIso(options.asOf),
    customers,
    countries: countries.known.map(({ place, customers: there }) => ({
      name: nameOf(place.country),
      code: countryCode(place.country) ?? null,
      numeric: countryNumber(place.country) ?? null,
      customers: there,
      share: share(there),
    })),
    regions: regions.known.slice(0, MOST_REGIONS).map(({ place, customers: there }) => ({
      name: regionWords(place),
      country: nameOf(place.country),
      customers: there,
      share: share(there),
    })),
    cities: shownCities.map(
      ({ place, at, ...city }): CityShare => ({
        ...city,
        at: at ?? middles.get(spot(place.country, place.region, place.city)) ?? null,
      }),
    ),
    unknown: { country: countries.unknown, region: regions.unknown, city: cities.unknown },
    more: {
      regions: beyond(regions.known, MOST_REGIONS),
      cities: beyond(cities.known, MOST_CITIES),
    },
  }
}

interface Place {
  readonly country: string
  readonly region: string
  readonly city: string
}
interface Counted {
  readonly place: Place
  customers: number
}

/** Stands in no name. */
const BETWEEN = '\u001f'
const low = { range: 'low' } as const
const high = { range: 'high' } as const
const keyText = sql`coalesce(c.country, '') || ${BETWEEN} || coalesce(c.region, '') || ${BETWEEN} || coalesce(c.city, '')`

const placesQuery = ({ dialect }: PlanContext): TallyQuery => ({
  sources: ['customers'],
  query: {
    ...dialect.compile(
      sql`SELECT c.id, ${keyText}, 0 FROM customers AS c WHERE c.id BETWEEN ${low} AND ${high}`,
    ),
    cut: { by: 'customer' },
  },
})

function placeOf(key: string | number | null): Place {
  const [country = '', region = '', city = ''] = String(key).split(BETWEEN)
  return { country, region, city }
}

/** How places are told apart, whatever the spelling. */
const spot = (...parts: readonly string[]): string => parts.map(foldText).join(BETWEEN)

/** Members by a part of their place, the most first; an empty part is unknown. */
function grouped(
  places: readonly (Place & { readonly customers: number })[],
  keyOf: (place: Place) => string,
): { readonly known: readonly Counted[]; readonly unknown: number } {
  const found = new Map<string, Counted>()
  let unknown = 0
  for (const { customers, ...place } of places) {
    const key = keyOf(place)
    if (key === '') {
      unknown += customers
      continue
    }
    const counted = found.get(key)
    // The first spelling is one that many use.
    if (counted === undefined) found.set(key, { place, customers })
    else counted.customers += customers
  }
  const known = [...found.values()].toSorted(
    (a, b) => b.customers - a.customers || (keyOf(a.place) < keyOf(b.place) ? -1 : 1),
  )
  return { known, unknown }
}

const beyond = (known: readonly Counted[], most: number) => ({
  places: Math.max(0, known.length - most),
  customers: known.slice(most).reduce((sum, { customers }) => sum + customers, 0),
})

const nameOf = (country: string): string => countryName(country)
const regionWords = ({ country, region }: Place): string => regionName(country, region) ?? region

/** Of namesakes in a country the one in the region, else the largest. */
function inGazetteer({ country, region, city }: Place): CityShare['at'] {
  const namesakes = citiesNamed(city).filter((each) => each.country === country)
  const code = region.toUpperCase().replace(`${country}-`, '')
  const found =
    namesakes.find((each) => each.region === code) ??
    namesakes.find((each) => regionName(country, each.region) === region) ??
    namesakes[0]
  return found === undefined ? null : { latitude: found.latitude, longitude: found.longitude }
}

/** The mean coordinates of members in cities that no list of the world's cities holds. */
async function middlesOf(
  criteria: Criteria,
  cities: readonly string[],
  members: InsightsDeps['members'],
  options: Parameters<InsightsDeps['members']['tally']>[2],
): Promise<ReadonlyMap<string, NonNullable<CityShare['at']>>> {
  const sumOf = (column: 'latitude' | 'longitude', { dialect }: PlanContext): TallyQuery => ({
    sources: ['customers'],
    query: {
      ...dialect.compile(sql`
        SELECT c.id, ${keyText}, ${sql.ref(`c.${column}`)} FROM customers AS c
        WHERE c.id BETWEEN ${low} AND ${high} AND c.latitude IS NOT NULL AND c.longitude IS NOT NULL
          AND c.city IN (SELECT value FROM json_each(${JSON.stringify(cities)}))`),
      cut: { by: 'customer' },
    },
  })
  const { tallies } = await members.tally(
    criteria,
    (ctx) => [sumOf('latitude', ctx), sumOf('longitude', ctx)],
    options,
  )
  const means = tallies.map(
    (rows) => new Map(rows.map(({ key, rows: people, amount }) => [String(key), amount / people])),
  )
  const [latitudes, longitudes] = means
  return new Map(
    [...(latitudes ?? [])].map(([key, latitude]) => {
      const { country, region, city } = placeOf(key)
      return [spot(country, region, city), { latitude, longitude: longitudes?.get(key) ?? 0 }]
    }),
  )
}
