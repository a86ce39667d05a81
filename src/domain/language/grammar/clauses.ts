import { filler, non, only, people, relative, sign } from './fillers.ts'
import { resolve } from './grouping.ts'
import { type Joint, jointAt } from './joints.ts'
import type { Marks } from './marks.ts'
import { type Doubt, type Meaning, question } from './meaning.ts'
import { phrase } from './phrase.ts'
import type { Parser, Reading } from './reading.ts'
import { type Item, isName, leave, note, passFillers, startsPeople, type State } from './sentence-state.ts'
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

const closing = phrase(')', ']', '}')
const opening = phrase('(', '[', '{')
const deniedClause = phrase('are|is? not those|people|customers who|that')
const either = phrase('either', '(')
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
    const denied = deniedClause(reading, at)
    if (denied >= 0) {
      note(state, at, denied, 'condition', 'not')
      state.at = denied
      const inner = either(reading, denied) >= 0 ? expression(state, true) : exclusion(state)
      if (inner !== undefined) nodes.push({ kind: 'not', of: inner })
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
