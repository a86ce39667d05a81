import { people } from './fillers.ts'
import { type Item, passFillers, type State } from './sentence-state.ts'
import { group, type Node, stretchOf } from './tree.ts'

interface Part {
  readonly node: Node
  readonly items: readonly Item[]
}

/** "last ordered in May, plus anyone who never ordered": others are added, where the first ones go without a name. */
export function withAdded(
  state: State,
  parts: readonly Part[],
  conjunction: (state: State, parts: readonly Part[]) => Node,
): Node | undefined {
  const at = parts.findIndex(({ items: [first] }, i) => i > 0 && first !== undefined && isAdded(state, first))
  const added = parts[at]?.items[0]
  if (at < 1 || added === undefined) return undefined
  if (parts[0]?.items[0]?.headed !== false && isGeneric(state, added)) return undefined
  const out = parts.findIndex(
    ({ items: [first] }, i) => i > at && /^(?:except|unless)$/.test(first?.joint?.op ?? ''),
  )
  const end = out < 0 ? parts.length : out
  const both = parts.slice(0, end).map((part) => part.node)
  state.assumptions.push({ says: ADDED, ...stretchOf(both) })
  const either = group('any', [
    conjunction(state, parts.slice(0, at)),
    conjunction(state, parts.slice(at, end)),
  ])
  return group('all', [either, ...parts.slice(end).map((part) => part.node)], true)
}

const ADDED = '“plus” before people is read as these people too, and not as a further condition.'
const ADDS = /^(?:plus|as well as|together with|along with|in addition to)$/
const PLUS = /^plus$/

const isAdded = (state: State, item: Item): boolean =>
  item.joint?.op === 'and' &&
  item.headed &&
  !item.restricting &&
  (isGeneric(state, item)
    ? isJoinedBy(state, item, ADDS)
    : isOfPeople(state, item) && isJoinedBy(state, item, PLUS))

const isJoinedBy = (state: State, { joint }: Item, words: RegExp): boolean =>
  [1, 2, 3].some((back) => words.test(wordsIn(state, (joint?.end ?? 0) - back, joint?.end ?? 0)))

/** "VIPs", "gold customers" */
function isOfPeople(state: State, { from }: Item): boolean {
  const start = passFillers(state, from)
  const found = state.unit(state.reading, start)
  if (found?.value.people === true) return true
  return found?.value.nominal === true && people(state.reading, found.end) >= 0
}

const wordsIn = ({ reading: { tokens } }: State, from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), to)
    // A sign between criteria asks for both: “UK + VIPs”.
    .map(({ word, text }) => (text === '+' ? text : word))
    .join(' ')

/** Begins with "customers", "people" and the like. */
export const isGeneric = (state: State, item: Item): boolean =>
  people(state.reading, passFillers(state, item.from)) >= 0
