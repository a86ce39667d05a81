import { question } from './meaning.ts'
import { phrase } from './phrase.ts'
import { said, wordAt } from './reading.ts'
import { type Item, note, type State } from './sentence-state.ts'
import { group, type Leaf, type Node } from './tree.ts'

const behind = phrase(
  'is|are|being|to|should|must? be? excluded|omitted|removed|ignored',
  'is|are|being|should|must? be? left out|aside',
  'left|taken out',
  'must|should|has|have|need|needs|can to? be? out|gone|excluded|removed in? both|all? cases?',
  'must|should|has|have|need|needs to? stay|remain out|away',
  'stays|stay out',
  'not counted|included',
  'don’t|do not count',
  'aside|apart',
  'out please?',
)
const from = phrase('from')

/** "VIPs aside", and not "customers apart from VIPs". */
export function leftOutAt({ reading, end: last }: State, at: number): number {
  const end = behind(reading, at)
  // "staff out", and not "sold out in May"
  const bare = wordAt(reading, at) === 'out' && !/^(?:|[.,;!?)]|and|but)$/.test(wordAt(reading, end))
  return end > last || bare || from(reading, end) >= 0 ? -1 : end
}

/** Whether a name ends here that is left out by the words behind it. */
export const isLeftOut = (state: State, nodes: readonly Node[]): boolean => {
  const { at } = state
  const [name, ...more] = nodes
  return name?.kind === 'leaf' && more.length === 0 && names(name) && leftOutAt(state, at) >= 0
}

/** "…, wholesale excluded", "staff and VIPs left out": names with the denial behind them. */
export function denyBehind(state: State, items: readonly Item[]): readonly Item[] | undefined {
  const { reading, at } = state
  const end = leftOutAt(state, at)
  const last = items.at(-1)
  if (end < 0 || last === undefined || !isName(last) || last.to !== at) return undefined
  let first = items.length - 1
  while (first > 0 && isListed(items[first]) && isName(items[first - 1])) first--
  const listed = items.slice(first)
  const [start] = listed
  if (start === undefined) return undefined
  // "women, staff and VIPs excluded" could leave out all three.
  if (listed.length > 1 && start.joint?.op === 'comma' && isName(items[first - 1])) {
    const [from, words] = [items[first - 1]?.from ?? start.from, said(reading, start.from, at)]
    const all = said(reading, from, at)
    state.doubts.push(question(from, end, `Is all of “${all}” left out, or only “${words}”?`))
  }
  note(state, at, end, 'condition', 'not')
  state.at = end
  const node = {
    kind: 'not',
    of: group(
      'any',
      listed.map((item) => item.node),
    ),
  } as const
  return [...items.slice(0, first), { ...start, node, to: end }]
}

/** A name by itself: what was done or has a value is left out in words of its own. */
const isName = (item: Item | undefined): boolean => item?.node.kind === 'leaf' && names(item.node)

const names = ({ meaning }: Leaf): boolean => meaning.nominal === true || meaning.people === true

const isListed = (item: Item | undefined): boolean =>
  item?.joint !== undefined && item.joint.level < 2 && (item.joint.op === 'and' || item.joint.op === 'or')
