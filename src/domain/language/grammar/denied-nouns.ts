import { question } from './meaning.ts'
import { phrase } from './phrase.ts'
import { type Reading, said, wordAt } from './reading.ts'
import type { Item, State } from './sentence-state.ts'
import { firstLeaf, isBracketed, replacedFirst } from './side-by-side.ts'
import { type Leaf, leavesIn, type Node } from './tree.ts'

const NEITHER = 'The denial is read for both: neither of them.'
const no = phrase('no|without|minus|zero', 'without any', 'nor')

/**
 * "no VIPs or staff", "without staff and wholesale", "are not women or VIPs": names behind a denied name are denied
 * with it. Read apart, "or staff" would let in those whom somebody wants to leave out. Where the denial may be meant
 * for the first alone ("not women and VIPs"), it is asked.
 */
export function denyNames(state: State, items: readonly Item[]): readonly Item[] {
  const out: Item[] = []
  for (const [i, item] of items.entries()) {
    const before = out.at(-1)
    const joined = before !== undefined ? joinedBy(state.reading, items, i) : undefined
    out.push(before !== undefined && joined !== undefined ? deniedWith(state, before, item, joined) : item)
  }
  return out
}

/** An item that is joined to the one before it, denied where that is meant for both. */
function deniedWith(state: State, before: Item, item: Item, by: 'and' | 'or'): Item {
  const { reading } = state
  const { joint } = item
  const denied = deniedName(before.node)
  if (joint === undefined || denied === undefined || isBracketed(reading, denied, item)) return item
  const next = firstName(reading, item)
  if (next === undefined) {
    const [people] = leavesIn(item.node)
    if (item.headed && people !== undefined && joint.op === 'or' && !saysOfThem(reading, item.from))
      askBoth(state, denied, people)
    return item
  }
  const clear = by === 'or' || no(reading, before.from) >= 0 || no(reading, denied.from) >= 0
  if (!isPeople(denied) || !clear) {
    askBoth(state, denied, next)
    return item
  }
  const meaning = { ...next.meaning, assumptions: [...next.meaning.assumptions, NEITHER] }
  const node = replacedFirst(item.node, { kind: 'not', of: { ...next, meaning } })
  return { ...item, node, joint: { ...joint, op: 'and', level: 0 } }
}

/** By a word, or by a comma of a list of names that "or" ends. */
function joinedBy(reading: Reading, items: readonly Item[], i: number): 'and' | 'or' | undefined {
  const later = items.slice(i).find(({ joint }) => joint?.op !== 'comma')
  const names = items.slice(i, later === undefined ? undefined : items.indexOf(later) + 1)
  const joint = later?.joint
  if (joint === undefined || joint.level >= 2) return undefined
  if (items[i] === later) return joint.op === 'or' || joint.op === 'and' ? joint.op : undefined
  return joint.op === 'or' && names.every((item) => firstName(reading, item) !== undefined) ? 'or' : undefined
}

/** What was denied right before: by a word of its own, or with the name. */
function deniedName(node: Node): Leaf | undefined {
  if (node.kind === 'not') return node.of.kind === 'leaf' ? node.of : undefined
  const last = node.kind === 'all' && node.spoken === undefined ? node.of.at(-1) : node
  if (last?.kind === 'not') return deniedName(last)
  const criteria = last?.kind === 'leaf' ? last.meaning.criteria : undefined
  return last?.kind === 'leaf' && criteria !== undefined && 'none' in criteria ? last : undefined
}

const isPeople = ({ meaning: { nominal, people } }: Leaf): boolean => nominal === true || people === true

/** A name by itself, with nothing said of it before. */
function firstName(reading: Reading, { node, from }: Item): Leaf | undefined {
  const first = firstLeaf(node)
  if (first?.from !== from || !isPeople(first)) return undefined
  const criteria = first.meaning.criteria
  return (saysOfThem(reading, from) && !isSegmentName(first)) ||
    (criteria !== undefined && 'none' in criteria)
    ? undefined
    : first
}

/** “At Risk” begins like a place. */
const isSegmentName = ({ meaning: { criteria, nominal } }: Leaf): boolean =>
  nominal === true && criteria !== undefined && 'type' in criteria && criteria.type === 'rfm'

const OF_THEM = /^(?:in|on|at|from|with|without|who|that|not|no|never|are|is|was|were|have|has|had|\w+ed)$/
/** With a verb or "in" of its own it is a condition beside the denied one: "are not women or are on the VIP list". */
const saysOfThem = (reading: Reading, at: number): boolean => OF_THEM.test(wordAt(reading, at))

function askBoth(state: State, first: Leaf, next: Leaf): void {
  const { reading } = state
  const [a, b] = [said(reading, first.from, first.to), said(reading, next.from, next.to)]
  const bare = wordAt(reading, first.from) === 'not' ? a.slice('not '.length) : a
  state.doubts.push(
    question(first.from, next.to, `Is the denial meant for “${b}” too?`, [
      ['neither of them', `not those who are ${bare} and not those who are ${b}`],
      [
        'only the first is denied',
        `(not those who are ${bare}) ${said(reading, first.to, next.from)} (${b})`,
      ],
    ]),
  )
}
