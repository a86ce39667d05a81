import { filler, non, only, people, relative, sign } from './fillers.ts'
import { type Joint, jointAt } from './joints.ts'
import { type Mark, type Marks, mark } from './marks.ts'
import { type Doubt, type Meaning, question } from './meaning.ts'
import { windowWords } from '../../time/words.ts'
import { phrase } from './phrase.ts'
import type { Parser, Reading } from './reading.ts'
import { group, type Node } from './tree.ts'

/** A request about people, read to its last word. */
export interface Sentence {
  readonly node?: Node
  readonly marks: Marks
  /** Stretches that nothing could read. */
  readonly leftovers: readonly (readonly [from: number, to: number])[]
  readonly doubts: readonly Doubt[]
  readonly assumptions: readonly string[]
  /** Whether the people were named: "customers", "everyone". */
  readonly headed: boolean
}

interface State {
  readonly reading: Reading
  readonly unit: Parser<Meaning>
  readonly end: number
  at: number
  depth: number
  readonly marks: Marks
  readonly leftovers: [number, number][]
  readonly doubts: Doubt[]
  readonly assumptions: string[]
  headed: boolean
}

const DEEPEST = 12

/** Reads tokens [from, to) as conditions joined by and, or and not. Every token gets its mark. */
export function readClauses(reading: Reading, unit: Parser<Meaning>, from: number, to: number): Sentence {
  const state: State = {
    reading,
    unit,
    end: to,
    at: from,
    depth: 0,
    marks: [],
    leftovers: [],
    doubts: [],
    assumptions: [],
    headed: false,
  }
  const parts: Node[] = []
  while (state.at < to) {
    const node = expression(state, false)
    if (node !== undefined) parts.push(node)
    if (state.at < to) leave(state, state.at + 1)
  }
  const { marks, leftovers, doubts, assumptions, headed } = state
  return {
    ...(parts.length === 0 ? {} : { node: group('all', parts) }),
    marks,
    leftovers,
    doubts,
    assumptions,
    headed,
  }
}

interface Item {
  readonly node: Node
  /** How it is joined to what stands before it. */
  readonly joint?: Joint
  readonly headed: boolean
  readonly restricting: boolean
  readonly from: number
  readonly to: number
}

const closing = phrase(')', ']', '}')
const opening = phrase('(', '[', '{')
const notBoth = phrase(',? but not both', ',? not both', 'and not both', '( but? not both )')

/** Items and the joints between them, up to a closing bracket, the end, or, in a relative clause, new people. */
function expression(state: State, inRelative: boolean): Node | undefined {
  const items: Item[] = []
  let xor = false
  for (;;) {
    const joint = items.length === 0 ? undefined : jointHere(state)
    const both = notBoth(state.reading, state.at)
    if (both >= 0 && items.length >= 2) {
      note(state, state.at, both, 'condition', 'one of the two, but not both')
      state.at = both
      xor = true
      continue
    }
    if (state.at >= state.end || closing(state.reading, state.at) >= 0) break
    if (inRelative && joint !== undefined && startsPeople(state, joint.end)) break
    const start = state.at
    if (joint !== undefined) {
      note(state, state.at, joint.end, 'condition', SAYS[joint.op])
      state.at = joint.end
    }
    const item = itemAt(state, joint)
    if (item !== undefined) items.push(item)
    if (state.at === start) break
  }
  if (xor && items.length === 2) {
    const [a, b] = items.map((item) => item.node)
    if (a !== undefined && b !== undefined) return { kind: 'xor', of: [a, b] }
  }
  if (xor) state.doubts.push(question(state.at - 1, state.at, 'Which two do you mean by “not both”?'))
  return items.length === 0 ? undefined : resolve(state, items)
}

/** "and not since": where "not" belongs to the phrase behind it, the joint is a plain "and". */
function jointHere(state: State): Joint | undefined {
  const joint = jointAt(state.reading, state.at)
  if (joint?.op !== 'except' || state.reading.tokens[joint.end - 1]?.word !== 'not') return joint
  const without = state.unit(state.reading, passFillers(state, joint.end))
  const whole = state.unit(state.reading, joint.end - 1)
  return without === undefined && whole !== undefined ? { op: 'and', level: 3, end: joint.end - 1 } : joint
}

const SAYS: Readonly<Record<Joint['op'], string>> = {
  and: 'and',
  or: 'or',
  comma: 'and, or as the next joining word says',
  except: 'and not',
  unless: 'or else',
}

function itemAt(state: State, joint: Joint | undefined): Item | undefined {
  const from = state.at
  const restricting =
    joint !== undefined &&
    state.reading.tokens.slice(from - 1, from).some((token) => /^(?:only|just)$/.test(token.word))
  const negative = joint?.op === 'except'
  const headedBefore = state.headed
  state.headed = false
  const node = negative ? exclusion(state) : term(state)
  const headed = state.headed
  state.headed = headed || headedBefore
  if (node === undefined) return undefined
  return {
    node: negative ? { kind: 'not', of: node } : node,
    headed,
    restricting,
    from,
    to: state.at,
    ...(joint === undefined ? {} : { joint }),
  }
}

/** What "except" reaches: names joined by commas, "and" and "or", or one clause. */
function exclusion(state: State): Node | undefined {
  const nodes: Node[] = []
  for (;;) {
    const node = term(state)
    if (node !== undefined) nodes.push(node)
    const joint = jointAt(state.reading, state.at)
    if (joint === undefined || joint.op === 'except' || joint.op === 'unless' || joint.level === 3) break
    if (!isName(state, joint.end) || node === undefined) break
    note(state, state.at, joint.end, 'condition', 'or')
    state.at = joint.end
  }
  return nodes.length === 0 ? undefined : group('any', nodes)
}

function isName(state: State, at: number): boolean {
  const start = passFillers(state, at)
  return state.unit(state.reading, start)?.value.nominal === true
}

/** Phrases that stand side by side, which all hold: "women in France who …". */
function term(state: State): Node | undefined {
  const nodes: Node[] = []
  while (state.at < state.end) {
    const { reading, at } = state
    if (closing(reading, at) >= 0) break
    const bracket = opening(reading, at)
    if (bracket >= 0) {
      const inner = bracketed(state, bracket)
      if (inner !== undefined) nodes.push(inner)
      continue
    }
    const found = state.unit(reading, at)
    const joint = jointAt(reading, at)
    if (joint !== undefined && (nodes.length > 0 || found === undefined) && !reachesPast(found, joint)) {
      if (nodes.length > 0) break
      leading(state, joint, nodes)
      continue
    }
    if (found !== undefined && found.end <= state.end) {
      apart(state, nodes.at(-1), found.value, found.end)
      nodes.push(leaf(state, found.value, found.end))
      continue
    }
    const head = people(reading, at)
    const clause = relative(reading, at)
    if (clause >= 0 && nodes.length > 0 && state.depth < DEEPEST) {
      note(state, at, clause, 'ignored', 'introduces a clause')
      state.at = clause
      state.depth++
      const inner = expression(state, true)
      state.depth--
      if (inner !== undefined) nodes.push(inner)
      continue
    }
    if (head >= 0 || clause >= 0) {
      if (head > clause) state.headed = true
      note(
        state,
        at,
        Math.max(head, clause),
        'ignored',
        head > clause ? 'the people asked about' : 'introduces a clause',
      )
      state.at = Math.max(head, clause)
      continue
    }
    if (negatedName(state, nodes)) continue
    small(state)
  }
  return nodes.length === 0 ? undefined : group('all', nodes)
}

/** "visited the site but didn’t buy in the last 30 days": is the time meant for both? */
function timeOfBoth(state: State, nodes: readonly Node[]): void {
  for (const [i, node] of nodes.entries()) {
    const next = nodes[i + 1]
    if (node.kind !== 'leaf' || next?.kind !== 'leaf' || next.from - node.to > 2) continue
    const [before, after] = [node.meaning.criteria, next.meaning.criteria]
    if (before === undefined || after === undefined || !('type' in before) || !('type' in after)) continue
    if (before.type !== 'events' || before.within !== undefined) continue
    if ((after.type !== 'orders' && after.type !== 'purchases') || after.within === undefined) continue
    // "haven’t bought in 90 days" speaks for itself.
    if (/^(?:have|has)$/.test(state.reading.tokens[next.from]?.word ?? '')) continue
    const text = (from: number, to: number) =>
      state.reading.tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(' ')
    const time = windowWords(after.within)
    const rest = `${text(node.to, next.from)} ${text(next.from, next.to)}`
    state.doubts.push(
      question(node.from, next.to, `Is “${time}” meant for both?`, [
        [`both ${time}`, `${text(node.from, node.to)} ${time} ${rest}`],
        ['the first at any time', `${text(next.from, next.to)} and ${text(node.from, node.to)}`],
      ]),
    )
  }
}

const DEEDS = new Set(['orders', 'purchases', 'events'])
const isDeed = ({ criteria, people: named }: Meaning): boolean =>
  named !== true && criteria !== undefined && 'type' in criteria && DEEDS.has(criteria.type)

/** Two deeds side by side, with no word that joins them, may belong together in a way that was not read. */
function apart(state: State, before: Node | undefined, next: Meaning, to: number): void {
  if (before?.kind !== 'leaf' || before.to !== state.at || !isDeed(before.meaning) || !isDeed(next)) return
  state.doubts.push(
    question(before.from, to, 'How do these belong together? Please join them with “and”, “or” or “but”.'),
  )
}

/** A joining word with nothing before it: "everyone except VIPs" is everybody who is no VIP. */
function leading(state: State, joint: Joint, nodes: Node[]): void {
  if (joint.op !== 'except') {
    if (joint.op === 'unless') return leave(state, joint.end)
    note(state, state.at, joint.end, 'ignored', 'joins nothing')
    state.at = joint.end
    return
  }
  note(state, state.at, joint.end, 'condition', SAYS.except)
  state.at = joint.end
  const node = exclusion(state)
  if (node !== undefined) nodes.push({ kind: 'not', of: node })
}

/** A phrase that goes on past a joining word ("but not", "without") has read it itself. */
const reachesPast = (found: { end: number } | undefined, joint: Joint): boolean =>
  found !== undefined && found.end > joint.end && joint.op !== 'comma'

function bracketed(state: State, inside: number): Node | undefined {
  note(state, state.at, inside, 'ignored', 'a bracket')
  state.at = inside
  if (state.depth >= DEEPEST) {
    state.doubts.push(question(inside - 1, inside, 'These brackets are nested too deeply to be read.'))
    return undefined
  }
  state.depth++
  const node = expression(state, false)
  state.depth--
  const end = closing(state.reading, state.at)
  if (end >= 0 && state.at < state.end) {
    note(state, state.at, end, 'ignored', 'a bracket')
    state.at = end
  }
  return node
}

function leaf(state: State, meaning: Meaning, to: number): Node {
  const from = state.at
  if (meaning.people === true) state.headed = true
  const doubt = meaning.doubts[0]
  if (doubt !== undefined) {
    note(state, from, to, 'not accounted for', doubt.says)
    state.doubts.push(...meaning.doubts)
  } else note(state, from, to, 'condition', '')
  state.at = to
  return { kind: 'leaf', meaning, from, to }
}

/** "non-VIPs", "no wholesale customers": a name with a word of denial before it. */
function negatedName(state: State, nodes: Node[]): boolean {
  const denied = non(state.reading, state.at)
  const found = denied < 0 ? undefined : state.unit(state.reading, denied)
  if (found?.value.nominal !== true) return false
  note(state, state.at, denied, 'condition', 'not')
  state.at = denied
  nodes.push({ kind: 'not', of: leaf(state, found.value, found.end) })
  return true
}

/** Passes a small word, or leaves a word that nothing reads for the question at the end. */
function small(state: State): void {
  const { reading, at } = state
  const word = Math.max(filler(reading, at), sign(reading, at))
  const limit = only(reading, at)
  if (word >= 0) {
    note(state, at, word, 'ignored', 'adds nothing')
    state.at = word
  } else if (
    limit >= 0 &&
    (limit >= state.end ||
      jointAt(reading, limit) !== undefined ||
      isName(state, limit) ||
      people(reading, passFillers(state, limit)) >= 0)
  ) {
    note(state, at, limit, 'ignored', 'only these')
    state.at = limit
  } else leave(state, at + 1)
}

function leave(state: State, to: number): void {
  const last = state.leftovers.at(-1)
  note(state, state.at, to, 'not accounted for', 'not understood')
  if (last !== undefined && last[1] === state.at) last[1] = to
  else state.leftovers.push([state.at, to])
  state.at = to
}

/** Whether new people are named here: "… or people in Belgium who …". */
function startsPeople(state: State, at: number): boolean {
  let start = at
  for (let i = 0; i < 4; i++) {
    const head = people(state.reading, start)
    if (head >= 0 && relative(state.reading, start) < 0) return true
    const found = state.unit(state.reading, start)
    if (found?.value.nominal !== true && found?.value.people !== true) {
      const next = passFillers(state, start)
      if (next === start) return false
      start = next
    } else start = found.end
  }
  return false
}

function passFillers(state: State, at: number): number {
  let start = at
  for (let i = 0; i < 4; i++) {
    const next = filler(state.reading, start)
    if (next < 0 || state.unit(state.reading, start) !== undefined) break
    start = next
  }
  return start
}

function note(state: State, from: number, to: number, as: Mark['as'], meaning: string): void {
  mark(state.marks, from, Math.min(to, state.end), as, meaning)
}

/** Groups the items by how loosely they are joined: sentences, commas, "or", "and". */
function resolve(state: State, items: readonly Item[]): Node {
  const groups = split(items, (joint) => joint.level === 3)
  const nodes: Node[] = []
  for (const part of groups) {
    const [first] = part
    if (first?.joint?.op === 'unless') {
      const last = nodes.pop()
      const condition = byCommas(state, part)
      const kept = last === undefined ? condition : unless(state, last, condition)
      nodes.push(kept)
    } else nodes.push(byCommas(state, part))
  }
  const joined = group('all', nodes, true)
  if (joined.kind === 'all') timeOfBoth(state, joined.of)
  return joined
}

/** "A, B unless C": C excuses from the last of them. */
function unless(state: State, before: Node, condition: Node): Node {
  state.assumptions.push(
    '“unless” is read for what stands right before it: that, or else what follows “unless”.',
  )
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

function byCommas(state: State, items: readonly Item[]): Node {
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

const sameKind = (items: readonly Item[]): boolean => {
  const kinds = items.map(({ node }) =>
    node.kind === 'leaf' && node.meaning.criteria !== undefined && 'type' in node.meaning.criteria
      ? node.meaning.criteria.type
      : node.kind,
  )
  return new Set(kinds).size === 1
}

function commaOp(items: readonly Item[], i: number): 'and' | 'or' {
  const later = items.slice(i + 1).find((one) => one.joint?.op !== 'comma')?.joint
  if (later?.op !== 'or') return 'and'
  return later.level === 2 || sameKind(items) ? 'or' : 'and'
}

/** "A or B and C": "and" binds tighter, unless brackets say otherwise; where it matters, it is asked. */
function tight(state: State, items: readonly (Item & { readonly op: 'and' | 'or' })[]): Node {
  const rest = items.slice(1)
  if (rest.every((item) => item.op === 'and'))
    return conjunction(
      state,
      items.map((item) => ({ node: item.node, items: [item] })),
    )
  if (rest.every((item) => item.op === 'or'))
    return group(
      'any',
      items.map((item) => item.node),
    )
  const branches: (typeof items)[number][][] = []
  for (const item of items) {
    if (branches.length === 0 || item.op === 'or') branches.push([item])
    else branches.at(-1)?.push(item)
  }
  if (!items.some((item) => item.headed)) askGrouping(state, items)
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

function askGrouping(state: State, items: readonly (Item & { readonly op: 'and' | 'or' })[]): void {
  const [first] = items
  const last = items.at(-1)
  if (first === undefined || last === undefined) return
  const text = (from: number, to: number) =>
    state.reading.tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ')
  const turn = items.findIndex((item, i) => i > 0 && item.op !== items[1]?.op)
  const middle = items[turn]
  if (middle === undefined) return
  const head = text(first.from, middle.from - 1)
  const word = middle.op
  const tail = text(middle.from, last.to)
  const before = items[turn - 1]
  const headLast = before === undefined ? head : text(first.from, before.from - 1)
  const joinedLast = before === undefined ? tail : `(${text(before.from, last.to)})`
  state.doubts.push(
    question(first.from, last.to, '“and” and “or” stand side by side here. Which belong together?', [
      [`(${head}) ${word} ${tail}`, `(${head}) ${word} ${tail}`],
      [
        `${headLast} ${items[1]?.op ?? 'or'} ${joinedLast}`,
        `${headLast} ${items[1]?.op ?? 'or'} ${joinedLast}`,
      ],
    ]),
  )
}

/** "and" between two groups of people, each with its own name for them, is a union. */
function conjunction(state: State, parts: readonly { node: Node; items: readonly Item[] }[]): Node {
  const nodes = parts.map((part) => part.node)
  const items = parts.flatMap((part) => part.items)
  const named = items.filter((item) => item.headed && !item.restricting)
  if (
    parts.length < 2 ||
    named.length < items.length ||
    items.some((item) => item.joint?.op === 'except' || item.joint?.op === 'unless')
  ) {
    return group('all', nodes, true)
  }
  const generic = items.slice(1).every((item) => isGeneric(state, item))
  if (generic) {
    state.assumptions.push('“and” between two groups of people is read as people in either of them.')
    return group('any', nodes)
  }
  const [first] = items
  const last = items.at(-1)
  if (first === undefined || last === undefined || !items.every((item) => isMulti(item.node)))
    return group('all', nodes, true)
  const texts = items.map((item) =>
    state.reading.tokens
      .slice(item.from, item.to)
      .map((token) => token.text)
      .join(' '),
  )
  state.doubts.push(
    question(first.from, last.to, 'People in all of these groups, or in any of them?', [
      ['in all of them', texts.map((text) => `(${text})`).join('; ')],
      ['in any of them', texts.map((text) => `(${text})`).join(' or ')],
    ]),
  )
  return group('all', nodes, true)
}

/** Begins with "customers", "people" and the like. */
const isGeneric = (state: State, item: Item): boolean =>
  people(state.reading, passFillers(state, item.from)) >= 0

/** Names that one customer can answer to several of. */
const isMulti = (node: Node): boolean => {
  if (node.kind !== 'leaf' || node.meaning.nominal !== true) return false
  const criteria = node.meaning.criteria
  return (
    criteria !== undefined &&
    'type' in criteria &&
    (criteria.type === 'segment' || (criteria.type === 'attribute' && criteria.field === 'tags'))
  )
}
