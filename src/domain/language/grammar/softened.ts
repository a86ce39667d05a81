import { assumedBy } from './assumed.ts'
import { phrase } from './phrase.ts'
import { said } from './reading.ts'
import { note, type State } from './sentence-state.ts'

const soft = phrase('maybe|perhaps|hopefully|probably|possibly|ideally|preferably')

/** "in Berlin and maybe tagged gold": nobody is in an audience by half, so it is taken for a condition, and that is said. */
export function softened(state: State): boolean {
  const { reading, at } = state
  const end = soft(reading, at)
  if (end < 0 || end > state.end) return false
  const words = said(reading, at, end)
  const says = `“${words}” is left out: what stands beside it must hold of everybody.`
  state.assumptions.push(...assumedBy([says], at, end))
  note(state, at, end, 'ignored', 'not so surely')
  state.at = end
  return true
}
