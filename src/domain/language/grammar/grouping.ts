import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { isGeneric, withAdded } from './added-people.ts'
import { isDenial } from './asked.ts'
import { complementsOfOneVerb, type Joined } from './complements.ts'
import { eitherJob } from './either-job.ts'
import {
  askExcept,
  askGrouping,
  askInAllOrAny,
  askListOfDeeds,
  askOfLast,
  askReach,
  askTimeOfBoth,
} from './grouping-questions.ts'
import { wordAt } from './reading.ts'
import { sameJob } from './same-job.ts'
import { askTail, saidOfAll } from './tail-questions.ts'
import type { Joint } from './joints.ts'
import { inSides } from './sides.ts'
import { type Item, type State } from './sentence-state.ts'
import { build, group, type Node, stretchOf } from './tree.ts'

/** Groups the items by how loosely they are joined: sentences, commas, "or", "and". */
export function resolve(state: State, items: readonly Item[]): Node {
  const sides = inSides(state, items, resolve)
  if (sides !== undefined) return sides
  const groups = split(items, (joint) => joint.level === 3).flatMap((part) => inserted(state, part))
  const nodes: Node[] = []
  for (const [i, part] of groups.entries()) {
    const [first] = part
    askOfLast(state, groups[i - 1] ?? [], part)
    if (first?.joint?.op === 'unless') {
      const last = nodes.pop()
      const condition = byCommas(state, part)
      const kept = last === undefined ? condition : unless(state, last, condition)
      nodes.push(kept)
    } else nodes.push(byCommas(state, part))
  }
  const joined = group('all', nodes, true)
  if (joined.kind === 'all') askTimeOfBoth(state, joined.of)
  return joined
}

/** "A, unless B or C, and D": the comma behind it ends what was inserted, so that D is asked of everybody again. */
function inserted(state: State, part: readonly Item[]): readonly (readonly Item[])[] {
  const [first] = part
  if (first?.joint?.op !== 'unless' || !opensWithComma(state, first)) return [part]
  const ends = part.findIndex(
    ({ joint }, i) =>
      i > 0 && joint?.level === 2 && (joint.op === 'and' || (joint.op === 'comma' && !isInList(part, i))),
  )
  return ends < 0 ? [part] : [part.slice(0, ends), part.slice(ends)]
}

const opensWithComma = ({ reading }: State, { from }: Item): boolean =>
  [1, 2, 3, 4, 5].some((back) => wordAt(reading, from - back) === ',')

/** Behind a comma of "unless B, C or D". */
const isInList = (part: readonly Item[], i: number): boolean =>
  part.slice(i + 1).find(({ joint }) => joint?.op !== 'comma')?.joint?.op === 'or'

/** "A, B unless C": C excuses from the last of them. */
function unless(state: State, before: Node, condition: Node): Node {
  const excused = before.kind === 'all' ? (before.of.at(-1) ?? before) : before
  const denies = isDenial(build(excused).criteria)
  if (!denies) {
    // "US customers unless they are wholesale": the others are left out.
    const says = '“unless” leaves out those whom what follows it is true of.'
    state.assumptions.push({ says, ...stretchOf([before, condition]) })
    return group('all', [before, { kind: 'not', of: condition }])
  }
  state.assumptions.push({
    says: '“unless” is read for what stands right before it: that, or else what follows “unless”.',
    ...stretchOf([before, condition]),
  })
  if (before.kind !== 'all') return group('any', [before, condition])
  const last = before.of.at(-1)
  return last === undefined
    ? condition
    : group('all', [...before.of.slice(0, -1), group('any', [last, condition])])
}

function split(items: readonly Item[], at: (joint: Joint) => boolean): Item[][] {
  const groups: Item[][] = []
  for (const item of items) {
    if (item.joint === undefined || groups.length === 0 || at(item.joint)) groups.push([item])
    else groups.at(-1)?.push(item)
  }
  return groups
}

function byCommas(state: State, said: readonly Item[]): Node {
  const items = eitherJob(state, sameJob(said))
  const [first] = items
  if (first?.joint?.op === 'except' && items.some(({ joint }) => joint?.op === 'or')) askExcept(state, items)
  if (!sameKind(items)) askListOfDeeds(state, items)
  const ops = items.map((item, i) => (item.joint?.op === 'comma' ? commaOp(items, i) : item.joint))
  const joined = items.map(
    (item, i) =>
      ({
        ...item,
        op: ops[i] === 'or' || (typeof ops[i] === 'object' && ops[i].op === 'or') ? 'or' : 'and',
      }) as const,
  )
  const loose = (item: Item) => item.joint !== undefined && item.joint.level === 2 && !listed(items, item)
  const parts: { op: 'and' | 'or'; items: typeof joined }[] = []
  for (const item of joined) {
    const last = parts.at(-1)
    if (last === undefined || loose(item)) parts.push({ op: item.op, items: [item] })
    else last.items.push(item)
  }
  const nodes = parts.map((part) => ({ op: part.op, node: tight(state, part.items), items: part.items }))
  if (nodes.slice(1).every((one) => one.op === 'and')) return conjunction(state, nodes)
  // ", and" binds tighter than ", or".
  const branches: (typeof nodes)[] = []
  for (const one of nodes) {
    if (branches.length === 0 || one.op === 'or') branches.push([one])
    else branches.at(-1)?.push(one)
  }
  const last = branches.at(-1) ?? []
  // "A, or B, in France": what stands behind is said of B, or of both.
  if (last.length > 1 && branches.slice(0, -1).every((branch) => branch.length === 1))
    askReach(state, branches, last)
  return group(
    'any',
    branches.map((branch) => conjunction(state, branch)),
  )
}

/** Commas of a list that ends in a plain "or" belong to that list: "A, B or C". */
function listed(items: readonly Item[], item: Item): boolean {
  if (item.joint?.op !== 'comma') return false
  const later = items.slice(items.indexOf(item) + 1).find((one) => one.joint?.op !== 'comma')
  return later?.joint?.op === 'or' && later.joint.level === 1 && sameKind(items)
}

const sameKind = (items: readonly Item[]): boolean =>
  new Set(items.map(({ node }) => (node.kind === 'leaf' ? kindOf(node.meaning.criteria) : node.kind)))
    .size === 1

/** What is listed together: places, groups that people are in, or one kind of condition. */
function kindOf(criteria: Criteria | undefined): string {
  if (criteria === undefined || !isCondition(criteria)) return 'leaf'
  if (criteria.type === 'segment' || criteria.type === 'rfm') return 'group'
  if (criteria.type !== 'attribute') return criteria.type
  if (criteria.field === 'tags') return 'group'
  return /^(?:country|region|city)$/.test(criteria.field) ? 'place' : 'attribute'
}

function commaOp(items: readonly Item[], i: number): 'and' | 'or' {
  const later = items.slice(i + 1).find((one) => one.joint?.op !== 'comma')?.joint
  if (later?.op !== 'or') return 'and'
  return later.level === 2 || sameKind(items) ? 'or' : 'and'
}

/** "A or B and C": "and" binds tighter, unless brackets say otherwise; where it matters, it is asked. */
function tight(state: State, said: readonly Joined[]): Node {
  const items = said.some(({ op }) => op === 'or') ? complementsOfOneVerb(state, said) : said
  const rest = items.slice(1)
  if (rest.every((item) => item.op === 'and'))
    return conjunction(
      state,
      items.map((item) => ({ node: item.node, items: [item] })),
    )
  if (rest.every((item) => item.op === 'or')) {
    const shared = saidOfAll(state, items)
    if (shared !== undefined) return shared
    askTail(state, items)
    return group(
      'any',
      items.map((item) => item.node),
    )
  }
  const branches: (typeof items)[number][][] = []
  for (const item of items) {
    if (branches.length === 0 || item.op === 'or') branches.push([item])
    else branches.at(-1)?.push(item)
  }
  if (!items.slice(1).every((item) => item.op === 'and' || namesOthers(state, item)))
    askGrouping(state, items)
  return group(
    'any',
    branches.map((branch) =>
      conjunction(
        state,
        branch.map((item) => ({ node: item.node, items: [item] })),
      ),
    ),
  )
}

/** "… or customers in Germany", "… or women in Berlin": others begin here, whatever was said before them. */
const namesOthers = (state: State, item: Item): boolean =>
  item.headed && (isGeneric(state, item) || item.node.kind === 'all')

/** "and" between two groups of people, each with its own name for them, is a union. */
function conjunction(state: State, parts: readonly { node: Node; items: readonly Item[] }[]): Node {
  const nodes = parts.map((part) => part.node)
  const items = parts.flatMap((part) => part.items)
  const added = withAdded(state, parts, conjunction)
  if (added !== undefined) return added
  const named = items.filter((item) => item.headed && !item.restricting)
  if (
    parts.length < 2 ||
    named.length < items.length ||
    items.some((item) => item.joint?.op === 'except' || item.joint?.op === 'unless')
  ) {
    return group('all', nodes, true)
  }
  const generic = items.slice(1).every((item) => isGeneric(state, item)) && !isPartOf(state, items)
  if (generic) {
    state.assumptions.push({
      says: '“and” between two groups of people is read as people in either of them.',
      ...stretchOf(nodes),
    })
    return group('any', nodes)
  }
  const [first] = items
  const last = items.at(-1)
  if (
    first === undefined ||
    last === undefined ||
    !items.every((item) => isMulti(item.node)) ||
    items.every((item) => isScored(item.node))
  )
    return group('all', nodes, true)
  askInAllOrAny(state, items)
  return group('all', nodes, true)
}

/** "from VIPs, the ones who …": some of them, and nobody else. */
function isPartOf({ reading }: State, [first, second]: readonly Item[]): boolean {
  if (first === undefined || second?.joint?.op !== 'comma') return false
  return /^(?:from|of|among|amongst|within|inside)$/.test(wordAt(reading, first.from))
}

/** Nobody is in two segments of RFM. */
const isScored = (node: Node): boolean => {
  const criteria = node.kind === 'leaf' ? node.meaning.criteria : undefined
  return criteria !== undefined && 'type' in criteria && criteria.type === 'rfm'
}

/** Names that one customer can answer to several of. */
const isMulti = (node: Node): boolean => {
  if (node.kind !== 'leaf' || node.meaning.nominal !== true) return false
  const criteria = node.meaning.criteria
  return (
    criteria !== undefined &&
    'type' in criteria &&
    (criteria.type === 'segment' ||
      criteria.type === 'rfm' ||
      (criteria.type === 'attribute' && criteria.field === 'tags'))
  )
}
