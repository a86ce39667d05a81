import { told } from '../../language/grammar/asked.ts'
import {
  doubtful,
  type Meaning,
  meaning,
  missing,
  negated,
  UNKNOWN_PLACES,
} from '../../language/grammar/meaning.ts'
import { people } from '../../language/grammar/fillers.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { oneOf, type Places, placeList } from '../../language/grammar/place-list.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { shownValues } from '../../language/grammar/shown-values.ts'
import { countryCode } from '../../places/countries.ts'
import { anyTexts } from '../shared/columns/text-values.ts'
import { ageBehind, ageOfWhom } from './age-beside-people.ts'

const placeWord = phrase(
  'in|from|within|inside|across|throughout|to|of|at',
  'hq|hqs|headquarters|headquartered|offices|office|domiciled in|at?',
  'whose? hq|headquarters is|are in|at',
  'based|living|located|residing|situated|resident|live|lives|reside|resides|lived in|within|across|throughout|out',
  'live|lives|living|based|located|in|from? anywhere|somewhere in',
  'live|lives|living|based|located|residing over|right|up|down|out in',
  'live|lives|living|based|located|in? in? one|any|either of',
  'working|work|works in|from|out',
  'shipping|ship|ships|delivering|shipped|deliver|delivers to',
  'hail|hails|come|comes|coming|originating from',
  'call|calls|calling home',
  'at home|domiciled|settled in',
  'whose? country|region|state|city|location|address is|=|:|in|are',
  'with? country|region|city|location|address =|:|is',
  'geo|geography|territory|hq|headquarters|market|markets :|=|is|are|in?',
  'sit|sits|sitting|sat in|at',
  'located|based',
  'anywhere|everywhere|somewhere in',
  'elsewhere in',
  'anywhere|everywhere|somewhere else in',
  'of people from',
)

const notPlace = phrase(
  'outside|outwith of?',
  'in|from? anywhere|everywhere but|except|outside|other in|from?',
  'anywhere|everywhere other than',
  'not? living|based|located|headquartered|hq|domiciled outside of?',
  'live|lives|living|based|located outside of?',
  'live|lives|living|based|located|residing anywhere|everywhere but|except|outside|other in|from|than?',
  'except those? in|from',
  'elsewhere than in?',
  'beyond',
)

/** What says once more that places are countries: “in an EU country”, “the DACH region”. */
const ofGroup = phrase(
  'country|countries|nation|nations|region|area|markets|states',
  'member states|state|countries',
)
const kindBehind = phrase('as a|an|the|their|his|her country|region|state|province|city|town')
const address = phrase('postal|home|billing|shipping? address|addresses')

/** What else is said of the places that a list names, such as “California as their state”. */
function placesEnd(reading: Reading, at: number, { value: { criteria }, end }: Found<Places>): number {
  const one =
    criteria !== undefined && 'type' in criteria && criteria.type === 'attribute' ? criteria : undefined
  const kind = kindBehind(reading, end)
  const field = KINDS.get(wordAt(reading, kind - 1))
  if (kind >= 0 && one !== undefined && one.field === field) return kind
  if (one?.field !== 'country') return end
  if (one.op === 'in' && !reading.tokens.slice(at, end).some(({ word }) => /^(?:and|or|,)$/.test(word)))
    return skip(reading, end, ofGroup)
  // “a German address”
  return one.op === 'equals' && /^(?:a|an|with|have|has|having)$/.test(wordAt(reading, end - 2))
    ? skip(reading, end, address)
    : end
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['country', 'country'],
  ['region', 'region'],
  ['state', 'region'],
  ['province', 'region'],
  ['city', 'city'],
  ['town', 'city'],
])

/** `in France or Spain`, `outside the EU`, `Californian`, bare `Germany`. */
export const place: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const away = notPlace(reading, start)
  const said = away >= 0 ? away : placeWord(reading, start)
  const named = placesNamed(reading, start, negative)
  const list =
    placeList(reading, said >= 0 ? said : start) ?? (said >= 0 ? placeList(reading, start) : undefined)
  if (named !== undefined && named.end >= (list?.end ?? 0)) return named
  if (list === undefined) return undefined
  const opposite = negative !== away >= 0
  const { criteria } = list.value
  const shown = criteria === undefined ? undefined : opposite ? negated(criteria) : criteria
  const unknown = opposite && criteria !== undefined ? [UNKNOWN_PLACES] : []
  const nominal = said < 0 && away < 0 && start === at
  return {
    value: { ...told(shown, list.value, unknown), ...(nominal ? { nominal: true as const } : {}) },
    end: placesEnd(reading, start, list),
  }
}

const inTheCountry = phrase('in|from the country|countries')

const inThe = [
  ['region', phrase('in|from the region|regions')],
  ['city', phrase('in|from the city|cities')],
] as const

/** `in the city Paris or “New York”`, `in the country Atlantis`: by the word for what they are, existing or not. */
function placesNamed(reading: Reading, at: number, negative: boolean): Found<Meaning> | undefined {
  for (const [field, words] of inThe) {
    const said = words(reading, at)
    const found = said < 0 ? undefined : shownValues(reading, said, field)
    if (found === undefined) continue
    const criteria = oneOf(field, found.value)
    return { value: meaning(negative ? negated(criteria) : criteria), end: found.end }
  }
  const opened = inTheCountry(reading, at)
  const texts = opened < 0 ? undefined : anyTexts(reading, opened)
  if (texts === undefined) return undefined
  const criteria = oneOf(
    'country',
    texts.value.map((text) => countryCode(text) ?? text),
  )
  return { value: meaning(negative ? negated(criteria) : criteria), end: texts.end }
}

const genders = [
  ['female', phrase('women|woman|female|females|lady|ladies|girls')],
  [
    'male',
    phrase('men|man|male|males|gentleman|gentlemen|guys|guy|boys|bloke|blokes|chap|chaps|lads|fellas'),
  ],
] as const

const GENDER_SPELLINGS: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /^(?:f|female|woman|women|w)$/i,
  male: /^(?:m|male|man|men)$/i,
}

const isA = phrase('a', 'the', 'gender is|=|:?', 'identify|identifies|identifying|identified as a?')

/** A gender, as the data spells it; in none of its spellings where nobody has it. */
export function genderAt(reading: Reading, at: number): Found<string[]> | undefined {
  for (const [name, words] of genders) {
    const end = words(reading, at)
    if (end < 0) continue
    const held = reading.situation.vocabulary
      .values('gender')
      .filter((info) => GENDER_SPELLINGS[name].test(info.value))
    return { value: held.map((info) => info.value), end }
  }
  return undefined
}

/** `women`, `female customers`, `not male`. */
const gender: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, isA)
  const found = genderAt(reading, start)
  if (found === undefined) return undefined
  const { value: held, end } = found
  if (held.length === 0)
    return { value: doubtful(missing(start, end, 'gender', 'No customer’s gender is known.')), end }
  const criteria = oneOf('gender', held)
  const aged =
    ageBehind(reading, end) ??
    ageBehind(reading, skip(reading, end, people)) ??
    (negative ? undefined : ageOfWhom(reading, start, end))
  const both = aged === undefined ? criteria : { all: [criteria, aged.value] }
  return { value: { ...meaning(negative ? negated(both) : both), people: true }, end: aged?.end ?? end }
}

export const attributePhrases: readonly Parser<Meaning>[] = [place, gender]
