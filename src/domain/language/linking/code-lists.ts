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
  const { alone, placed, tight, sure } = listAround(tokens, at)
  if (alone) return placed && !WORDS.has(token.word)
  if (!(placed || tight) || !sure) return false
  return !WORDS.has(token.word) || tight || END.test(tokens[at + 1]?.word ?? '')
}

/** Codes and countries that signs or joining words put side by side. */
interface List {
  readonly alone: boolean
  /** A word for where people are stands before it. */
  readonly placed: boolean
  readonly tight: boolean
  /** Some of it can be nothing but a place. */
  readonly sure: boolean
}

/** Each list is followed once, and not from each of its members: “and” is the code of Andorra. */
const lists = new WeakMap<readonly Token[], Map<number, List>>()

/** The list that a code or a country is in. */
function listAround(tokens: readonly Token[], at: number): List {
  const known = lists.get(tokens) ?? new Map<number, List>()
  lists.set(tokens, known)
  const found = known.get(at)
  if (found !== undefined) return found
  const goesOn = (between: number, i: number) =>
    isMember(tokens[i]) && SEPARATOR.test(tokens[between]?.word ?? '')
  let [from, to] = [at, at]
  while (goesOn(from - 1, from - 2)) from -= 2
  while (goesOn(to + 1, to + 2)) to += 2
  const inside = tokens.slice(from, to + 1)
  const list: List = {
    alone: from === to,
    placed: PLACED.test(tokens[from - 1]?.word ?? ''),
    tight: inside.every(({ word }, i) => i % 2 === 0 || TIGHT.test(word)),
    sure: inside.some((one, i) => i % 2 === 0 && (isPlain(one) || isCountry(one))),
  }
  for (let i = from; i <= to; i += 2) known.set(i, list)
  return list
}

const isMember = (one: Token | undefined): boolean =>
  one !== undefined && (isCodeLike(one) || isCountry(one) || one.word === 'us')

const isCountry = ({ word }: Token): boolean => word !== 'us' && countriesNamed(word) !== undefined
