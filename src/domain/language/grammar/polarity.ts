import { phrase, skip } from './phrase.ts'
import { remembered } from './reading.ts'

const auxiliary = phrase(
  'have|has|had|having|did|do|does|is|are|was|were|be|been|being|can|would|could',
  'have|has|had been',
  // What will be done is a prediction; a birthday is none.
  'will have|be|celebrate',
  'they|he|she|we|you|who|that',
  'end|ended|ends|wound|winds up',
)
const negation = phrase(
  'not',
  'never',
  'not ever',
  'never ever',
  'not yet',
  'yet|still to',
  'not even',
  'not once|even',
  'not even once',
  'at no point|time|stage',
  'never once|even',
  'failed to',
  'without',
  'without ever',
  'never|not ever? having ever?',
  'without ever? having ever?',
  'yet to ever',
)
const adverb = phrase(
  'ever|also|already|actually|all|previously|even|then|subsequently|yet',
  'at some|any|one point|stage|time',
  'in their|his|her whole|entire? life|lives|lifetime',
)

/** Helping verbs and "not" before a verb: `haven’t ever` is negative, `have also` is not. */
export const polarity = remembered((reading, at): { negative: boolean; end: number } => {
  let negative = false
  let end = at
  for (;;) {
    const no = negation(reading, end)
    if (no >= 0 && negative) break
    const next = no >= 0 ? no : skip(reading, end, auxiliary, adverb)
    if (next === end) break
    negative ||= no >= 0
    end = next
  }
  return { negative, end }
})
