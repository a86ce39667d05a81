import { HESITATIONS, IDIOMS, sign } from './fillers.ts'
import { nothingAsked } from './nothing-asked.ts'
import { phrase } from './phrase.ts'
import type { Reading } from './reading.ts'
import { leave, type State } from './sentence-state.ts'

/**
 * Words that may stand behind what was said, or between commas, and carry no condition. Only these are passed over
 * there: other small words, such as “still on the list”, begin something that has to be read or asked about.
 */
const idle = phrase(
  ...IDIOMS,
  'please|kindly|thanks|thx|ok|okay|well|hey|hi|hello|so|then|also|too|both|either|actually|ever|overall|total|altogether|currently|already|lifetime|historically|whatsoever|though|now',
  HESITATIONS,
  'maybe|perhaps|basically|literally|honestly|just|really|kinda|etc|like|lol|asap',
  'thank you',
  'for me|us|now',
  'right now',
  'that|who|which? we|i have',
  'do we|i have',
  'have|has|had',
  'are|is there',
)

/** Whether tokens [from, to) are nothing but such words. */
function isIdle(reading: Reading, from: number, to: number): boolean {
  let at = from
  while (at < to) {
    const next = Math.max(idle(reading, at), nothingAsked(reading, at), sign(reading, at))
    if (next < 0 || next > to) return false
    at = next
  }
  return true
}

/** Leaves small words at the end of a stretch that may say something for the question at the end. */
export function leaveSaid(state: State, from: number): void {
  const end = state.at
  let start = end
  while (start > from && state.marks[start - 1]?.meaning === ADDS_NOTHING) start--
  if (start === end || isIdle(state.reading, start, end)) return
  state.at = start
  leave(state, end)
}

/** What small words are in the receipt. */
export const ADDS_NOTHING = 'adds nothing'

const listWord = phrase('group|segment|list')
const inside = /^(?:on|in|from|off|to)$/

/** "the VIP list", "a list of people": a noun that only names what is asked for; "on the list" says where they are. */
export function listNoun(state: State): number {
  const { reading, at, marks } = state
  const end = listWord(reading, at)
  if (end < 0) return -1
  const next = reading.tokens[end]?.word ?? ''
  for (let i = at - 1; marks[i]?.meaning === ADDS_NOTHING; i--)
    if (inside.test(reading.tokens[i]?.word ?? '')) return next === 'of' ? end : -1
  const named = marks[at - 1]?.as === 'condition'
  return named || at === 0 || /^(?:of|for|with|that|which|who|where|containing|:)$/.test(next) ? end : -1
}
