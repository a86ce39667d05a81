import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { citiesNamed } from '../../places/gazetteer/gazetteer.ts'
import { liesInRegion } from '../grammar/city-within.ts'
import { SUBDIVISIONS } from '../linking/subdivisions.ts'
import { valuesOf } from './edit-values.ts'

type Field = 'country' | 'region' | 'city'
type Place = Condition & { readonly field: Field }

/** Of customers, of companies, of people there. */
export const isPlace = (criteria: Criteria): criteria is Place =>
  isCondition(criteria) && 'field' in criteria && /^(?:country|region|city)$/.test(criteria.field)

/** The countries in which something of these names lies. */
export function countriesOf(place: Place): readonly string[] {
  const countries = (valuesOf(place) ?? []).map((value) => countriesAround(place.field, value))
  const [first = [], ...others] = countries
  return first.filter((country) => others.every((other) => other.includes(country)))
}

function countriesAround(field: Field, value: string): readonly string[] {
  if (field === 'country') return [value.toUpperCase()]
  const found = field === 'city' ? citiesNamed(value) : subdivisionsNamed(value)
  return [...new Set(found.map(({ country }) => country))]
}

const subdivisionsNamed = (value: string) =>
  SUBDIVISIONS.filter(({ name, code }) => name.toLowerCase() === value.toLowerCase() || code === value)

/** Whether every place that one condition names lies in one of the wider ones that another names. */
export function liesWithin(place: Criteria, around: Criteria): boolean {
  if (!isPlace(place) || !isPlace(around) || place.type !== around.type) return false
  const [inner = [], outer = []] = [valuesOf(place), valuesOf(around)]
  if (inner.length === 0 || outer.length === 0) return false
  if (around.field === 'country' && place.field !== 'country') {
    const wanted = new Set(outer.map((value) => value.toUpperCase()))
    return inner.every((value) => countriesAround(place.field, value).some((one) => wanted.has(one)))
  }
  if (around.field !== 'region' || place.field !== 'city') return false
  const regions = outer.flatMap(subdivisionsNamed)
  return inner.every((value) => liesInRegion(value, regions))
}
