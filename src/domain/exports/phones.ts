import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'

export interface Phone {
  /** E.164: `+`, country code, digits. */
  readonly number: string
  /** Its country code was not in the text: it came from the customer's country. */
  readonly mended: boolean
}

/**
 * A phone number as every channel takes it (ITU-T E.164). A number without a country code gets that of the country.
 * Undefined for texts that are no possible number, also for one whose country is not known: it is never guessed.
 */
export function phoneOf(text: string | null, country: string | null): Phone | undefined {
  if (text === null) return undefined
  const plain = text.replaceAll(/[\s().\-/]/g, '')
  if (/^\+[1-9]\d{6,14}$/.test(plain) && isPossible(plain)) return { number: plain, mended: false }
  const home = country !== null && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(text, home)
  if (parsed === undefined || !parsed.isPossible()) return undefined
  return { number: parsed.number, mended: !text.trim().startsWith('+') }
}

/** How long a number may be depends on its calling code alone, so each code and length is asked about once. */
const possible = new Map<string, boolean>()

function isPossible(number: string): boolean {
  const code = callingCodeOf(number)
  if (code === undefined) return false
  const key = `${code} ${number.length}`
  let known = possible.get(key)
  if (known === undefined) {
    known = parsePhoneNumberFromString(number)?.isPossible() ?? false
    possible.set(key, known)
  }
  return known
}

const CODES: ReadonlySet<string> = new Set(
  getCountries().map((country: CountryCode): string => getCountryCallingCode(country)),
)

/** Calling codes are no beginnings of each other. */
const callingCodeOf = (number: string): string | undefined =>
  [2, 3, 4].map((end) => number.slice(1, end)).find((code) => CODES.has(code))
