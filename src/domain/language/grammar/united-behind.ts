import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase } from './phrase.ts'
import { type Item, note, type State } from './sentence-state.ts'
import type { Leaf, Node } from './tree.ts'

const ONE = 'the|a|an|one|single? same|single|big|joint|combined? audience|group|list|segment'
const together = phrase(
  `pooled|merged|lumped|rolled|united|combined|put together? in|into ${ONE}`,
  'pooled|merged|lumped together?',
  'together|combined|altogether|united',
  'taken|put|lumped together',
  'all together',
  'as one group',
)

/** Whether a name ends here that is put together with the one before it. */
export const isUnited = ({ reading, at }: State, nodes: readonly Node[]): boolean => {
  const [name, ...more] = nodes
  return name !== undefined && more.length === 0 && isName(name) && together(reading, at) >= 0
}

/**
 * "Loyal Customers and Potential Loyalists together": the people of one and of the other, where "and" alone could ask
 * for those who are in both. Answers the items so joined, or undefined where nothing of the kind stands here.
 */
export function unitedBehind(state: State, items: readonly Item[]): Item[] | undefined {
  const { reading, at } = state
  const end = together(reading, at)
  const last = items.at(-1)
  if (end < 0 || last === undefined || !isName(last.node) || last.to !== at) return undefined
  let first = items.length - 1
  while (first > 0 && isListed(items[first]) && isName(items[first - 1]?.node)) first--
  const listed = last.node.meaning.criteria
  const any = listed === undefined ? undefined : anyOfList(listed)
  if (first === items.length - 1 && any === undefined) return undefined
  note(state, at, end, 'condition', 'any of these')
  state.at = end
  if (first === items.length - 1 && any !== undefined)
    return [
      ...items.slice(0, -1),
      { ...last, node: { ...last.node, meaning: { ...last.node.meaning, criteria: any } } },
    ]
  return items.map((item, i) =>
    i <= first || item.joint === undefined ? item : { ...item, joint: { ...item.joint, op: 'or' } },
  )
}

/** Groups that one phrase names: "in VIP and Newsletter". */
function anyOfList(criteria: Criteria): Criteria | undefined {
  if (isCondition(criteria)) return criteria.type === 'rfm' ? criteria : undefined
  const parts = 'all' in criteria ? criteria.all : 'any' in criteria ? criteria.any : []
  return parts.length > 1 && parts.every((part) => isCondition(part) && IS_GROUP.test(part.type))
    ? { any: parts }
    : undefined
}

const IS_GROUP = /^(?:rfm|segment)$/

const isName = (node: Node | undefined): node is Leaf =>
  node?.kind === 'leaf' && (node.meaning.nominal === true || node.meaning.people === true)

const isListed = (item: Item | undefined): boolean =>
  item?.joint !== undefined && item.joint.level <= 2 && /^(?:and|or|comma)$/.test(item.joint.op)
