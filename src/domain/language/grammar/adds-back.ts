import { phrase } from './phrase.ts'
import { type Reading, wordAt } from './reading.ts'

/** Words that add others behind those who are left out. */
export const adds = phrase(
  'plus',
  'and|but plus',
  ',|;|. and|but? plus',
  'and|but? then? add|adding back?',
  ',|;|. and|but? then? add|adding back?',
)
const comma = /^[,;.]$/
/** Words that leave out what stands behind them; "minus" has "plus" as its opposite. */
const LEAVES_OUT = /^(?:minus|less|except|excluding|excl|without|ex|bar|omitting|for)$/
const MINUS = /^(?:minus|less|[-–−])$/
const SMALL = /^(?:the|a|an|in|from)$/

/** The word before a name, such as “minus” of “minus the Netherlands”. */
function wordBefore(reading: Reading, at: number): string {
  let before = at - 1
  while (SMALL.test(wordAt(reading, before))) before--
  return wordAt(reading, before)
}

/** “minus Switzerland plus Belgium”, “except France plus Spain”: what stands behind “plus” is no more of the list. */
export const endsLeftOut = (reading: Reading, from: number, at: number): boolean =>
  wordAt(reading, at) === 'plus' && LEAVES_OUT.test(wordBefore(reading, from))

/** Whether a list of those who are left out, which begins at a token, ends where others are added. */
export const addsBackAt = (reading: Reading, from: number, at: number): boolean =>
  adds(reading, at) >= 0 && (comma.test(wordAt(reading, at)) || MINUS.test(wordBefore(reading, from)))
