import { readFileSync } from 'node:fs'
import { slipsBetween } from '../../vocabulary/edit-distance.ts'
import { otherNames } from './city-names.ts'

/** A city of the world, as GeoNames has it; see the README beside. */
export interface City {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The ISO 3166-2 code within the country, where people write one: `TX`, `ON`, `ENG`; else empty. */
  readonly region: string
  /** Degrees, WGS 84. */
  readonly latitude: number
  readonly longitude: number
  readonly population: number
}

/** The cities of a name, the largest first; case, accents and signs don't matter. */
export const citiesNamed = (name: string): readonly City[] => byName().get(cityKey(name)) ?? []

/** Words that names of cities are made of, so that none is taken for a slip of another word. */
export function cityWords(): ReadonlySet<string> {
  words ??= new Set([...byName().keys()].flatMap((name) => name.split(' ')))
  return words
}

/** Names that a misspelt one may be meant for, the largest city's first. */
export function citiesLike(name: string): readonly string[] {
  const key = cityKey(name)
  if (key.length < 4) return []
  const most = key.length < 7 ? 1 : 2
  return [...byName()]
    .filter(([each]) => each[0] === key[0] && slipsBetween(each, key, most) !== undefined)
    .map(([, [first]]) => first?.name ?? '')
    .slice(0, 4)
}

/** How names are compared. */
export const cityKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^saint /, 'st ')

let words: ReadonlySet<string> | undefined
let cities: ReadonlyMap<string, readonly City[]> | undefined

/** Read when the first place is asked for: most processes never do. */
function byName(): ReadonlyMap<string, readonly City[]> {
  cities ??= readCities()
  return cities
}

function readCities(): ReadonlyMap<string, readonly City[]> {
  const found = new Map<string, City[]>()
  for (const line of readFileSync(new URL('cities.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')) {
    const [name = '', country = '', region = '', latitude, longitude, population] = line.split('\t')
    const city: City = {
      name,
      country,
      region,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
    }
    const keys = [name, ...(otherNames.get(`${country} ${name}`) ?? [])].map(cityKey)
    for (const key of new Set(keys)) {
      const list = found.get(key)
      if (list === undefined) found.set(key, [city])
      else list.push(city)
    }
  }
  return found
}
