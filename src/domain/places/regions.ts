import cldr from 'cldr-subdivisions-full/subdivisions/en/en.json' with { type: 'json' }

/**
 * The English name of an ISO 3166-2 subdivision: ('US', 'CA') → `California`, ('CA', 'CA-ON') → `Ontario`.
 * Undefined where the country has no such code. Names are those of Unicode CLDR.
 */
export function regionName(country: string, code: string): string | undefined {
  const subdivision = code.toUpperCase().replace(`${country}-`, '')
  return /^[A-Z0-9]{1,3}$/.test(subdivision) ? namesByCode().get(`${country}${subdivision}`) : undefined
}

/** The countries that have a subdivision with this code: `WA` → US, AU and others. */
export function countriesWithRegion(code: string): readonly string[] {
  const subdivision = code.toUpperCase()
  return [...namesByCode().keys()].filter((key) => key.slice(2) === subdivision).map((key) => key.slice(0, 2))
}

let names: ReadonlyMap<string, string> | undefined
function namesByCode(): ReadonlyMap<string, string> {
  names ??= new Map(
    Object.entries(cldr.subdivisions.localeDisplayNames.subdivisions).map(([code, name]) => [
      code.toUpperCase(),
      // CLDR tells namesakes of one country apart by a raised digit.
      name.replace(/[¹²³⁴-⁹]+$/u, ''),
    ]),
  )
  return names
}
