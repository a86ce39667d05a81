import { joinWords } from '#kernel/text.ts'
import { countryCode, countryName, countryPhrase } from '../../places/countries.ts'
import { anyOf } from './value-words.ts'

/**
 * Follows "in": `Canada or the United States`. Where one of them is no country that exists, all are called countries,
 * so that nobody takes it for a city: `the country Atlantis`.
 */
export function countriesWords(values: readonly string[]): string {
  const codes = values.map((value) => countryCode(value))
  const known = codes.filter((code) => code !== undefined)
  if (known.length === values.length) return joinWords(known.map(countryPhrase), 'or')
  return `the country ${anyOf(values.map((value) => countryName(countryCode(value) ?? value)))}`
}
