import { ENTITY_WORDS } from '../../entities/entity.ts'
import type { CustomerField } from '../../conditions/attribute/attribute.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { countryName } from '../../places/countries.ts'
import type { Link } from '../linking/links.ts'
import { SUBDIVISIONS } from '../linking/subdivisions.ts'
import { HOMONYMS } from './homonyms.ts'
import { anyOf, type Doubt, question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { type Parser, type Reading, said, wordAt } from './reading.ts'
import { endsLeftOut } from './adds-back.ts'
import { withinAt } from './city-within.ts'
import { besideCodes } from './country-codes.ts'
import { goesOnAbout } from './said-of-some.ts'
import { isTeamCode } from './team-code.ts'
import { cityItself, kindWords, PLACE_FIELDS, type PlaceField, toldApart } from './told-apart.ts'

/** Places joined by commas, "and" or "or": nobody lives in two, so that "and" means either. */
export interface Places {
  readonly criteria?: Criteria
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

interface Mention {
  readonly candidates: readonly Link[]
  readonly from: number
  readonly end: number
}

const small = phrase('the|a|an|of|in|from|our|greater|either|both|all|any|around|across')
const separator = phrase(',', 'and', 'or', ', and', ', or', '/', 'nor', 'plus', 'as well as', 'and / or', '-')
const based = phrase('based', 'only', 'residents|resident|citizens')

export const placeList: Parser<Places> = (reading, at) => {
  const first = mention(reading, at)
  if (first === undefined) return undefined
  const mentions = [first]
  for (;;) {
    const last = mentions.at(-1) ?? first
    if (endsLeftOut(reading, at, last.end)) break
    const joint = besideCodes(reading, last.end) ? last.end : separator(reading, last.end)
    const next = joint < 0 ? undefined : mention(reading, joint)
    if (next === undefined || isTeamCode(reading, next.end - 1)) break
    // "US or Mexico, from Mexico only …" speaks of Mexico again.
    if (goesOnAbout(reading, next.end) && mentions.some((one) => isSame(one, next))) break
    mentions.push(next)
  }
  const { end } = mentions.at(-1) ?? first
  const behind = based(reading, end)
  const whole = citiesWithin(reading, mentions)
  const places = whole ?? placesOf(reading, mentions)
  const doubt = whole === undefined ? cityInRegion(reading, mentions) : undefined
  return {
    value: doubt === undefined ? places : { ...places, doubts: [...places.doubts, doubt] },
    end: behind >= 0 && reading.tokens[end]?.word === 'based' ? behind : end,
  }
}

const isSame = ({ candidates: [one] }: Mention, { candidates: [other] }: Mention): boolean =>
  one !== undefined && one.field === other?.field && one.values.join() === other.values.join()

/** "Cambridge, UK", "London, Paris or Berlin, Germany": cities, of which some are said with where they lie. */
function citiesWithin(reading: Reading, mentions: readonly Mention[]): Places | undefined {
  const parts: Criteria[] = []
  const assumptions: string[] = []
  for (let i = 0; i < mentions.length; i++) {
    const [inside, outside] = [mentions[i], mentions[i + 1]]
    const found = inside && withinAt(reading, inside, outside)
    const city =
      inside?.candidates.find(({ field }) => field === 'city') ??
      inside?.candidates.find(({ field }) => field === found?.city.field)
    if (inside === undefined || city === undefined) return undefined
    if (found === undefined || outside === undefined) {
      parts.push(placeCriteria([city]))
      continue
    }
    const words = said(reading, inside.from, outside.end)
    const either = `${said(reading, inside.from, inside.end)} or ${said(reading, outside.from, outside.end)}`
    assumptions.push(`“${words}” is read as one place; say “${either}” for either of the two.`)
    parts.push({ all: [placeCriteria([found.city]), placeCriteria([found.around])] })
    i++
  }
  return assumptions.length === 0 ? undefined : { criteria: anyOf(parts), assumptions, doubts: [] }
}

/** "Munich, Germany and Austria" names one place, or two: read as either of them it would be far too many people. */
function cityInRegion(reading: Reading, mentions: readonly Mention[]): Doubt | undefined {
  const at = mentions.findIndex((one, i) => isBesideRegion(reading, mentions, one, i))
  const [city, region] = [mentions[at], mentions[at + 1]]
  if (city === undefined || region === undefined) return undefined
  const [inside, around] = [said(reading, city.from, city.end), said(reading, region.from, region.end)]
  return question(city.from, region.end, `Is “${inside}, ${around}” one place or two?`, [
    [`${inside} in ${around}`, `the city ${inside} and who are in ${around}`],
    [`${inside} or ${around}`, `the city ${inside} or ${around}`],
  ])
}

/** Two of a kind of which nobody can tell, or in a longer list a city right before where it lies. */
function isBesideRegion(reading: Reading, mentions: readonly Mention[], one: Mention, i: number): boolean {
  const region = mentions[i + 1]
  if (region === undefined || region.from !== one.end + 1 || wordAt(reading, one.end) !== ',') return false
  if (mentions.length > 2) return withinAt(reading, one, region) !== undefined
  return (
    one.candidates.some(({ field }) => field === 'city') &&
    region.candidates.every(({ field }) => field !== 'city')
  )
}

/** "around Berlin" is near it; "all around the UK" is in it. */
const isNear = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'around' && !/^(?:all|from)$/.test(wordAt(reading, at - 1))

function mention(reading: Reading, at: number): Mention | undefined {
  if (isNear(reading, at)) return undefined
  const itself = cityItself(reading, at)
  if (itself !== undefined) return { ...itself, from: at }
  const start = skip(reading, skip(reading, at, small), small)
  for (const begin of new Set([start, at])) {
    const found = mentionAt(reading, begin)
    if (found !== undefined) return found
  }
  return undefined
}

function mentionAt(reading: Reading, start: number): Mention | undefined {
  let wanted: PlaceField | undefined
  let from = start
  for (const [field, words] of kindWords) {
    const end = words(reading, start)
    if (end > from) {
      wanted = field
      from = skip(reading, end, small)
    }
  }
  const links = reading.links
    .at(from)
    .filter((link) => isPlace(link) && (wanted === undefined || link.field === wanted))
  const longest = links[0]?.end
  // "the States" are a country, and no kind of region of which a name would follow.
  if (longest === undefined) return from > start ? statesAt(reading, from - 1) : undefined
  const candidates = links.filter((link) => link.end === longest)
  if (candidates.every((link) => link.count === 0) && isCommonWord(reading, from, longest)) return undefined
  // "Georgia (the country)", "New York city".
  for (const [field, words] of kindWords) {
    const said = words(reading, longest)
    if (said < 0 || wanted !== undefined) continue
    const fitting = candidates.filter((link) => link.field === field)
    if (fitting.length > 0) return { candidates: fitting, from, end: said }
  }
  const told = candidates.length > 1 ? toldApart(reading, candidates, longest) : undefined
  if (told !== undefined) return { ...told, from }
  const end = skip(reading, longest, itself)
  return { candidates: wanted === undefined ? candidates : candidates.slice(0, 1), from, end }
}

/** "Texas but not Austin itself" */
const itself = phrase('itself|proper')
function statesAt(reading: Reading, at: number): Mention | undefined {
  const links = reading.links.at(at).filter((link) => isPlace(link) && link.end === at + 1)
  return links.length === 0 ? undefined : { candidates: links, from: at, end: at + 1 }
}

const isPlace = (link: Link): boolean => PLACE_FIELDS.some((field) => field === link.field)

/** Countries such as Chad or Turkey, and demonyms such as "polish", in small letters are other words. */
const isCommonWord = (reading: Reading, from: number, end: number): boolean =>
  end === from + 1 &&
  /^(?:jersey|chad|turkey|polish|jordan|guinea|man|georgia|pole|dane|serb|turk|thai)$/.test(
    reading.tokens[from]?.text ?? '',
  )

function placesOf(reading: Reading, mentions: readonly Mention[]): Places {
  const doubts: Doubt[] = []
  const assumptions: string[] = []
  const chosen: Link[] = []
  const certain = new Set(
    mentions.flatMap(({ candidates: [one, ...others] }) =>
      one !== undefined && others.every(({ field }) => field === one.field) ? one.field : [],
    ),
  )
  for (const { candidates, from, end } of mentions) {
    const agreeing = candidates.filter((link) => certain.has(link.field))
    const named = reading.tokens
      .slice(from, end)
      .map((token) => token.word)
      .join(' ')
    const homonym = HOMONYMS.get(named)
    const saidKind = reading.tokens
      .slice(Math.max(0, from - 3), from)
      .some((token) => /^(?:state|country|region)$/.test(token.word))
    if (homonym !== undefined && !saidKind && certain.size === 0) {
      doubts.push(question(from, end, `Which ${reading.tokens[from]?.text ?? named} do you mean?`, homonym))
      continue
    }
    const held = (agreeing.length === 1 ? agreeing : candidates).filter((link) => link.count > 0)
    const open = held.length > 0 ? held : candidates
    const same = open.every((link) => link.count === open[0]?.count)
    const city = open.find((link) => link.field === 'city')
    const one = open.length === 1 || (same && open.length > 1) ? (city ?? open[0]) : undefined
    if (one === undefined) {
      doubts.push(askWhich(reading, open, from, end))
      continue
    }
    chosen.push(one)
    if (one.loose)
      assumptions.push(
        `${one.label} is read as ${one.values.length} ${one.field === 'region' ? 'regions' : 'countries'}${namedOf(one.values)}.`,
      )
    if (one.field === 'city' && isOfCity(reading, end, one.label))
      assumptions.push(`“${said(reading, from, end)}” is read as the city ${one.label}.`)
    if (one.field === 'region' && one.count === 0) {
      doubts.push(question(from, end, noRegion(reading, one.label)))
    }
    const text = reading.tokens[from]?.text ?? ''
    if (
      one.field === 'country' &&
      agreeing.length === 1 &&
      candidates.some(({ field }) => field === 'region')
    )
      assumptions.push(`“${text}” is read as ${countryName(one.values[0] ?? '')}.`)
    if (one.field === 'region' && end === from + 1 && /^[a-z]{2,3}$/i.test(text) && one.label !== text)
      assumptions.push(`“${text}” is read as ${one.label}.`)
  }
  if (chosen.length === 0) return { assumptions, doubts }
  return { criteria: placeCriteria(chosen), assumptions, doubts }
}

/** "New Yorkers" may be those of the state as well. */
const isOfCity = (reading: Reading, end: number, label: string): boolean =>
  /ers?$/.test(wordAt(reading, end - 1)) && SUBDIVISIONS.some(({ name }) => name === label)

/** Of companies and people the country alone may be known: then no other region would do. */
function noRegion({ entity, situation: { vocabulary } }: Reading, label: string): string {
  const placed =
    entity === 'customer' || ['region', 'city'].some((field) => vocabulary.filled(`${entity}.${field}`) > 0)
  return placed
    ? `No customer’s region is ${label}. Which region do you mean?`
    : `${label} can’t be told: of ${ENTITY_WORDS[entity].many} the country is known, and no region or city. Which country do you mean?`
}

/** So many stand beside each other in a sentence; the criteria’s own words name all of them in any case. */
const MOST_CODES = 60
const namedOf = (values: readonly string[]): string =>
  values.length > MOST_CODES ? ', each of which its words name' : `: ${values.join(', ')}`

const askWhich = (reading: Reading, links: readonly Link[], from: number, end: number): Doubt => {
  const text = said(reading, from, end)
  return question(
    from,
    end,
    `“${text}” can be more than one place. Which do you mean?`,
    links.map((link) => {
      const name = link.field === 'country' ? countryName(link.values[0] ?? '') : link.label
      return [`the ${link.field} ${name} (${link.count})`, `the ${link.field} ${name}`] as const
    }),
  )
}

function placeCriteria(links: readonly Link[]): Criteria {
  const parts = PLACE_FIELDS.flatMap((field): Criteria[] => {
    const plain = links.filter((link) => link.field === field && link.notIn === undefined)
    const values = [...new Set(plain.flatMap((link) => link.values))]
    const shared = links.filter((link) => link.field === field && link.notIn !== undefined)
    return [
      ...(values.length > 0 ? [oneOf(field, values)] : []),
      ...shared.map((link) => ({
        all: [oneOf(field, link.values), { none: [oneOf('country', link.notIn ?? [])] }],
      })),
    ]
  })
  return anyOf(parts)
}

/** `equals` for one value, `in` for several. */
export function oneOf(field: CustomerField, values: readonly string[]): Criteria {
  const [only] = values
  const list = field === 'tags' || field === 'interests'
  return values.length === 1 && only !== undefined
    ? { type: 'attribute', field, op: list ? 'has' : 'equals', value: only }
    : { type: 'attribute', field, op: 'in', value: [...values] }
}
