import { foldText } from '#kernel/text.ts'
import { countryCode } from '../places/countries.ts'

export const TEXT_FIELDS = [
  'email',
  'phone',
  'first_name',
  'last_name',
  'gender',
  'country',
  'region',
  'city',
  'postcode',
  'language',
] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/**
 * The key under which two texts of a customer field are equal, as `customer_keys` holds it: folded; a phone
 * number by its digits; a country by its lower-case ISO code where it has one. Null when nothing is left.
 */
export function keyOf(field: TextField, text: string | null): string | null {
  if (text === null) return null
  switch (field) {
    case 'phone':
      return text.normalize('NFKC').replace(/\D/g, '') || null
    case 'country':
      return countryCode(text)?.toLowerCase() ?? (foldText(text) || null)
    case 'email':
    case 'first_name':
    case 'last_name':
    case 'gender':
    case 'region':
    case 'city':
    case 'postcode':
    case 'language':
      return foldText(text) || null
  }
}

/** SQL that writes the keys of some customers: `which` follows `FROM`, with the customers as `c`. */
export const insertKeys = (which: string): string =>
  `INSERT INTO customer_keys(id, ${TEXT_FIELDS.join(', ')})
   SELECT c.id, ${TEXT_FIELDS.map((field) => `CASE WHEN c.${field} IS NOT NULL THEN key_of_${field}(c.${field}) END`).join(', ')}
   FROM ${which}`
