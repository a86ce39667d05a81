import { citiesNamed } from '../../places/gazetteer/gazetteer.ts'
import type { Link } from '../linking/links.ts'
import { SUBDIVISIONS } from '../linking/subdivisions.ts'

/** Whether a country or region is where a city of that name lies: "Cambridge, UK", and not "Paris, Germany". */
export function liesIn(city: Link, around: Link): boolean {
  const cities = citiesNamed(city.label)
  if (around.field === 'country') return cities.some(({ country }) => around.values.includes(country))
  const named = SUBDIVISIONS.filter(
    ({ name, code }) => name === around.label || around.values.includes(name) || around.values.includes(code),
  )
  return named.some(({ country, code }) =>
    cities.some((one) => one.country === country && one.region === code),
  )
}
