import { isColumnTest, valuesTested, withTested } from './column-tests.ts'
import { only } from './fillers.ts'
import { replaced } from './loose-windows.ts'
import { meaning, question } from './meaning.ts'
import { jointAt } from './joints.ts'
import { phrase, skip } from './phrase.ts'
import { said } from './reading.ts'
import { limitOfSome, some } from './said-of-some.ts'
import { type Item, note, type State } from './sentence-state.ts'
import { group, type Leaf, leavesIn, type Node } from './tree.ts'

const inWord = phrase('for|in|from|of|among', 'and|but for|in|from|of')

/**
 * "Belgium or the Netherlands …. For Belgium only the gold ones": said of those in one of the places named before, and
 * not of everybody. Answers the items with it, or undefined where nothing of the kind stands here.
 */
export function scopedTo(state: State, items: readonly Item[]): Item[] | undefined {
  const { reading, at } = state
  const opened = inWord(reading, at)
  const place = opened < 0 ? undefined : (state.unit(reading, at) ?? state.unit(reading, opened))
  const limit = place === undefined ? -1 : only(reading, place.end)
  return place === undefined || limit < 0
    ? undefined
    : limited(state, items, { criteria: place.value.criteria, limit: skip(reading, limit, theThose) })
}
const theThose = phrase('the|those')

const ifThese = phrase(',|;|.|(|-? and|but? if|when|where it|they? is|are? from|in|a|an|the?')
const then = phrase(',? then', ',? then? they|it must|should|need|needs have|to? be?', ',', ':')
const onlyAt = phrase('only|just|at')
const goesOn = phrase(',|;|.|(|- and|but? the?', 'and|but the?')

/**
 * “SaaS or Fintech, but if Fintech then Series B+”, “…, fintechs only if hiring”, “US or Canada, Canadian ones with 100
 * people”: what is said of some of those who were named is not said of the others.
 */
export function saidOfSome(state: State, items: readonly Item[]): Item[] | undefined {
  const { reading, at } = state
  const opened = ifThese(reading, at)
  const conditional = opened < 0 ? undefined : state.unit(reading, opened)
  const behind = conditional === undefined ? -1 : then(reading, conditional.end)
  if (conditional !== undefined && behind >= 0)
    return limited(state, items, {
      criteria: conditional.value.criteria,
      limit: skip(reading, behind, onlyAt),
    })
  const next = goesOn(reading, at)
  const named = next < 0 ? undefined : state.unit(reading, next)
  if (named === undefined) return undefined
  const noun = some(reading, named.end)
  const limit = limitOfSome(reading, Math.max(noun, named.end))
  if (noun < 0 && limit < 0) return undefined
  return limited(state, items, { criteria: named.value.criteria, limit: Math.max(noun, limit) })
}

interface Limited {
  readonly criteria: Leaf['meaning']['criteria']
  /** Where begins what is said of those alone. */
  readonly limit: number
}

/** The items with what begins at `limit` said of some of those in one of them; undefined where nobody named them. */
function limited(state: State, items: readonly Item[], { criteria, limit }: Limited): Item[] | undefined {
  const { reading, at } = state
  const values = criteria === undefined || !('type' in criteria) ? undefined : valuesTested(criteria)
  if (values === undefined) return undefined
  const [held, ...others] = items
    .flatMap(({ node }) => leavesIn(node))
    .filter((leaf) => holdsAll(leaf, criteria, values))
  if (held === undefined || others.length > 0) return undefined
  note(state, at, limit, 'condition', 'of these alone')
  state.at = limit
  const inner = state.term()
  if (inner === undefined) return undefined
  const joint = jointAt(reading, state.at)
  if (joint !== undefined && joint.level < 2 && joint.op !== 'comma') {
    const says = `Is what follows “${said(reading, at, state.at)}” said of these alone, or of all?`
    state.doubts.push(question(at, state.at, says))
  }
  const next = apart(held, values, inner)
  return items.map((item) => ({ ...item, node: replaced(item.node, held, next) }))
}

function holdsAll(leaf: Leaf, named: Leaf['meaning']['criteria'], values: readonly string[]): boolean {
  const { criteria } = leaf.meaning
  if (criteria === undefined || named === undefined || !('type' in criteria) || !('type' in named))
    return false
  if (!isColumnTest(criteria) || !isColumnTest(named) || criteria.field !== named.field) return false
  const held = valuesTested(criteria)
  return held !== undefined && values.every((value) => held.includes(value))
}

/** Those in the other places, and those in these of whom it is asked. */
function apart(leaf: Leaf, values: readonly string[], inner: Node): Node {
  const { criteria } = leaf.meaning
  if (criteria === undefined || !('type' in criteria) || !isColumnTest(criteria)) return leaf
  const rest = (valuesTested(criteria) ?? []).filter((value) => !values.includes(value))
  const of = (some: readonly string[]): Leaf => ({
    ...leaf,
    meaning: { ...meaning(withTested(criteria, some), leaf.meaning.assumptions), nominal: true },
  })
  const these = group('all', [of(values), inner], true)
  return rest.length === 0 ? these : group('any', [of(rest), these], true)
}
