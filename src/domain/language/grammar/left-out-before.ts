import { framingOf } from '../intents/framing.ts'
import { exclusion } from './exclusion.ts'
import { people, relative } from './fillers.ts'
import { leftOutAt } from './left-out-behind.ts'
import { leftOutWords } from './left-out-words.ts'
import { wordAt } from './reading.ts'
import { note, readUpTo, SAYS, type State } from './sentence-state.ts'
import type { Node } from './tree.ts'

/** "Leave France out, then give me …", "take staff and VIPs out and show me …": those before the main clause are left out. */
export function leftOutBefore(state: State): Node | undefined {
  const { reading, at, end: whole } = state
  const words = leftOutWords(reading, at, whole)
  if (words === undefined) return undefined
  note(state, at, words.from, 'condition', SAYS.except)
  state.at = words.from
  const node = readUpTo(state, words.to, () => exclusion(state))
  const { start, framed } = framingOf(reading, words.end, whole)
  const main = framed ? start : words.end
  note(state, words.to, words.end, 'condition', SAYS.except)
  note(state, words.end, main, 'command', 'find them')
  state.at = main
  return node && { kind: 'not', of: node }
}

/** So many words say what people did who are left out, at most. */
const MOST_SAID = 25
const SENTENCE_END = /^[.;!?]$/
/** Words that leave out a name before them, and end what people did as well. */
const BY_ITSELF = /^(?:out|aside|apart|away)$/

/** "Anyone who clicked the teaser has to stay out": people with a clause of their own, left out by the words behind it. */
export function leftOutClause(state: State): Node | undefined {
  const { reading, at } = state
  const head = people(reading, at)
  if (head < 0 || relative(reading, head) < 0) return undefined
  for (let to = head + 2; to < Math.min(state.end, at + MOST_SAID); to++) {
    if (SENTENCE_END.test(wordAt(reading, to))) return undefined
    // "who never checked out" says what they did.
    const end = BY_ITSELF.test(wordAt(reading, to)) ? -1 : leftOutAt(state, to)
    if (end < 0 || (end < state.end && !SENTENCE_END.test(wordAt(reading, end)))) continue
    const { headed } = state
    const node = readUpTo(state, to, () => exclusion(state))
    // They are none of those who are asked for.
    state.headed = headed
    note(state, to, end, 'condition', SAYS.except)
    state.at = end
    return node && { kind: 'not', of: node }
  }
  return undefined
}
