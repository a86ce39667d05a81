import { foldText } from '#kernel/text.ts'
import { countryCode } from '../../places/countries.ts'
import type { ValueInfo, Vocabulary } from '../../vocabulary/vocabulary.ts'
import type { Token } from '../tokens/token.ts'
import { isPlacedCode } from './code-lists.ts'
import type { Link } from './links.ts'
import { countriesNamed, type CountryMention, isCountryCode } from './places.ts'
import { REGION_GROUPS } from './region-groups.ts'
import { isSharedCode, type Subdivision, SUBDIVISIONS } from './subdivisions.ts'

/** Words that capitals alone don't make a code: "IN", "OR", "ME" in a message that shouts. */
const SMALL_WORDS = new Set(
  'am an and are as at be by can do er for ho id in is it la ma me my no of or pa per so to us vs'.split(' '),
)
const LONGEST_NAME = 5

/** Countries, groups of countries and regions, by name or by a code in capitals. */
export function linkPlaces(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Link[] {
  const token = tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'quoted')) return []
  const links: Link[] = []
  const runs = token.kind === 'quoted' ? [token.word] : wordRuns(tokens, at)
  runs.forEach((run, i) => {
    const end = at + i + 1
    const mention =
      countriesNamed(run) ?? (run === 'us' && isCountryUs(tokens, at) ? UNITED_STATES : undefined)
    if (mention !== undefined) links.push(countryLink(mention, end, vocabulary))
    links.push(...regionsNamed(run, end, vocabulary), ...regionGroup(run, end, vocabulary))
  })
  const listed = isPlacedCode(tokens, at) && !isBoughtFromUs(tokens, at)
  if (listed || isCode(tokens, at)) {
    const placed = listed || isPlaceBefore(tokens, at)
    links.push(...codesAt(token.text.toUpperCase(), { end: at + 1, placed }, vocabulary))
  }
  return links
}

/** “West coast”: its regions, as the data writes them; none where it holds none of them. */
function regionGroup(run: string, end: number, vocabulary: Vocabulary): Link[] {
  const group = REGION_GROUPS.find(({ names }) => names.includes(run))
  if (group === undefined) return []
  const held = group.codes.flatMap((code) => {
    const named = SUBDIVISIONS.find((one) => one.code === code && one.country === group.country)
    const found =
      (named && valueOf(vocabulary, 'region', named.name)) ??
      (isSharedCode(code) ? undefined : valueOf(vocabulary, 'region', code))
    return found === undefined ? [] : [found]
  })
  const values = held.map(({ value }) => value)
  if (values.length === 0) return []
  const { label } = group
  return [{ field: 'region', values, label, count: countIn(held), end, match: 'whole', loose: true }]
}

const UNITED_STATES: CountryMention = { codes: ['US'], label: 'United States', loose: false }

/** `new`, `new york`, `new york city` … */
function wordRuns(tokens: readonly Token[], at: number): string[] {
  const runs: string[] = []
  let run = ''
  for (const token of tokens.slice(at, at + LONGEST_NAME)) {
    if (token.kind === 'sign' && token.word !== '.' && token.word !== 'and') break
    run = run === '' ? token.word : `${run} ${token.word}`
    runs.push(run)
  }
  return runs
}

/** What a pronoun stands behind: "show us", "spent over 500 with us", "those who follow us". */
const BEFORE_PRONOUN =
  /^(?:with|from|to|for|by|at|of|on|behind|about|against|like|than|near|between|let|give|gives|given|gave|show|shows|tell|tells|told|send|sends|sent|get|gets|find|bring|brings|help|helps|want|wants|need|needs|ask|asks|asked|allow|allows|remind|make|pull|list|fetch|grab|build|create|prepare|draft|buy|reach|contact|contacted|email|emailed|text|texted|call|called|visit|visited|follow|followed|follows|following|know|knows|knew|love|loved|loves|like|liked|likes|leave|left|leaving|join|joined|trust|cost|owe|owes|pay|paid|pays|sent|write|wrote|message|messaged|tag|tagged|mention|mentioned|refer|referred|choose|chose|review|reviewed|rate|rated|report|reported|mark|marked|flag|flagged|block|blocked|unfollowed|recommend|recommended|found|discovered|trusted|thanked|heard)$/

/** "us" as those who ask; anywhere else ("us women", "female, us", "in us") it is the country. */
const isPronounUs = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'us' &&
  (tokens[at]?.text !== 'US' || isShouted(tokens)) &&
  BEFORE_PRONOUN.test(tokens[at - 1]?.word ?? '') &&
  !isUsBesideCountry(tokens, at)

/** "bought tea from us, France only": who sold it, and no code of a list of countries. */
const isBoughtFromUs = (tokens: readonly Token[], at: number): boolean =>
  isPronounUs(tokens, at) &&
  tokens.slice(Math.max(0, at - 6), at).some(({ word }) => BOUGHT.test(word)) &&
  !/^\p{L}{2}$/u.test(tokens[at + 2]?.word ?? '')

const BOUGHT = /^(?:b(?:ought|uy|uys)|order(?:ed|s)?|orders|purchase[ds]?|shop(?:ped|s)?|spent|anything)$/

export const isCountryUs = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'us' && !isPronounUs(tokens, at)

/** "us and uk", "Canada or us" */
const isUsBesideCountry = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'us' && (isBeside(tokens, at, 1) || isBeside(tokens, at, -1))

const isBeside = (tokens: readonly Token[], at: number, step: 1 | -1): boolean =>
  /^(?:plus|\/|and|or)$/.test(tokens[at + step]?.word ?? '') &&
  countriesNamed(tokens[at + 2 * step]?.word ?? '') !== undefined

/** A word alone, such as a code, is no sentence that anybody shouts. */
const isShouted = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 && tokens.every(({ text }) => text === text.toUpperCase())

/** A code is written in capitals; in a message without small letters only where it is no common word. */
export function isCode(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !/^(?:[A-Z]{2,3}|[uU]\.[sSkK]\.)$/.test(token.text)) return false
  if (token.text === 'HR' && !isPlaceBefore(tokens, at)) return false
  return !isShouted(tokens) || !SMALL_WORDS.has(token.word)
}

/** “HR” is people’s work (“HR Director, Head of HR”), unless it stands where a country does: “in HR”, “DE, HR”. */
const isPlaceBefore = (tokens: readonly Token[], at: number): boolean =>
  /^(?:in|from|outside|within)$/.test(tokens[at - 1]?.word ?? '') ||
  (/^(?:,|and|or|&|\/|\+)$/.test(tokens[at - 1]?.word ?? '') &&
    isCountryCode(tokens[at - 2]?.text ?? '') &&
    tokens[at - 2]?.text !== 'HR')

function codesAt(
  code: string,
  { end, placed }: { readonly end: number; readonly placed: boolean },
  vocabulary: Vocabulary,
): Link[] {
  // In a message “NA” is North America, unless the data knows somebody in Namibia.
  const continent = code === 'NA' && countOf(vocabulary, 'country', 'NA') === 0
  const mention = continent ? countriesNamed('north america') : undefined
  if (mention !== undefined) return [countryLink(mention, end, vocabulary)]
  const plain = plainCode(code, placed)
  const links: Link[] = []
  if (isCountryCode(plain) && countriesNamed(plain.toLowerCase()) === undefined) {
    const count = countOf(vocabulary, 'country', plain)
    // A code that is in the data as a region only is read as the region; one that is in it as neither, and could
    // be both ("LA"), is asked about.
    const either = SUBDIVISIONS.some(({ code, country }) => code === plain && LETTERED.test(country))
    if (count > 0 || (countOf(vocabulary, 'region', plain) === 0 && !either)) {
      links.push({ field: 'country', values: [plain], label: plain, count, end, match: 'whole' })
    }
  }
  const region = valueOf(vocabulary, 'region', plain) ?? regionOfCode(plain, vocabulary)
  if (region !== undefined) {
    const named = SUBDIVISIONS.find((one) => one.code === plain)
    const label = named === undefined || isSharedCode(plain) ? plain : named.name
    links.push({ field: 'region', values: [region.value], label, count: region.count, end, match: 'whole' })
  }
  // A state that nobody lives in is named by its name, as if it had been said so.
  const state = SUBDIVISIONS.find((one) => one.code === plain && one.country === 'US')
  if (placed && links.length === 0 && state !== undefined)
    links.push({ field: 'region', values: [state.name], label: state.name, count: 0, end, match: 'whole' })
  return links
}

/** `UK` and `LUX` by their codes of two letters; codes of regions stay as they are. */
function plainCode(code: string, placed: boolean): string {
  if (code === 'UK' || code === 'U.K.') return 'GB'
  if (code === 'U.S.' || code === 'USA') return 'US'
  const isRegion = SUBDIVISIONS.some((one) => one.code === code)
  return placed && code.length === 3 && !isRegion ? (countryCode(code) ?? code) : code
}

/** Where people write regions as letters. */
const LETTERED = /^(?:US|CA|AU)$/

/** A region that the data holds by its name: `TX` is Texas. */
function regionOfCode(code: string, vocabulary: Vocabulary) {
  const named = SUBDIVISIONS.filter((one) => one.code === code && LETTERED.test(one.country))
  return named.map(({ name }) => valueOf(vocabulary, 'region', name)).find((held) => held !== undefined)
}

function countryLink(mention: CountryMention, end: number, vocabulary: Vocabulary): Link {
  const count = mention.codes.reduce((sum, code) => sum + countOf(vocabulary, 'country', code), 0)
  return {
    field: 'country',
    values: mention.codes,
    label: mention.label,
    count,
    end,
    match: 'whole',
    ...(mention.loose ? { loose: true } : {}),
  }
}

const byName: ReadonlyMap<string, readonly Subdivision[]> = Map.groupBy(SUBDIVISIONS, (one) =>
  foldText(one.name).replaceAll('-', ' '),
)

/** A region by its own name in the data, or by the name of a code in the data. */
function regionsNamed(run: string, end: number, vocabulary: Vocabulary): Link[] {
  const links: Link[] = []
  const own = run.length > 3 ? namedSo(vocabulary.values('region'), run) : []
  const coded = byName.get(run) ?? []
  for (const { code, country, name } of coded) {
    const held = valueOf(vocabulary, 'region', code)
    const spelled = [...own, ...(held === undefined ? [] : [held])]
    const others = isSharedCode(code)
      ? SUBDIVISIONS.filter((one) => one.code === code && one.country !== country).map((one) => one.country)
      : []
    const values = spelled.map(({ value }) => value)
    const count = countIn(spelled)
    links.push({
      field: 'region',
      values: values.length > 0 ? values : [name],
      label: name,
      count,
      end,
      match: 'whole',
      ...(others.length > 0 && held !== undefined ? { notIn: others } : {}),
    })
  }
  const [one] = own
  if (coded.length === 0 && one !== undefined) {
    links.push({
      field: 'region',
      values: own.map(({ value }) => value),
      label: one.label,
      count: countIn(own),
      end,
      match: 'whole',
    })
  }
  return links
}

const countIn = (infos: readonly ValueInfo[]): number => infos.reduce((sum, { count }) => sum + count, 0)

/** The values that a run of words names: a message is cut at hyphens, `Île-de-France` and `Île de France` are one. */
function namedSo(values: readonly ValueInfo[], run: string): readonly ValueInfo[] {
  let named = spellings.get(values)
  if (named === undefined) {
    const distinct = new Map(values.map((info) => [foldText(info.value), info]))
    named = Map.groupBy(distinct.values(), ({ value }) => foldText(value).replaceAll('-', ' '))
    spellings.set(values, named)
  }
  return named.get(foldText(run).replaceAll('-', ' ')) ?? []
}
const spellings = new WeakMap<readonly ValueInfo[], ReadonlyMap<string, readonly ValueInfo[]>>()

function valueOf(vocabulary: Vocabulary, field: 'country' | 'region', value: string): ValueInfo | undefined {
  const values = vocabulary.values(field)
  let keys = keyed.get(values)
  if (keys === undefined)
    keyed.set(values, (keys = new Map(values.map((info) => [foldText(info.value), info]))))
  return keys.get(foldText(value))
}
const keyed = new WeakMap<readonly ValueInfo[], ReadonlyMap<string, ValueInfo>>()

const countOf = (vocabulary: Vocabulary, field: 'country' | 'region', value: string): number =>
  valueOf(vocabulary, field, value)?.count ?? 0
