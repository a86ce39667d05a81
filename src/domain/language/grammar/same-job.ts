import type { Item } from './sentence-state.ts'
import type { Leaf } from './tree.ts'

/** "people in finance, director or above": a rank behind the comma says more of the same job, and names no other. */
export const sameJob = (items: readonly Item[]): readonly Item[] =>
  items.map((item, i) => {
    const before = items[i - 1]
    const [half, other] = [jobIn(item), before && jobIn(before)]
    if (item.joint?.op !== 'comma' || half === undefined || other === undefined) return item
    const parts = [half.meaning.job, other.meaning.job]
    const next = items[i + 1]?.joint?.op
    if (!parts.includes('rank') || !parts.includes('function') || next === 'and' || next === 'or') return item
    const { job: _, ...meaning } = half.meaning
    const leaf: Leaf = { ...half, meaning }
    const { node } = item
    return { ...item, node: node.kind === 'all' ? { ...node, of: [leaf, ...node.of.slice(1)] } : leaf }
  })

/** The job that a part begins with, or is. */
function jobIn({ node }: Item): Leaf | undefined {
  const leaves = node.kind === 'all' ? node.of : [node]
  const [first] = leaves
  return first?.kind === 'leaf' && first.meaning.job !== undefined ? first : undefined
}
