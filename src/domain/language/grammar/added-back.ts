import { resolve } from './grouping.ts'
import { question } from './meaning.ts'
import { adds } from './adds-back.ts'
import { isPlaces } from './left-out.ts'
import { said } from './reading.ts'
import { type Item, isName, note, SAYS, startsPeople, type State } from './sentence-state.ts'
import { itemAt } from './term.ts'
import { group, type Node } from './tree.ts'

/**
 * “DACH minus Switzerland, plus Belgium”: behind those who are left out, others are added. A place is added to the places
 * before it; people, and groups of them, to all who were named before. Answers the items with them, or undefined where
 * nothing of the kind stands here.
 */
export function addedBack(state: State, items: readonly Item[]): Item[] | undefined {
  const { reading, at } = state
  const end = adds(reading, at)
  const last = items.at(-1)
  if (end < 0 || last === undefined || !leavesOut(last.node)) return undefined
  if (!isName(state, end) && !startsPeople(state, end)) return undefined
  let first = items.length - 1
  while (first > 0 && items[first]?.joint?.op === 'except') first--
  const [base] = items.slice(first)
  if (base === undefined || base.joint?.op === 'or') return undefined
  note(state, at, end, 'condition', SAYS.or)
  state.at = end
  const added = itemAt(state, { op: 'or', level: 2, end })
  if (added === undefined) return undefined
  const { joint: _joint, ...plain } = base
  const before = resolve(state, [plain, ...items.slice(first + 1)])
  const node = joined(state, before, added)
  return [...items.slice(0, first), { ...base, node, to: added.to }]
}

const conjuncts = (node: Node): readonly Node[] => (node.kind === 'all' ? node.of.flatMap(conjuncts) : [node])

/** A name behind “minus” or “except”, and nothing said of it before. */
function leavesOut(node: Node): boolean {
  const last = node.kind === 'all' ? (node.of.at(-1) ?? node) : node
  return (
    last.kind === 'not' ||
    (last.kind === 'leaf' && last.meaning.criteria !== undefined && 'none' in last.meaning.criteria)
  )
}

function joined(state: State, before: Node, added: Item): Node {
  const parts = conjuncts(before)
  const place = isPlaces(added.node)
  const from = parts.findIndex((part) => isPlaces(part))
  const rest = parts.slice(from + 1)
  const words = said(state.reading, added.from, added.to)
  if (place && from >= 0 && rest.every(leavesOut)) {
    const either = group('any', [group('all', parts.slice(from)), added.node])
    return group('all', [...parts.slice(0, from), either])
  }
  if (place && !startsPeople(state, added.from))
    state.doubts.push(question(added.from, added.to, `What is “${words}” added to? ${WHOLE}`))
  else {
    const says = `“${words}” are added to all who were named before.`
    state.assumptions.push({ says, from: added.from, to: added.to })
  }
  return group('any', [before, added.node])
}

const WHOLE = 'Please say whom you want in each of the places.'
