import { isColumnTest, valuesTested, withTested } from './column-tests.ts'
import { only } from './fillers.ts'
import { replaced } from './loose-windows.ts'
import { meaning } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
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
  const named = place?.value.criteria
  const values = named === undefined || !('type' in named) ? undefined : valuesTested(named)
  if (place === undefined || limit < 0 || values === undefined) return undefined
  const [held, ...others] = items
    .flatMap(({ node }) => leavesIn(node))
    .filter((leaf) => holdsAll(leaf, place.value.criteria, values))
  if (held === undefined || others.length > 0) return undefined
  note(state, at, limit, 'condition', 'of these alone')
  state.at = skip(reading, limit, phrase('the|those'))
  const inner = state.term()
  if (inner === undefined) return undefined
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
