import { DICTIONARY_FIELDS, type DictionaryField } from '../../vocabulary/dictionary.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Commanded, done } from './commanded.ts'
import { afterCourtesy } from './whole.ts'

const listSegments = phrase(
  'list|show|what|which|see|view|get|display|give me? are? all|my|our|the|of? my|our|the? saved|existing|available|custom|current? segments|audiences|lists',
  'what|which segments|lists|audiences do|are we|i|you|there? have|exist|saved?',
  'segments|lists',
  'do we|i have any segments|lists',
  'are there any segments',
  'my|our segments',
)

const matching = phrase(
  'that|which? contain|contains|containing|matching|about|with|like|for|named|called|start|starts|starting|mention|mentions with?',
)

const what = phrase(
  'what|which|list|show|see|give me? are|is? all|me? the|our? of?',
  'what|which kinds|types of',
  'list|show all?',
)

const there = phrase(
  'are|do|have|is there|we|i|you|exist|available|have',
  'do|does we|i|you have|sell|stock|know|hold|use|offer|there?',
  'exist',
  'are there',
  'are available|known',
  'we|i have',
)

const FIELD_WORDS: readonly (readonly [DictionaryField, Phrase])[] = [
  ['category', phrase('categories|category', 'product categories')],
  ['brand', phrase('brands|brand')],
  ['product', phrase('products|product|items')],
  ['country', phrase('countries|country')],
  ['region', phrase('regions|states|provinces')],
  ['city', phrase('cities|towns')],
  ['tags', phrase('tags|tag', 'customer tags')],
  ['campaign', phrase('campaigns|campaign')],
  ['event', phrase('events|event', 'event types')],
  ['channel', phrase('channels', 'sales|order channels')],
  ['device', phrase('devices')],
  ['discount_code', phrase('codes|coupons', 'discount|coupon|promo|voucher codes')],
]

export function listing(reading: Reading, start: number): Commanded | undefined {
  const end = listSegments(reading, start)
  if (end >= 0) {
    const said = matching(reading, end)
    const rest = afterCourtesy(reading, said >= 0 ? said : end)
    if (rest >= reading.tokens.length) return done({ do: 'list_segments' })
    if (said >= 0) {
      const search = reading.tokens
        .slice(rest)
        .filter((token) => token.kind !== 'sign')
        .map((token) => (token.kind === 'quoted' ? token.word : token.text))
        .join(' ')
      return done({ do: 'list_segments', search })
    }
  }
  const opened = what(reading, start)
  if (opened < 0) return undefined
  for (const [field, words] of FIELD_WORDS) {
    const named = words(reading, opened)
    if (named < 0) continue
    const behind = there(reading, named)
    const rest = behind >= 0 ? (there(reading, behind) >= 0 ? there(reading, behind) : behind) : named
    if (afterCourtesy(reading, rest) < reading.tokens.length) return undefined
    const known = DICTIONARY_FIELDS.find((one) => one === field)
    return done({ do: 'find_values', query: '', ...(known === undefined ? {} : { field: known }) })
  }
  return undefined
}
