import { framingOf } from '../intents/framing.ts'
import { exclusion } from './exclusion.ts'
import { leftOutWords } from './left-out-words.ts'
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
