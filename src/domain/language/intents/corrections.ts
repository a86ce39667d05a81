import { NUMBER_WORDS } from '../tokens/numbers.ts'
import { type Stretch, stretchOf } from './stretches.ts'

const NUMBER_WORD = `(?:${NUMBER_WORDS.join('|')})`
const NUMBER = String.raw`(?:[$€£]?\d[\d.,]*(?:k|m)?|${NUMBER_WORD}(?:[\s-]+${NUMBER_WORD})*)`
const MONEY = 'dollar|euro|pound|buck|quid|usd|eur|gbp'
const COUNTED = 'day|week|month|year|order|time|purchase|item|unit|employee|open|click|visit|%'
/** What takes back the word before it. */
const TAKEN_BACK = String.raw`\s*[,.…–—-]*\s+(?:(?:no|oh|ah|oops|ugh|er+m?|um|uh)[\s,]+)*(?:sorry|no wait|wait no|oops|scratch that|strike that|correction|make that|[iI] mean|[iI] meant)(?:[\s,]+(?:sorry|no|[iI] mean|[iI] meant|make (?:it|that)))*\s*[,:…–—-]*\s+`
const ROLLING = String.raw`(?:(?:in|over|within|during)\s+)?(?:the\s+)?(?:last|past)\s+(?:${NUMBER}\s+|half\s+(?:a\s+)?)?(?:day|week|month|quarter|year)s?`
const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?`

/**
 * "30 days, I mean 60 days": so many of the same. "Two hundred, no sorry, three hundred dollars": an amount, where the
 * second is no number of something else.
 */
const NUMBERS = [
  String.raw`${NUMBER}\s*(?<unit>${MONEY}|${COUNTED})s?${TAKEN_BACK}(?=${NUMBER}\s*\k<unit>)`,
  String.raw`${NUMBER}${TAKEN_BACK}(?=${NUMBER}(?![\d.,]|[\s-]+${NUMBER_WORD}|\s*(?:${COUNTED})))`,
  // "at least twice, no wait, three times", "in the last half year, no, last 9 months"
  String.raw`(?:once|twice|thrice|${NUMBER}\s*(?:times|x))${TAKEN_BACK}(?=(?:once|twice|thrice|${NUMBER}\s*(?:times|x))(?![\p{L}\p{N}]))`,
  String.raw`${ROLLING}${TAKEN_BACK}(?=${ROLLING}(?![\p{L}\p{N}]))`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}`, 'giu'))
/** "500+ staff and in France, sorry, 300+": a number with its unit, and the same without behind what stands between. */
const APART = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<first>${NUMBER}\s*(?:\+|or more|plus)\s*(?:staff|employees|people|heads|headcount))(?<between>[^.;!?\d]{1,60}?)(?<back>${TAKEN_BACK})(?=${NUMBER}\s*(?:\+|or more|plus)\s*(?:$|[.,;!?]))`,
  'giu',
)
/** "in Spain, no wait, Italy", "from Spain, I mean from Italy": what stands before the second stood before the first. */
const NAMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<before>in|from|to|with)\s+)?(?<first>${NAME})${TAKEN_BACK}(?:\k<before>\s+)?(?=(?<second>${NAME}))`,
  'gu',
)

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/iu

/** "in May, no sorry, June": names that no data holds. */
const ofTime = (name: string): readonly string[] =>
  MONTH.test(name) ? ['month'] : WEEKDAY.test(name) ? ['weekday'] : []

/**
 * What somebody takes back in the same breath: a number before another of as many units, a name before another of its
 * kind. `kindsOf` answers as what the company’s data knows a word.
 */
export function correctionsIn(text: string, kindsOf: (word: string) => readonly string[]): Stretch[] {
  const found: Stretch[] = []
  for (const pattern of NUMBERS) for (const match of text.matchAll(pattern)) found.push(stretchOf(match))
  for (const match of text.matchAll(APART)) {
    const { first = '', between = '', back = '' } = match.groups ?? {}
    const start = match.index + first.length + between.length
    // The sign before “sorry” still parts what stands around it.
    const words = start + back.search(/\p{L}/u)
    found.push(
      { start: match.index, end: match.index + first.length },
      { start: words, end: start + back.length },
    )
  }
  for (const match of text.matchAll(NAMES)) {
    const { before = '', first = '', second = '' } = match.groups ?? {}
    const kinds = [...kindsOf(first), ...ofTime(first)]
    if (![...kindsOf(second), ...ofTime(second)].some((kind) => kinds.includes(kind))) continue
    // What stands before the first name stays.
    const start = match.index + (before === '' ? 0 : match[0].indexOf(first))
    found.push({ start, end: match.index + match[0].length })
  }
  return found
}
