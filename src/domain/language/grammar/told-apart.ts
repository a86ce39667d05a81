import type { Link } from '../linking/links.ts'
import { placesBefore } from './look-back.ts'
import { phrase, skip } from './phrase.ts'
import { type Reading, wordAt } from './reading.ts'
import { THAT_IS } from './that-is.ts'

export type PlaceField = 'country' | 'region' | 'city'
/** The widest first. */
export const PLACE_FIELDS: readonly PlaceField[] = ['country', 'region', 'city']

export const kindWords: readonly (readonly [PlaceField, ReturnType<typeof phrase>])[] = [
  ['country', phrase('country|countries|nation', 'the country|nation', 'the country of')],
  [
    'region',
    phrase(
      'state|region|province|county|states|regions',
      'the state|region|province',
      'the us? state|region|province of?',
      'the us state',
    ),
  ],
  ['city', phrase('city|cities|town', 'the city|town', 'the city|town of')],
]
const thatIs = phrase(...THAT_IS, ',|-? and? i mean', ',|-? being', '( i mean', '(|,|-')
const notTheOther = phrase(',? and|but? not the? country|state|province|region|city|nation|one?')
const close = phrase(')')

/** "CA, and I mean the state not the country", "CA (the country)", "CA as in Canada": which of the two is said behind. */
export function toldApart(
  reading: Reading,
  candidates: readonly Link[],
  at: number,
): { readonly candidates: readonly Link[]; readonly end: number } | undefined {
  const opened = thatIs(reading, at)
  if (opened < 0) return undefined
  for (const [field, words] of kindWords) {
    const end = words(reading, opened)
    const fitting = candidates.filter((link) => link.field === field)
    if (end >= 0 && fitting.length === 1)
      return { candidates: fitting, end: skip(reading, skip(reading, end, notTheOther), close) }
  }
  // A name behind a comma alone may be another place.
  if (/^[,-]$/.test(wordAt(reading, opened - 1))) return undefined
  for (const link of reading.links.at(opened)) {
    const fitting = candidates.filter(
      ({ field, values }) => field === link.field && values.join() === link.values.join(),
    )
    if (fitting.length === 1)
      return { candidates: fitting, end: skip(reading, skip(reading, link.end, notTheOther), close) }
  }
  return undefined
}

const theCityItself = phrase('the? city|town itself|proper')

/** "New York State but not the city itself": the city that is called like the place before. */
export function cityItself(
  reading: Reading,
  at: number,
): { readonly candidates: readonly Link[]; readonly end: number } | undefined {
  const end = theCityItself(reading, at)
  if (end < 0) return undefined
  for (const i of placesBefore(at)) {
    const city = reading.links.at(i).find(({ field }) => field === 'city')
    if (city !== undefined) return { candidates: [city], end }
  }
  return undefined
}
