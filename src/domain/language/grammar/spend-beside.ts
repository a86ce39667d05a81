import { type Assumed, assumedBy } from './assumed.ts'
import type { Reading } from './reading.ts'
import { type Leaf, leavesIn, type Node } from './tree.ts'

const IN_ALL =
  'What they spent is over all their orders; say “on them” for what they spent on these products alone.'
/** Words that say so already. */
const TOTAL = /^(?:total|overall|lifetime|ltv|clv|altogether|all|ever|whole|sum|aov)$/

/** "bought jackets and spent over 100": on jackets, or at all? What it is read as is said. */
export function spentBeside(node: Node | undefined, { tokens }: Reading): readonly Assumed[] {
  const leaves = node === undefined ? [] : leavesIn(node)
  const bought = leaves.some(({ meaning: { criteria } }) => criteria !== undefined && isBought(criteria))
  if (!bought) return []
  return leaves
    .filter(spendsAtAll)
    .filter(({ from, to }) => !tokens.slice(from, to + 2).some(({ word }) => TOTAL.test(word)))
    .flatMap(({ from, to }) => assumedBy([IN_ALL], from, to))
}

const isBought = (criteria: NonNullable<Leaf['meaning']['criteria']>): boolean =>
  'type' in criteria &&
  criteria.type === 'purchases' &&
  criteria.match !== 'none' &&
  criteria.measure !== 'spend'

const spendsAtAll = ({ meaning: { criteria } }: Leaf): boolean =>
  criteria !== undefined &&
  'type' in criteria &&
  criteria.type === 'orders' &&
  criteria.measure === 'spend' &&
  criteria.where === undefined &&
  criteria.within === undefined
