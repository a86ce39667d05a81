import { citiesNamed } from '../../places/gazetteer/gazetteer.ts'
import type { Link } from '../linking/links.ts'
import { type Subdivision, SUBDIVISIONS } from '../linking/subdivisions.ts'

/** Whether a country or region is where a city of that name lies: "Cambridge, UK", and not "Paris, Germany". */
export function liesIn(city: Link, around: Link): boolean {
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
