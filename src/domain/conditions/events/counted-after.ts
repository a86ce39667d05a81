import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { jointAt } from '../../language/grammar/joints.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'

const isWord = phrase(':|=|is|are')
const ofTime = /^(?:hours?|days?|weeks?|months?|years?|[hdwmy]|wks?|mths?|yrs?)$/

/** "site visits >= 3", "opens: 5+", and not "visits over 30 days". */
export function comparedAfter(reading: Reading, at: number): Found<Test> | undefined {
  const found = comparison(reading, skip(reading, at, isWord))
  if (found === undefined || found.value.bare || found.value.currency !== undefined) return undefined
  const behind = wordAt(reading, found.end)
  const ofOther = found.value.percent === true || ofTime.test(behind)
  return ofOther || (NOUN.test(behind) && jointAt(reading, found.end) === undefined) ? undefined : found
}

/** What is counted may stand behind the number: it is not the visits then. */
const NOUN = /^\p{L}+s$/u

/** "opened last week, clicks never" */
export const neverBehind = phrase('never', 'never ever', 'not at all', 'not once|ever')
