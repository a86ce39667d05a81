import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import { HESITATIONS } from '../grammar/fillers.ts'
import { LEXICON } from '../grammar/phrase.ts'
import { joinNumberWords, NUMBER_WORDS } from '../tokens/numbers.ts'
import { RFM_SEGMENTS } from '../../rfm/patterns.ts'
import type { Token } from '../tokens/token.ts'
import { countryOfDemonym } from '../../places/demonyms.ts'
import { cityKey, cityWords } from '../../places/gazetteer/gazetteer.ts'
import { countryMentions } from './places.ts'
import { stem } from './stem.ts'
import { SUBDIVISIONS } from './subdivisions.ts'
import { indexOf } from './value-index.ts'

const FIELDS = [
  'segment',
  'indicator',
  'profile',
  'company.profile',
  'person.profile',
  'category',
  'brand',
  'product',
  'campaign',
  'city',
  'region',
  'tags',
  'company.industry',
  'company.technology',
  'company.funding_stage',
  'person.seniority',
  'signal.topic',
  'person.function',
  'person.title',
] as const
/** Names that are right as they stand, and that no other word is a slip of. */
const NAMES = [
  'interests',
  'product_tag',
  'event',
  'channel',
  'device',
  'discount_code',
  'company.name',
] as const
/** “About to Sleep” is a segment. */
const RFM_WORDS = new Set(RFM_SEGMENTS.flatMap((name) => name.toLowerCase().split(' ')))
/**
 * Sounds and joining words say nothing by themselves: a name that nothing knows, “Matcha”, is no slip of one, and would
 * be lost without a word.
 */
const SAYS_NOTHING = new Set([...HESITATIONS.split('|'), 'match', 'matches', 'whatever', 'whichever'])
/** Words that are looked up with slips: a message of many unknown words is no message with typos. */
const MOST_TRIED = 12
const PLACE_WORDS = new Set(
  [...countryMentions().keys(), ...SUBDIVISIONS.map((one) => one.name.toLowerCase())].flatMap((name) =>
    name.split(/[\s-]/).filter((word) => word.length > 3),
  ),
)

/** Beside these words any city of the world may be named, and is no slip. */
const DISTANCE =
  /^(?:kms?|mi|miles?|kilomet(?:er|re)s?|radius|near|nearby|around|close|closest|vicinity|area)$/

/**
 * Mends likely typos: a word that nothing knows becomes the one known word that is nearest to it, when there
 * is exactly one. The token remembers what was written, so that the answer can say so.
 */
export function mendTypos(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const indexed = FIELDS.map((field) => indexOf(field, vocabulary.values(field)).spellings)
  const known: readonly Words[] = [LEXICON, new Set(NUMBER_WORDS), PLACE_WORDS, ...indexed]
  const names = NAMES.map((field) => indexOf(field, vocabulary.values(field)).spellings)
  const cities = tokens.some(({ word }) => DISTANCE.test(word)) ? cityWords() : undefined
  let tried = 0
  const mended = tokens.map((token, i) => {
    // Somebody's name is right as it stands.
    if (/^(?:named|called|name)$/.test(tokens[i - 1]?.word ?? '') || isNameCompared(tokens, i)) return token
    if (token.kind !== 'word' || token.word.length < 4 || tried >= MOST_TRIED) return token
    if (RFM_WORDS.has(token.word)) return token
    if (names.some((words) => words.has(token.word))) return token
    if (known.some((words) => words.has(token.word))) return token
    const plural = token.word.replace(/(?<=[^aeiou])ys$/, 'ies')
    if (plural !== token.word && LEXICON.has(plural)) return { ...token, word: plural, mended: token.text }
    const root = stem(token.word)
    if (known.some((words) => words.has(root))) {
      // “lats”, which might be some of “lat”, is “last”.
      const swapped = swapOfCommon(token.word)
      return swapped === undefined ? token : { ...token, word: swapped, mended: token.text }
    }
    if (countryOfDemonym(token.word) !== undefined) return token
    if (!/^[\p{L}]+$/u.test(token.word) || cities?.has(cityKey(token.word)) === true) return token
    tried++
    const beside = [tokens[i - 1]?.word, tokens[i + 1]?.word]
    const nearest = nearestOf(token.word, known, (word) => isNamedWith(vocabulary, word, beside))
    return nearest === undefined ? token : { ...token, word: nearest, mended: token.text }
  })
  // "fiev orders", "two hunderd"
  return mended.some((token, i) => token !== tokens[i]) ? joinNumberWords(mended) : mended
}

/** "first name is Anna", "last name is neither Smith nor Jones": behind what compares a name, names stand. */
function isNameCompared(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    if (/^names?$/.test(token?.word ?? '')) return i < at - 1 || token?.word === 'name'
    if (!COMPARES_NAMES.test(token?.word ?? '') && !/^\p{Lu}/u.test(token?.text ?? '')) return false
  }
  return false
}

const COMPARES_NAMES = /^(?:is|are|isn't|not|in|one|any|of|neither|either|or|nor|other|than|=|!|:|,|\()$/

interface Words {
  has(word: string): boolean
  keys(): Iterable<string>
}

/**
 * The one word that is nearest; of several equals the one that stands in a name with what is beside it, else the one
 * that is far commoner than the others in what people say here.
 */
function nearestOf(
  word: string,
  known: readonly Words[],
  isNamed: (word: string) => boolean,
): string | undefined {
  let best: { words: string[]; distance: number } | undefined
  // “cstmrs”: vowels of “customers” are left out, and none is another.
  const fuller = new RegExp(`^${[...word].join('[aeiouy]*')}[aeiouy]*$`)
  for (const words of known) {
    const allowed = allowedSlips(word, words === LEXICON)
    for (const candidate of words.keys()) {
      if (Math.abs(candidate.length - word.length) > Math.max(allowed, 3)) continue
      if (candidate[0] !== word[0] && !isSlipAtStart(word, candidate)) continue
      if (SAYS_NOTHING.has(candidate)) continue
      const slips = editDistance(word, candidate)
      const clipped = candidate.length > word.length && fuller.test(candidate)
      const short = slips === 1 && (isSwap(word, candidate) || isDoubled(word, candidate))
      if (slips > allowed && !short && !(clipped && slips <= 3)) continue
      // Vowels that were left out, letters swapped or typed twice are likelier than another letter: “buyrs”, “htis”.
      const likely = short || clipped
      const distance = slips - (likely ? 0.5 : 0)
      if (best === undefined || distance < best.distance) best = { words: [candidate], distance }
      else if (distance === best.distance) best.words.push(candidate)
    }
  }
  const [first] = best?.words ?? []
  if (best === undefined || first === undefined) return undefined
  if (best.words.every((one) => stem(one) === stem(first))) return first
  const [named, more] = [...new Set(best.words.filter(isNamed))]
  return named === undefined ? commonest(best.words) : more === undefined ? named : undefined
}

/** So many times more phrases have the word than the next. */
const FAR_COMMONER = 4

/** Names of the data are not weighed against words. */
function commonest(words: readonly string[]): string | undefined {
  if (!words.every((word) => LEXICON.has(word))) return undefined
  const uses = (word: string) => LEXICON.get(word) ?? 0
  const [first = '', next = ''] = [...new Set(words)].toSorted((a, b) => uses(b) - uses(a))
  return uses(first) >= FAR_COMMONER * uses(next) ? first : undefined
}

/** In so many phrases: a word that is typed in most messages. */
const COMMON = 60

function swapOfCommon(word: string): string | undefined {
  for (let at = 0; at < word.length - 1; at++) {
    const swapped = `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
    if (swapped !== word && (LEXICON.get(swapped) ?? 0) >= COMMON) return swapped
  }
  return undefined
}

const NAMED_TOGETHER = ['campaign', 'segment', 'city', 'category', 'brand'] as const

/** "sumer sale": whether some name has the word, with one of those beside it. */
const isNamedWith = (
  vocabulary: Vocabulary,
  word: string,
  [before, behind]: readonly (string | undefined)[],
): boolean =>
  NAMED_TOGETHER.some((field) =>
    vocabulary.values(field).some(({ label }) => {
      const name = ` ${label.toLowerCase()} `
      return name.includes(` ${word} ${behind ?? '-'} `) || name.includes(` ${before ?? '-'} ${word} `)
    }),
  )

/** Names are longer and fewer than words, so that more slips still point to one of them. */
function allowedSlips({ length }: string, ofWords: boolean): number {
  if (length < 5) return 0
  if (length < 8) return 1
  return length < 10 || ofWords ? 2 : 3
}

/** Whether the one slip is two neighbouring letters swapped: the commonest, mended in short words too. */
const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** “weeek”: a letter typed twice. */
const isDoubled = (word: string, candidate: string): boolean =>
  word.length === candidate.length + 1 &&
  word.length > 4 &&
  [...word].some((letter, i) => letter === word[i + 1] && word.slice(0, i) + word.slice(i + 1) === candidate)

/** “omnth” and “ustomers”: the first two letters are swapped, or the first of a long word is missing. */
const isSlipAtStart = (word: string, candidate: string): boolean =>
  (candidate[0] === word[1] && candidate[1] === word[0] && candidate.slice(2) === word.slice(2)) ||
  (word.length > 5 && candidate.slice(1) === word)

/** Damerau-Levenshtein (optimal string alignment): swaps, slips, missing and doubled letters count 1 each. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
