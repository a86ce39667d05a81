import { createRequire } from 'node:module'
import type countriesOfAll from 'i18n-iso-countries'
import codeRows from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { foldText } from '#kernel/text.ts'

/** Names that people use and that no list of official names holds. */
const ALIASES: Readonly<Record<string, string>> = {
  america: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  britain: 'GB',
  'great britain': 'GB',
  'u.k.': 'GB',
  holland: 'NL',
  eire: 'IE',
  rsa: 'ZA',
  macau: 'MO',
  swaziland: 'SZ',
  moldova: 'MD',
  burma: 'MM',
  brunei: 'BN',
  'cape verde': 'CV',
  'east timor': 'TL',
}

/** Where the runtime's display names are unwieldy. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macao',
}

/** Countries that English puts an article before. */
const WITH_ARTICLE = new Set(
  'AE BS CD CF CG CK DO FK FO GB GM KM KY MH MP MV NL PH PS SB SC SC TC US VG VI'.split(' '),
)

/**
 * ISO 3166-1 alpha-2, in capitals, for a code (alpha-2 or alpha-3) or a name in any language that means one
 * country only. `NA` is Namibia here; a caller for whom it can mean "missing" decides before asking.
 */
export const countryCode = (text: string): string | undefined =>
  CODES.has(text) ? text : codesByName().get(foldText(text))

/** Most of what is asked for is a code: the names in all languages, which take a while to read, wait for another text. */
const CODES: ReadonlySet<string> = new Set(codeRows.flatMap(([alpha2 = '']) => alpha2))

let library: typeof countriesOfAll | undefined
const countries = (): typeof countriesOfAll =>
  (library ??= createRequire(import.meta.url)('i18n-iso-countries'))

/** The English short name: `CA` → `Canada`. A text that is no code stays as it is. */
export const countryName = (code: string): string => namesByCode().get(code) ?? code

/** ISO 3166-1 numeric, three digits, for a code or a name: what maps know countries by. */
export const countryNumber = (text: string): string | undefined => {
  const code = countryCode(text)
  return code === undefined ? undefined : countries().alpha2ToNumeric(code)?.padStart(3, '0')
}

/** As it stands in a sentence: `are in the United States`. */
export const countryPhrase = (code: string): string =>
  WITH_ARTICLE.has(code) ? `the ${countryName(code)}` : countryName(code)

/** All codes, in alphabetical order. */
export const countryCodes = (): readonly string[] => [...namesByCode().keys()]

let names: ReadonlyMap<string, string> | undefined
function namesByCode(): ReadonlyMap<string, string> {
  if (names !== undefined) return names
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  names = new Map(
    [...CODES]
      .toSorted()
      .map((code) => [
        code,
        SHORT_NAMES[code] ?? display.of(code) ?? countries().getName(code, 'en') ?? code,
      ]),
  )
  return names
}

let codes: ReadonlyMap<string, string> | undefined
function codesByName(): ReadonlyMap<string, string> {
  codes ??= readNames()
  return codes
}

function readNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>(Object.entries(ALIASES))
  const claim = (name: string, code: string) => {
    const key = foldText(name)
    if (!found.has(key)) found.set(key, code)
  }
  for (const [alpha2, alpha3] of Object.entries(countries().getAlpha2Codes())) {
    claim(alpha2, alpha2)
    claim(alpha3, alpha2)
  }
  for (const [code, name] of namesByCode()) {
    claim(name, code)
    claim(`the ${name}`, code)
  }
  for (const [name, code] of namesIn('en')) claim(name, code)
  // In the other languages a name counts only where no two of them disagree about it.
  const foreign = new Map<string, Set<string>>()
  for (const language of countries().getSupportedLanguages()) {
    for (const [name, code] of namesIn(language)) {
      const key = foldText(name)
      foreign.set(key, (foreign.get(key) ?? new Set()).add(code))
    }
  }
  for (const [name, claimants] of foreign) {
    const [code] = claimants
    if (code !== undefined && claimants.size === 1) claim(name, code)
  }
  return found
}

const namesIn = (language: string): [string, string][] =>
  Object.entries(countries().getNames(language, { select: 'all' })).flatMap(([code, all]) =>
    all.map((name): [string, string] => [name, code]),
  )
