import { foldText } from '#kernel/text.ts'
import { countryCodes, countryName } from '../../places/countries.ts'
import { countryOfDemonym } from '../../places/demonyms.ts'
import { COUNTRY_GROUPS } from './country-groups.ts'

/** A country or group of countries by one of its English names. */
export interface CountryMention {
  readonly codes: readonly string[]
  readonly label: string
  /** Of groups that people draw differently. */
  readonly loose: boolean
}

const ALIASES: Readonly<Record<string, string>> = {
  america: 'US',
  usa: 'US',
  'united states of america': 'US',
  states: 'US',
  uk: 'GB',
  britain: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  uae: 'AE',
  emirates: 'AE',
  'czech republic': 'CZ',
  turkey: 'TR',
  'ivory coast': 'CI',
  korea: 'KR',
  macedonia: 'MK',
  'hong kong': 'HK',
  vietnam: 'VN',
  burma: 'MM',
  swaziland: 'SZ',
  'cape verde': 'CV',
}

let byName: ReadonlyMap<string, CountryMention> | undefined

/** Countries and groups by folded name; codes are read apart, since `in` and `it` are words. */
export function countryMentions(): ReadonlyMap<string, CountryMention> {
  byName ??= readMentions()
  return byName
}

/** The countries that a folded text names, if it names any: `france`, `french`, `dach`. */
export function countriesNamed(text: string): CountryMention | undefined {
  const named = countryMentions().get(text)
  if (named !== undefined) return named
  const code = countryOfDemonym(text)
  return code === undefined ? undefined : { codes: [code], label: countryName(code), loose: false }
}

function readMentions(): ReadonlyMap<string, CountryMention> {
  const found = new Map<string, CountryMention>()
  const one = (code: string): CountryMention => ({ codes: [code], label: countryName(code), loose: false })
  for (const code of countryCodes()) found.set(spoken(countryName(code)), one(code))
  for (const [name, code] of Object.entries(ALIASES)) found.set(name, one(code))
  for (const { names, codes, label, loose } of COUNTRY_GROUPS) {
    for (const name of names) found.set(name, { codes, label, loose: loose === true })
  }
  return found
}

/** As tokens spell it: `Bosnia & Herzegovina` is `bosnia and herzegovina`. */
const spoken = (name: string): string => foldText(name).replaceAll('-', ' ').replaceAll('&', 'and')

let codes: ReadonlySet<string> | undefined
export function isCountryCode(text: string): boolean {
  codes ??= new Set(countryCodes())
  return codes.has(text)
}
