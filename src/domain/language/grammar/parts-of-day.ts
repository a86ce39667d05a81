import { type Reading, wordAt } from './reading.ts'

const DAYTIME = /^(?:lunch|lunchtimes?|mornings?|afternoons?|evenings?|nights?|noon|workdays?|hours|oclock)$/
const WEEKDAY = /^(?:weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/
/** What can stand behind hours: nothing that they could count. */
const BEHIND = /^(?:|[.,;:!?)]|and|or|but|who|on|in|at|every|each|only|please)$/
/** What leads to a number of something else. */
const LEADS =
  /^(?:worth|spent|spending|of|for|costing|totalling|totaling|over|last|past|next|every|than|least|most|top|first)$/

/**
 * "weekday lunch orders, 11 to 2": two numbers that count nothing are hours beside a word for a part of the day. Beside
 * a weekday alone they are only where the second is the smaller one: "10 to 20 on weekdays" may be what was paid.
 */
export const isOfDay = (
  reading: Reading,
  [from, end]: readonly [from: number, end: number],
  falls: boolean,
): boolean =>
  BEHIND.test(wordAt(reading, end)) &&
  !LEADS.test(wordAt(reading, from - 1)) &&
  reading.tokens.some(({ word }) => DAYTIME.test(word) || (falls && WEEKDAY.test(word)))

/** From which minute to which one hours begin that are said of a part of the day. */
const BEGINS: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/^mornings?$/, 0, 720],
  [/^(?:lunch|lunchtimes?|noon)$/, 600, 900],
  [/^(?:afternoons?|evenings?)$/, 720, 1440],
  [/^nights?$/, 1020, 1440],
]

/** "evening buyers from 5 to 8": whether hours that begin so are of the part of the day that is named. */
export const inNamedPart = ({ tokens }: Reading, start: number): boolean => {
  const part = BEGINS.find(([words]) => tokens.some(({ word }) => words.test(word)))
  return part === undefined || (start >= part[1] && start < part[2])
}
