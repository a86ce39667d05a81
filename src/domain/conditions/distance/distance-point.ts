import { countryName } from '../../places/countries.ts'
import { citiesLike, citiesNamed, type City } from '../../places/gazetteer/gazetteer.ts'
import { countriesNamed, isCountryCode } from '../../language/linking/places.ts'
import { SUBDIVISIONS } from '../../language/linking/subdivisions.ts'
import { type Doubt, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said } from '../../language/grammar/reading.ts'
import { unquoted } from '../../language/tokens/token.ts'
import type { DistanceCondition } from './distance.ts'

type From = DistanceCondition['from']

/** A place or coordinates, as said. Without a point it has to be asked. */
export interface SaidPoint {
  readonly point?: From
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const the = phrase(
  'the|a|an',
  'the? city|town|centre|center|city centre|city center of?',
  'downtown',
  'central',
)
const store = phrase(
  'our|my|the|a|your|any|one? of? our|my|the? flagship|nearest|local|physical|main? store|stores|shop|shops|outlet|outlets|branch|branches|warehouse|office|offices|hq|headquarters|location|locations|boutique|showroom|stores',
  'me|us|here|there|them|you',
  'our|my|the|a|any store|stores|shop|shops|outlet|outlets|branch|branches|warehouse|office|hq|headquarters|location|locations',
  'store|stores|shop',
)

/** `Leeds`, `Paris, Texas`, `“our store” (51.5, -0.12)`, `51.5, -0.12`. */
export function pointAt(reading: Reading, at: number): Found<SaidPoint> | undefined {
  const coordinates = coordinatesAt(reading, at)
  if (coordinates !== undefined) return { value: certain(coordinates.value), end: coordinates.end }
  const named = labelled(reading, at) ?? cityAt(reading, skip(reading, at, the))
  if (named !== undefined) return named
  const own = store(reading, at)
  if (own >= 0) return { value: unknownStore(reading, at, own), end: own }
  return unknownName(reading, at)
}

const certain = (point: From, ...assumptions: string[]): SaidPoint => ({ point, assumptions, doubts: [] })

const NUMBERS =
  /^(?:\(\s*)?([-−+]?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS]\b)?\s*[,;/ ]\s*([-−+]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]\b)?(?:\s*\))?/iu
const coordinatesWord = phrase(
  'coordinates|coords|point|gps|location|lat|latlong',
  'the? coordinates|point|gps coordinates?',
  'lat / lon|long|lng',
  'latitude and longitude',
)

/** Read from the text itself: "51.5,-0.12" is one number to people who write commas for points. */
function coordinatesAt(reading: Reading, at: number): Found<From> | undefined {
  const start = skip(reading, at, coordinatesWord)
  const token = reading.tokens[start]
  if (token === undefined || !/^[-−+(\d]/u.test(token.text)) return undefined
  const match = NUMBERS.exec(reading.text.slice(token.start))
  if (match === null) return undefined
  const [whole, north = '', ns = '', east = '', ew = ''] = match
  // Two whole numbers are no coordinates, unless a letter says so.
  if (!/[.]/.test(north + east) && ns === '' && ew === '') return undefined
  const latitude = degreesOf(north, /s/i.test(ns))
  const longitude = degreesOf(east, /w/i.test(ew))
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  // A bracket that was opened before the coordinates is not theirs.
  const own = whole.includes('(') ? whole : whole.replace(/\)\s*$/u, '')
  const last = token.start + own.trimEnd().length
  const end = reading.tokens.findIndex((each, i) => i > start && each.start >= last)
  return { value: { latitude, longitude }, end: end < 0 ? reading.tokens.length : end }
}

function degreesOf(text: string, negative: boolean): number {
  const value = Math.round(Number(text.replace('−', '-')) * 1e6) / 1e6
  return negative ? -value : value
}

/** A name with its coordinates behind it: whatever it is called, that is where it is. */
function labelled(reading: Reading, at: number): Found<SaidPoint> | undefined {
  for (let end = at + 1; end <= Math.min(at + 6, reading.tokens.length); end++) {
    if (reading.tokens[end]?.word !== '(') continue
    const coordinates = coordinatesAt(reading, end)
    if (coordinates === undefined) return undefined
    const token = reading.tokens[at]
    const quoted = token?.kind === 'quoted' && end === at + 1
    const place = quoted ? unquoted(token.text) : said(reading, at, end)
    return { value: certain({ ...coordinates.value, place }), end: coordinates.end }
  }
  return undefined
}

/** Names of more words than this are not read. */
const LONGEST = 6

/** The city with the longest name that fits, and the country or region that is said behind it. */
function cityAt(reading: Reading, at: number): Found<SaidPoint> | undefined {
  for (let end = Math.min(at + LONGEST, reading.tokens.length); end > at; end--) {
    const name = nameIn(reading, at, end)
    const cities = name === undefined ? [] : citiesNamed(name)
    if (cities.length === 0) continue
    const hint = hintAt(reading, end)
    const fitting = hint === undefined ? cities : cities.filter(hint.value)
    if (fitting.length > 0) return chosen(reading, at, hint?.end ?? end, fitting)
    return chosen(reading, at, end, cities)
  }
  return undefined
}

/** What was written, before typos were mended: cities are in no list of words. */
function nameIn(reading: Reading, from: number, to: number): string | undefined {
  const tokens = reading.tokens.slice(from, to)
  const [first] = tokens
  if (first?.kind === 'quoted') return to === from + 1 ? unquoted(first.text) : undefined
  if (first?.kind !== 'word' || tokens.at(-1)?.kind === 'sign') return undefined
  if (tokens.some(({ kind, word }) => kind !== 'word' && !/^[.'’/-]$/.test(word))) return undefined
  return said(reading, from, to)
}

const hintJoint = phrase(',', 'in', '(', ', in', 'in the', ', the')
const hintEnd = phrase(')')

/** `, Texas`, `, ON`, `(France)`, `in the UK`. */
function hintAt(reading: Reading, at: number): Found<(city: City) => boolean> | undefined {
  const start = skip(reading, at, hintJoint)
  for (let end = Math.min(start + 4, reading.tokens.length); end > start; end--) {
    const text = said(reading, start, end)
    const folded = text.toLowerCase()
    const codes = countriesNamed(folded)?.codes ?? countryCodes(text)
    const regions = SUBDIVISIONS.filter(
      ({ name, code }) => name.toLowerCase() === folded || (/^[A-Z]{2,3}$/.test(text) && code === text),
    )
    if (codes === undefined && regions.length === 0) continue
    // "Leeds us" without a comma is no country.
    if (start === at && folded === text) continue
    const fits = (city: City): boolean =>
      codes?.includes(city.country) === true ||
      regions.some(({ country, code }) => country === city.country && code === city.region)
    return { value: fits, end: skip(reading, end, hintEnd) }
  }
  return undefined
}

const countryCodes = (text: string): readonly string[] | undefined => {
  const code = text === 'UK' ? 'GB' : text === 'USA' ? 'US' : text
  return /^[A-Z]{2}$/.test(code) && isCountryCode(code) ? [code] : undefined
}

/** One city, stated; of several those where the company has customers; else it is asked. */
function chosen(reading: Reading, from: number, end: number, cities: readonly City[]): Found<SaidPoint> {
  const held = new Set(
    reading.situation.vocabulary.values('country').flatMap((info) => (info.count > 0 ? [info.value] : [])),
  )
  const served = cities.filter((city) => held.has(city.country))
  const open = served.length > 0 ? served : cities
  const [only] = open
  if (only !== undefined && open.length === 1) {
    const { latitude, longitude, name } = only
    const read = `“${said(reading, from, end)}” is read as ${fullName(only)}, at ${latitude}, ${longitude}.`
    return { value: certain({ latitude, longitude, place: name }, read), end }
  }
  const doubt = question(
    from,
    end,
    `Which ${only?.name ?? said(reading, from, end)} do you mean?`,
    open.slice(0, 5).map((city) => [fullName(city), `${city.name} (${city.latitude}, ${city.longitude})`]),
  )
  return { value: { assumptions: [], doubts: [doubt] }, end }
}

/** `Leeds, United Kingdom`, `Paris, Texas, United States` */
function fullName({ name, country, region }: City): string {
  const named = SUBDIVISIONS.find((one) => one.country === country && one.code === region)
  const parts = [name, ...(named === undefined || country === 'GB' ? [] : [named.name]), countryName(country)]
  return parts.join(', ')
}

function unknownStore(reading: Reading, from: number, end: number): SaidPoint {
  const doubt = question(
    from,
    end,
    `Where is “${said(reading, from, end)}”? Name a city, or give its coordinates as latitude, longitude.`,
  )
  return { assumptions: [], doubts: [doubt] }
}

/** A name that no city of the list has. */
function unknownName(reading: Reading, at: number): Found<SaidPoint> | undefined {
  const token = reading.tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'quoted')) return undefined
  const text = token.kind === 'quoted' ? unquoted(token.text) : token.text
  if (
    token.kind === 'word' &&
    !/^\p{Lu}/u.test(text) &&
    token.mended === undefined &&
    citiesLike(text).length === 0
  )
    return undefined
  let end = at + 1
  while (token.kind === 'word' && /^\p{Lu}/u.test(reading.tokens[end]?.text ?? '') && end < at + 3) end++
  const near = citiesLike(token.kind === 'quoted' ? text : said(reading, at, end))
  const doubt = question(
    at,
    end,
    `I don’t know where “${said(reading, at, end)}” is. Name a larger city, or give its coordinates as latitude, longitude.`,
    near.map((name) => [name, name]),
  )
  return { value: { assumptions: [], doubts: [doubt] }, end }
}
