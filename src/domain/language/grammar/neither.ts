import { phrase } from './phrase.ts'
import { shareObject } from './shared-object.ts'
import { shareTime } from './said-once.ts'
import { leaf, note, passFillers, type State } from './sentence-state.ts'
import { group, type Leaf, type Node } from './tree.ts'

export const neither = phrase(
  'neither',
  'carry|carries|carrying|have|has|had|having|hold|holds|bear|bears|wear|wears|with neither',
)
const nor = phrase('nor', ', nor', 'or', ', or', 'and', ', and')

/** "neither A nor B": none of what follows, each a clause or a name. */
export function neitherNor(state: State, inside: number, nodes: Node[]): void {
  note(state, state.at, inside, 'condition', 'none of these')
  state.at = inside
  const denied: Leaf[] = []
  const from = state.at
  for (;;) {
    const found = state.unit(state.reading, passFillers(state, state.at))
    if (found === undefined || found.end > state.end) break
    state.at = passFillers(state, state.at)
    denied.push(leaf(state, found.value, found.end))
    const next = nor(state.reading, state.at)
    // Behind two, or two names in one ("in the US nor in Canada"), a plain "and" or "or" goes on with something else.
    const said = state.reading.tokens[next - 1]?.word
    const paired = state.reading.tokens.slice(from, state.at).some(({ word }) => word === 'nor')
    if (next < 0 || (said !== 'nor' && (denied.length > 1 || paired))) break
    note(state, state.at, next, 'condition', 'nor')
    state.at = next
  }
  if (denied.length > 0)
    nodes.push({
      kind: 'not',
      of: group('any', shareTime(state.reading, shareObject(state.reading, denied))),
    })
}
