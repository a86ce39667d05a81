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
   SELECT c.id, ${TEXT_FIELDS.map((field) => keySql(field, `c.${field}`)).join(', ')}
   FROM ${which}`

/**
 * `keyOf` as SQL, which saves SQLite a call of ours for what most fields hold: words of ASCII without blanks, and phone
 * numbers of digits. Whatever else there is goes to `keyOf`.
 */
export function keySql(field: TextField, text: string): string {
  // As many letters as bytes: ASCII, and without a NUL, where GLOB would stop reading.
  const ascii = `length(${text}) = octet_length(${text})`
  const [plain, key] =
    field === 'country'
      ? ['FALSE', 'NULL']
      : field === 'phone'
        ? [`ltrim(${text}, '+') NOT GLOB '*[^0-9]*'`, `ltrim(${text}, '+')`]
        : [`${text} NOT GLOB '*[^!-~]*'`, `lower(${text})`]
  return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${ascii} AND ${plain} THEN nullif(${key}, '') ELSE key_of_${field}(${text}) END`
}
