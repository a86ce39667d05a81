import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Reading, wordAt } from '../../language/grammar/reading.ts'

/** What an order does, to have a time, a total, a code or a content: the light verbs of orders. */
const link = phrase(
  'is|was|were|had|has|have|being|came|cost|totalled|totaled|happened|made|placed|fell|took|dated|:|=',
  'landed|arrived|occurred|went|got|ran|carried|used|stood|exceeded|amounted|hit',
  'land|arrive|occur|happen|fall|carry|use|come|take|go|get|cost|total|have|be',
  'comes|falls|carries|uses|takes|costs|totals',
  'was|is|got|were|gets placed|made|worth|for|at|on|of|in|with|via|through|bought|done',
  'came in?',
  'came with|through|via|to|from|on|at|out at?',
  'took place',
  'came|comes|come|ran|totted to|in|at|up?',
  'added|adds up to',
  'amounted to',
  'consisted of',
  'value|total|amount|size is|was|of?',
)

/** Helping words before what the order is like, with or without "not". */
export function links(reading: Reading, at: number): { negative: boolean; end: number } {
  let state = { negative: false, end: at }
  for (let i = 0; i < 3; i++) {
    // "without a code" says what the order is like.
    if (wordAt(reading, state.end) === 'without') break
    const { negative, end } = polarity(reading, state.end)
    const next = skip(reading, end, link)
    if (next === state.end) break
    state = { negative: state.negative !== negative, end: next }
  }
  return state
}
