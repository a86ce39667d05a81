import { foldText } from '#kernel/text.ts'
import {
  FUNCTIONS,
  HELPERS,
  type Level,
  LEVELS,
  RANKS,
  SERVING,
  SHORT_FORMS,
  SMALL_WORDS,
} from './lexicon.ts'

/** A job title as the lexicon reads it. */
interface JobTitle {
  /** Names of ranks (`vice president`); of a founder and CEO two. */
  readonly ranks: readonly string[]
  /** Names of functions. */
  readonly functions: readonly string[]
  /** Words that are neither. */
  readonly words: readonly string[]
}

/** What somebody asks of titles: "VP Sales", "Director and up". */
interface AskedTitle extends JobTitle {
  /** Every rank of the level counts, or of those above it too. */
  readonly reach?: 'level' | 'up' | 'down'
}

/** `word word …` → what it is. */
interface Entry {
  readonly kind: 'rank' | 'function' | 'helper'
  readonly name: string
  readonly words: readonly string[]
}

/** A word without its short form. */
const written = (word: string): readonly string[] => SHORT_FORMS[word]?.split(' ') ?? [word]

const entriesOf = (kind: Entry['kind'], list: string): readonly Entry[] => {
  const [name = '', ...others] = list.split('|')
  return [name, ...others].map((words) => ({ kind, name, words: words.split(' ').flatMap(written) }))
}

const ENTRIES: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(
  [
    ...RANKS.flatMap(({ words }) => entriesOf('rank', words)),
    ...FUNCTIONS.flatMap((list) => entriesOf('function', list)),
    ...HELPERS.flatMap((list) => entriesOf('helper', list)),
  ].toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
)

const BY_NAME = new Map(RANKS.map((rank) => [rank.words.split('|')[0] ?? '', rank]))

/** The level of a rank's name; helpers are on the lowest. */
const levelOf = (rank: string): Level => BY_NAME.get(rank)?.level ?? 'IC'

const FORMER = /^(?:ex|former|formerly|retired|past)\b|\((?:former|retired)\)/
const OF_SOMEBODY = /^.*['’]s? (?=\S)|\s(?:at|reporting to|reports to)\s.*$|\s?@.*$|,?\s?office of the\s.*$/g
const TO = new RegExp(`\\b(${SERVING.join('|')})\\b(.*?)\\sto\\s.*$`)

/** The words of a title without whom else it names: “Sales VP's Office Manager” is an office manager. */
function wordsIn(text: string): readonly string[] {
  const own = foldText(text)
    .replace(/\bv\.?\s?p\.?(?=\s|,|$)/g, 'vp')
    .replace(/\bvice-president/g, 'vice president')
    .replace(/\bco-founder/g, 'co founder')
    .replace(OF_SOMEBODY, '')
    .replace(TO, '$1$2')
  return (own.match(/[\p{L}\p{N}\p{M}.+#]+|[,&/–—|-]/gu) ?? []).flatMap((word) => {
    const bare = word.replace(/^\.+|\.+$/g, '')
    return word === '&' ? ['and'] : bare === '' ? [] : written(bare)
  })
}

/** The longest entry whose words begin at a place. */
const entryAt = (words: readonly string[], at: number): Entry | undefined =>
  ENTRIES.get(words[at] ?? '')?.find((entry) => entry.words.every((word, i) => words[at + i] === word))

const MARK = /^[,&/–—|-]$/

/** "Head of Sales", "Sales Head" and "Head, Sales" name a rank; a head barista does not. */
function isRank(words: readonly string[], at: number, { name, words: own }: Entry): boolean {
  if (name !== 'head of' || own.length > 1) return true
  const next = words[at + 1]
  return next === undefined || MARK.test(next) || next === 'and'
}

/** Who leads something; "Lead Engineer" is an engineer. */
const leads = (words: readonly string[], at: number): boolean => {
  const next = words[at + 1]
  return next === undefined || MARK.test(next) || next === 'of' || next === 'for'
}

function read(all: readonly string[]): JobTitle {
  const ranks: string[] = []
  const functions: string[] = []
  const words: string[] = []
  let helper: string | undefined
  for (let at = 0; at < all.length; ) {
    const word = all[at] ?? ''
    const entry = entryAt(all, at)
    const counts =
      entry !== undefined &&
      (entry.kind !== 'rank' ||
        (entry.name === 'lead' && entry.words.length === 1 ? leads(all, at) : isRank(all, at, entry)))
    if (entry !== undefined && counts) {
      if (entry.kind === 'rank') ranks.push(entry.name)
      else if (entry.kind === 'function') {
        functions.push(entry.name)
        words.push(...besides(entry))
      } else helper = entry.name
      // A marketer is in marketing, an account executive in sales.
      functions.push(...(entry.kind === 'rank' ? (OF_RANK.get(entry.name) ?? []) : []))
      at += entry.words.length
    } else {
      if (!MARK.test(word) && !SMALL_WORDS.has(word)) words.push(word)
      at++
    }
  }
  const unique = [...new Set(functions)]
  if (helper !== undefined) return { ranks: [helper], functions: unique, words: [...new Set(words)] }
  return { ranks: [...new Set(ranks)], functions: unique, words: [...new Set(words)] }
}

/** “Product marketing” is marketing, and more is said than that. */
const besides = ({ name, words }: Entry): readonly string[] =>
  words.includes(name) ? words.filter((word) => word !== name && !SMALL_WORDS.has(word)) : []

/** Jobs that name their function without its word. */
const OF_RANK: ReadonlyMap<string, readonly string[]> = new Map([
  ['marketer', ['marketing']],
  ['account executive', ['sales']],
  ['recruiter', ['hr']],
  ['accountant', ['accounting']],
  ['engineer', ['engineering']],
  ['developer', ['engineering']],
  ['product manager', ['product']],
  ['buyer', ['procurement']],
])

const titles = new Map<string, JobTitle | undefined>()
const MOST_KEPT = 50_000

/** Undefined for titles that somebody no longer has. */
function readTitle(title: string): JobTitle | undefined {
  const key = foldText(title)
  if (titles.has(key)) return titles.get(key)
  if (titles.size >= MOST_KEPT) titles.clear()
  const found = FORMER.test(key) ? undefined : read(wordsIn(key))
  titles.set(key, found)
  return found
}

const UP =
  /(?:\s*(?:and|or|&) (?:up|above|higher|upwards?|onwards?|over|more senior|beyond)|\s*\+)$|^(?:at least |minimum )/
const DOWN = /\s*(?:and|or|&) (?:below|under|lower|down|less senior)$|^(?:at most |up to )/
const LEVEL = /[\s-]+levels?$/

function readAsked(text: string): AskedTitle {
  const key = foldText(text)
  const reach = UP.test(key) ? 'up' : DOWN.test(key) ? 'down' : undefined
  const whole = key.replace(UP, '').replace(DOWN, '').trim()
  const level = levelNamed(whole.replace(LEVEL, ''))
  if (level !== undefined) {
    return { ranks: [level], functions: [], words: [], reach: reach ?? 'level' }
  }
  const asked = read(wordsIn(whole.replace(LEVEL, '')))
  const levels = LEVEL.test(whole) ? ('level' as const) : undefined
  const found = reach ?? levels
  return found === undefined ? asked : { ...asked, reach: found }
}

const COMMON = new Map<string, Level>([
  ['c', 'C-suite'],
  ['c-suite', 'C-suite'],
  ['c suite', 'C-suite'],
  ['c-level', 'C-suite'],
  ['c level', 'C-suite'],
  ['ic', 'IC'],
  ['individual contributor', 'IC'],
])
const levelNamed = (text: string): Level | undefined => COMMON.get(text)

/** Of a rank's name, or of a level itself. */
const stepOf = (name: string): number => {
  const level = LEVELS.findIndex((one) => one === name)
  return level >= 0 ? level : LEVELS.indexOf(levelOf(name))
}

/** Does a rank that somebody has answer to the one that is asked for? */
function ranksAs(own: string, asked: string, reach: AskedTitle['reach']): boolean {
  const [mine, wanted] = [stepOf(own), stepOf(asked)]
  switch (reach) {
    case 'up':
      return mine >= wanted
    case 'down':
      return mine <= wanted
    case 'level':
      return mine === wanted
    case undefined:
      return own === asked || BY_NAME.get(own)?.among === asked
  }
}

/** Whether a text says anything that titles could be held against. */
export function saysSomething(asked: string): boolean {
  const { ranks, functions, words } = readAsked(asked)
  return ranks.length + functions.length + words.length > 0
}

/**
 * Does a job title mean what is asked for? Its rank is that rank (“VP” is also a senior vice president, “VP and up”
 * everybody from there on), it names the functions, and it holds what else was said.
 *
 * @example titleMeans('Vice President, Commercial Sales', 'VP Sales') // true
 * @example titleMeans('Assistant to the VP Sales', 'VP Sales') // false
 */
export function titleMeans(title: string, asked: string): boolean {
  const own = readTitle(title)
  if (own === undefined) return false
  const { ranks, functions, words, reach } = askedOnce(asked)
  return (
    ranks.every((rank) => own.ranks.some((mine) => ranksAs(mine, rank, reach))) &&
    functions.every((name) => own.functions.includes(name)) &&
    words.every((word) => own.words.includes(word))
  )
}

const askedBefore = new Map<string, AskedTitle>()

function askedOnce(asked: string): AskedTitle {
  const known = askedBefore.get(asked)
  if (known !== undefined) return known
  if (askedBefore.size > 1000) askedBefore.clear()
  const found = readAsked(asked)
  askedBefore.set(asked, found)
  return found
}
