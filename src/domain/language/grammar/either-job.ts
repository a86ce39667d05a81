import type { Item, State } from './sentence-state.ts'
import { EITHER, group, type Leaf, type Node, stretchOf } from './tree.ts'

/**
 * "CFOs and finance VPs, 15+ years of experience": jobs that are listed are alternatives, of which what stands beside
 * them is said. What follows the last of them without a comma is said of each as well: "… in Germany".
 */
export function eitherJob(state: State, items: readonly Item[]): readonly Item[] {
  const from = items.findIndex((item) => jobsIn(item)?.length === 1)
  const to = from < 0 ? from : endOfList(items, from)
  const first = items[from]
  const last = items[to]
  if (first === undefined || last === undefined || to === from) return items
  const jobs = items.slice(from, to + 1).flatMap((item) => jobsIn(item)?.[0] ?? [])
  const rest = jobsIn(last)?.slice(1) ?? []
  state.assumptions.push({ says: EITHER, ...stretchOf(jobs) })
  const node = group('all', [group('any', jobs), ...rest])
  return [...items.slice(0, from), { ...first, node, to: last.to }, ...items.slice(to + 1)]
}

/** The last of the jobs that are listed from one on, which "and" joins; the first where none is. */
function endOfList(items: readonly Item[], from: number): number {
  for (let to = from + 1; to < items.length; to++) {
    const jobs = jobsIn(items[to])
    const { op, level = 3 } = items[to]?.joint ?? {}
    if (jobs === undefined || level > 2 || (op !== 'and' && op !== 'comma')) return from
    // What is said of one of them ends the list, and so does what is no job.
    const more = items[to + 1]?.joint?.op === 'and' && jobsIn(items[to + 1]) !== undefined
    if (op === 'and' && (jobs.length > 1 || !more)) return to
    if (jobs.length > 1) return from
  }
  return from
}

/** The job that a part begins with, and what stands behind it; undefined where it begins with none. */
function jobsIn(item: Item | undefined): readonly Node[] | undefined {
  const node = item?.node
  if (node === undefined) return undefined
  const parts = node.kind === 'all' ? node.of : [node]
  const [first] = parts
  return first !== undefined && isJob(first) ? parts : undefined
}

/** A rank or a title, with its function or without: a function alone says more of a job beside it. */
const isJob = (node: Node): node is Leaf =>
  node.kind === 'leaf' && node.meaning.job !== undefined && node.meaning.job !== 'function'
