import type { FormatId } from '../../exports/formats/index.ts'
import { type Phrase, phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

export const FILE = 'csv|excel|xlsx|spreadsheet|sheet|file|download|export|csvs'
const link = phrase('to|as|in|into|for|on|via', 'in|as|to the? format|form|shape? of', 'over|out to')
export const article = phrase('a|an|the|my|our|one', 'a|an|the? new')
const FORMATS: readonly (readonly [FormatId, Phrase])[] = [
  ['standard_csv', phrase(`csv|excel? ${FILE}`, 'csv|excel format|form', 'standard csv')],
  ['klaviyo', phrase('klaviyo list|file|import|csv|upload|format?')],
  [
    'google_ads',
    phrase('google ads|ad? customer? match|list|file|audience|upload|format?', 'customer match list|upload?'),
  ],
  ['meta', phrase('meta|facebook|instagram ads|ad? custom? audience|audiences|list|file|upload|format?')],
]

/** A kind of file as people name it: `as CSV`, `to Google Ads`, `a Klaviyo list`. */
export function formatAt(reading: Reading, at: number): Found<FormatId> | undefined {
  const from = skip(reading, skip(reading, at, link), article)
  return FORMATS.flatMap(([value, words]) => {
    const end = words(reading, from)
    return end < 0 ? [] : [{ value, end }]
  }).toSorted((a, b) => b.end - a.end)[0]
}
