import { askInAllOrAny } from './grouping-questions.ts'
import { ADDS_NOTHING } from './idle.ts'
import { jointAt } from './joints.ts'
import { phrase } from './phrase.ts'
import { type Reading, wordAt } from './reading.ts'
import { closing, type Item, leave, note, type State } from './sentence-state.ts'
import { group, type Node } from './tree.ts'

const WHO =
  ',|-|.|:|(? whoever|anyone|anybody|everyone|everybody|people|customers|those|members|all? who|that?'
const OF_THEM =
  'of? them|these|those|the|our? two|three|four? lists|groups|segments|audiences|list|group|segment|audience|names|ones|one?'
const inAny = phrase(
  `${WHO} is|are|was|were|'s|belongs|belong? in|on|part|to of? either|any ${OF_THEM}`,
  `${WHO} is|are|was|were|'s|belongs|belong? in|on|part|to of? either|any|at least? one ${OF_THEM}`,
  `${WHO} is|are|was|were|'s|belongs|belong? in|on|part|to of? one|either or both|more|the other ${OF_THEM}`,
  `,|-|(? either|any one? ${OF_THEM}`,
  `,|-|(? at least one ${OF_THEM}`,
)
/** What may follow: "any" of something else than the names before it is no word about them. */
const GOES_ON = /^(?:in|from|on|with|without|who|that|which|whose|and|but|[.,;!?])$/

/** Where "whoever is in either" ends, which says of the names before it that one of them is enough. */
export function inAnyAt({ reading, end }: State, at: number): number {
  const last = inAny(reading, at)
  if (last < 0 || last > end || isTechnology(reading, last - 1)) return -1
  const closed =
    wordAt(reading, at) === '(' || wordAt(reading, at + 1) === '(' ? closing(reading, last) : last
  const over = closed < 0 ? last : closed
  const goesOn =
    over >= end ||
    GOES_ON.test(wordAt(reading, over)) ||
    closing(reading, over) >= 0 ||
    jointAt(reading, over) !== undefined
  return goesOn ? over : -1
}

/** "any of Segment, Stripe, Snowflake", of companies: the first is what they use. */
const isTechnology = (reading: Reading, at: number): boolean =>
  reading.entity === 'company' && reading.links.at(at).some(({ field }) => field === 'company.technology')

/** Joins the names before it by "or"; where there are none, the words stay unread and are asked about. */
export function joinAny(state: State, items: readonly Item[], end: number): Item[] {
  const other = items.findLastIndex((item) => !isGroupName(item.node))
  const names = items.slice(other + 1)
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined || (names.length < 2 && !listsSeveral(first.node))) {
    // "no A and no B either" stresses what it says.
    if (end === state.at + 1) {
      note(state, state.at, end, 'ignored', ADDS_NOTHING)
      state.at = end
    } else leave(state, end)
    return [...items]
  }
  note(state, state.at, end, 'condition', 'in any of them')
  state.at = end
  const node = group(
    'any',
    names.map((name) => name.node),
  )
  return [...items.slice(0, other + 1), { ...first, node, to: last.to }]
}

/** "in either VIPs and Champions": "either" says that one is enough, and "and" that both are asked for. */
export function askEither(state: State, items: readonly Item[]): void {
  const names = items.filter(({ node }) => isGroupName(node))
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined || first === last) return
  if (items.some(({ joint }) => joint?.op === 'or')) return
  const others = items.filter((item) => !names.includes(item))
  for (let at = first.from - 1; at < last.to; at++) {
    // "in VIPs and (either in France or in Spain) and in Champions": it is said of what stands between them.
    if (others.some(({ from, to }) => at >= from && at < to)) continue
    if (oneIsEnough(state.reading, at) >= 0 && notOfThem(state.reading, at) < 0)
      return askInAllOrAny(state, names)
  }
}

const oneIsEnough = phrase('either', 'any|one of')
const notOfThem = phrase('either case|way', 'any|one of our|the? times|orders|days')

/** Groups of people with a name, of which somebody can be in several: "VIPs", "in VIPs", "tagged staff". */
function isGroupName(node: Node): boolean {
  if (node.kind !== 'leaf') return false
  const { criteria } = node.meaning
  if (criteria === undefined || !('type' in criteria)) return false
  const { type } = criteria
  return type === 'segment' || type === 'rfm' || (type === 'attribute' && criteria.field === 'tags')
}

/** "Champions and Loyal Customers" of one kind are read as either of them. */
const listsSeveral = (node: Node): boolean =>
  node.kind === 'leaf' &&
  Object.values(node.meaning.criteria ?? {}).some((value) => Array.isArray(value) && value.length > 1)
