import { countryCode } from '../../places/countries.ts'
import type { Token } from '../tokens/token.ts'
import { countriesNamed, isCountryCode } from './places.ts'
import { SUBDIVISIONS } from './subdivisions.ts'

/** Words of their own, which only a list of codes makes codes: "de/at/ch", and not "at". */
const WORDS = new Set(
  'ad ai am an and ar are as at be bi by can co cs do er fin ho hr id in io is it ma md me ml mr ms my no nor of oh ok or pa pan per pm pr so sr st to ton tv us ve vs'.split(
    ' ',
  ),
)
const STATES = new Set(
  SUBDIVISIONS.flatMap(({ code, country }) => (country === 'US' ? [code.toLowerCase()] : [])),
)

const PLACED = /^(?:in|from|outside|within)$/
const SEPARATOR = /^(?:,|\/|plus|and|or|-)$/
const TIGHT = /^(?:\/|plus)$/
const END = /^(?:[,.;!?)]|\/|plus|and|or|but|)$/

/** `lu`, `LUX`: a country or a state of the USA by its code, in letters of any size. */
const isCodeLike = ({ kind, text }: Token): boolean =>
  kind === 'word' &&
  /^[a-z]{2,3}$/i.test(text) &&
  (isCountryCode(text.toUpperCase()) ||
    STATES.has(text.toLowerCase()) ||
    (text.length === 3 && countryCode(text) !== undefined))

const isPlain = (token: Token): boolean => isCodeLike(token) && !WORDS.has(token.word)

/**
 * Whether a word stands where codes of places do, so that it needs no capitals: "in de", "be + nl + lux", "from uk,
 * ie and fr". A word that means something else is one only in a list with a plain code or a country's name.
 */
export function isPlacedCode(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !isCodeLike(token)) return false
  const [from, to] = listAround(tokens, at)
  const placed = PLACED.test(tokens[from - 1]?.word ?? '')
  if (from === at && to === at) return placed && !WORDS.has(token.word)
  const members = tokens.slice(from, to + 1).filter((_, i) => i % 2 === 0)
  const separators = tokens.slice(from, to + 1).filter((_, i) => i % 2 === 1)
  const tight = separators.every(({ word }) => TIGHT.test(word))
  if (!placed && !tight) return false
  const sure = members.filter((one) => isPlain(one) || isCountry(one)).length
  if (sure === 0) return false
  return !WORDS.has(token.word) || tight || END.test(tokens[at + 1]?.word ?? '')
}

const isCountry = ({ word }: Token): boolean => word !== 'us' && countriesNamed(word) !== undefined

/** The first and the last of codes and countries that signs or joining words put side by side. */
function listAround(tokens: readonly Token[], at: number): readonly [number, number] {
  const isMember = (i: number) => {
    const one = tokens[i]
    return one !== undefined && (isCodeLike(one) || isCountry(one) || one.word === 'us')
  }
  const goesOn = (between: number, i: number) => isMember(i) && SEPARATOR.test(tokens[between]?.word ?? '')
  let [from, to] = [at, at]
  while (goesOn(from - 1, from - 2)) from -= 2
  while (goesOn(to + 1, to + 2)) to += 2
  return [from, to]
}
