import { citiesNamed } from '../../places/gazetteer/gazetteer.ts'
import type { Link } from '../linking/links.ts'
import { type Subdivision, SUBDIVISIONS } from '../linking/subdivisions.ts'
import { type Reading, wordAt } from './reading.ts'

interface Named {
  readonly candidates: readonly Link[]
  readonly from: number
  readonly end: number
}

/** A city or region, and behind a comma where it lies: "Cambridge, UK", "Texas, USA", and not "Paris, Germany". */
export function withinAt(
  reading: Reading,
  inside: Named,
  outside: Named | undefined,
): { readonly city: Link; readonly around: Link } | undefined {
  if (outside === undefined || outside.from !== inside.end + 1 || wordAt(reading, inside.end) !== ',')
    return undefined
  for (const city of inside.candidates.filter(({ field }) => field === 'city' || field === 'region')) {
    const around = outside.candidates.find((link) => link.field !== 'city' && liesIn(city, link))
    if (around !== undefined && around.notIn === undefined) return { city, around }
  }
  return undefined
}

/** Whether a country or region is where a place of that name lies: "Cambridge, UK", "Texas, USA", not "Paris, Germany". */
function liesIn(city: Link, around: Link): boolean {
  if (city.field === 'region') return regionLiesIn(city, around)
  if (around.field === 'country')
    return citiesNamed(city.label).some(({ country }) => around.values.includes(country))
  const named = SUBDIVISIONS.filter(
    ({ name, code }) => name === around.label || around.values.includes(name) || around.values.includes(code),
  )
  return liesInRegion(city.label, named)
}

/** Whether a city of that name lies in one of these regions. */
export const liesInRegion = (city: string, regions: readonly Subdivision[]): boolean =>
  citiesNamed(city).some((one) =>
    regions.some(({ country, code }) => one.country === country && one.region === code),
  )

const regionLiesIn = (region: Link, around: Link): boolean =>
  around.field === 'country' &&
  SUBDIVISIONS.some(
    ({ name, code, country }) =>
      around.values.includes(country) &&
      (name === region.label || region.values.includes(name) || region.values.includes(code)),
  )
