/** The language (ISO 639-1) that most people speak in a country (ISO 3166-1 alpha-2) that the shop sends to. */
export const languageOf = (country: string): string => LANGUAGES[country] ?? 'en'

const LANGUAGES: Readonly<Record<string, string>> = {
  DE: 'de',
  AT: 'de',
  FR: 'fr',
  BE: 'fr',
  ES: 'es',
  IT: 'it',
  NL: 'nl',
  JP: 'ja',
  SE: 'sv',
}
