import { addedBack } from './added-back.ts'
import type { Assumed } from './assumed.ts'
import { resolve } from './grouping.ts'
import { endsChoice } from './either-or.ts'
import { askEither, inAnyAt, joinAny } from './in-any.ts'
import { type Joint, jointAt } from './joints.ts'
import type { Marks } from './marks.ts'
import { type Doubt, type Meaning, question } from './meaning.ts'
import { denyBehind } from './left-out-behind.ts'
import { placeWindows } from './loose-windows.ts'
import { notBothOf, WHICH_TWO } from './pairs.ts'
import { phrase } from './phrase.ts'
import type { Parser, Reading } from './reading.ts'
import { denyNames } from './denied-nouns.ts'
import { sayOnce } from './said-once.ts'
import { saidOfSome, scopedTo } from './scoped.ts'
import {
  closing,
  type Item,
  isName,
  leave,
  namesPeople,
  note,
  passFillers,
  type Reach,
  SAYS,
  startsPeople,
  type State,
} from './sentence-state.ts'
import { shareObjects } from './shared-object.ts'
import { shareRest } from './shared-rest.ts'
import { itemAt, term } from './term.ts'
import { group, type Node } from './tree.ts'
import { unitedBehind } from './united-behind.ts'

/** A request about people, read to its last word. */
export interface Sentence {
  readonly node?: Node
  readonly marks: Marks
  /** Stretches that nothing could read. */
  readonly leftovers: readonly (readonly [from: number, to: number])[]
  readonly doubts: readonly Doubt[]
  readonly assumptions: readonly Assumed[]
  /** Whether the people were named: "customers", "everyone". */
  readonly headed: boolean
}

/**
 * Reads tokens [from, to) as conditions joined by and, or and not. Every token gets its mark. Who needs no sentence
 * of which more than so many words are unread says so: reading ends there.
 */
export function readClauses(
  reading: Reading,
  unit: Parser<Meaning>,
  from: number,
  to: number,
  mostUnread = Infinity,
): Sentence {
  const state: State = {
    reading,
    unit,
    end: to,
    at: from,
    depth: 0,
    marks: [],
    leftovers: [],
    mayLeave: mostUnread,
    doubts: [],
    assumptions: [],
    headed: false,
    literal: false,
    loose: [],
    expression: (reach) => expression(state, reach),
    term: () => term(state),
  }
  const parts: Node[] = []
  while (state.at < to) {
    const node = expression(state, 'sentence')
    if (node !== undefined) parts.push(node)
    if (state.at < to) leave(state, state.at + 1)
  }
  const node = parts.length === 0 ? undefined : group('all', parts)
  const timed = placeWindows(state, node)
  const { marks, leftovers, doubts, assumptions, headed } = state
  return {
    ...(timed === undefined ? {} : { node: timed }),
    marks,
    leftovers,
    doubts,
    assumptions,
    headed,
  }
}

const notBoth = phrase(
  ',|-? but|just|and|only? but|just|only? not in|on|of? both|together of? them|it|these|those?',
  ',|-? but not the two together',
  '.|;|,|-? but? not those|people|anyone|anybody|customers|everyone|ones? who|that did|do|have done? both though?',
  ',? but? never both|together',
  '( but? not both )',
  ',|-|;|:|( but? only|just|exactly? one or the other ,? but? not both )?',
  ',|-|;|:|( but? only|just|exactly? one of the? two|them|those|these ,? but? not|never both )?',
  ',|-|;|:|( but? only|just|exactly one of the? two|them|those|these )?',
  ',|-|;|:|( but? only|just|exactly one or the other )?',
)
/** "just one of the two channels" says of which. */
const OF_WHICH = /^(?:channels?|consents?|of)$/

/** Items and the joints between them, up to a closing bracket, the end, or where their reach ends. */
function expression(state: State, reach: Reach): Node | undefined {
  const outside = state.literal
  state.literal = false
  const node = itemsAndJoints(state, reach)
  const literal = state.literal
  state.literal = outside
  return literal && node?.kind === 'all' ? { kind: 'all', of: node.of, literal: true } : node
}

function itemsAndJoints(state: State, reach: Reach): Node | undefined {
  let items: Item[] = []
  let xor = false
  for (;;) {
    const any = items.length === 0 ? -1 : inAnyAt(state, state.at)
    if (any >= 0) {
      items = joinAny(state, items, any)
      continue
    }
    const joint = items.length === 0 ? undefined : jointHere(state)
    const both = notBoth(state.reading, state.at)
    if (both >= 0 && items.length > 0 && !OF_WHICH.test(state.reading.tokens[both]?.word ?? '')) {
      const from = state.at
      note(state, from, both, 'condition', 'one of the two, but not both')
      state.at = both
      // "exactly one of A and B, not both" says it twice.
      if (items.at(-1)?.node.kind === 'xor') continue
      const [first, ...others] = items
      const one = first !== undefined && others.length === 0 ? notBothOf(first.node) : undefined
      if (first !== undefined && one !== undefined) items[0] = { ...first, node: one }
      else if (items.length !== 2) state.doubts.push(question(from, both, WHICH_TWO))
      else xor = true
      continue
    }
    if (state.at >= state.end || closing(state.reading, state.at) >= 0) break
    if (reach === 'clause' && joint !== undefined && leavesClause(state, joint, items.at(-1))) break
    if (reach === 'choice' && joint !== undefined && endsChoice(joint, items.some(isOr))) break
    const ofSome = items.length > 0 ? saidOfSome(state, items) : undefined
    if (ofSome !== undefined) {
      items = ofSome
      continue
    }
    const added = items.length > 0 ? addedBack(state, items) : undefined
    if (added !== undefined) {
      items = added
      continue
    }
    const start = state.at
    if (joint !== undefined) {
      note(state, state.at, joint.end, 'condition', SAYS[joint.op])
      state.at = joint.end
    }
    const scoped = items.length > 0 ? scopedTo(state, items) : undefined
    if (scoped !== undefined) {
      items = scoped
      continue
    }
    const item = itemAt(state, joint)
    if (item !== undefined) items.push(item)
    const left = denyBehind(state, items) ?? unitedBehind(state, items)
    if (left !== undefined) items = [...left]
    if (state.at === start) break
  }
  askEither(state, items)
  const [a, b, ...others] = items
  if (xor && a !== undefined && b !== undefined) {
    const either: Item = { ...a, node: { kind: 'xor', of: [a.node, b.node] }, to: b.to }
    return resolve(state, [either, ...others])
  }
  return items.length === 0
    ? undefined
    : resolve(state, shareRest(state, denyNames(state, sayOnce(state, shareObjects(state, items)))))
}

/**
 * New people end a clause about others, and so do a name behind a comma, "… who bought Tea, or VIPs", and whoever is
 * left out behind one: "A, plus B who bought, minus staff" is without staff of either.
 */
function leavesClause(state: State, joint: Joint, before: Item | undefined): boolean {
  if (startsPeople(state, joint.end)) return true
  const { tokens } = state.reading
  // "…, and not bought" is what they did not do.
  if (joint.op === 'except' && tokens[state.at]?.word === ',' && tokens[joint.end - 1]?.word !== 'not')
    return true
  if (joint.op !== 'or' || joint.level < 2) return false
  // "women who spent over 100, or men in Germany", and not "… who are women, or men".
  const others = before !== undefined && !isPeople(before.node) && namesPeople(state, joint.end)
  return others || isName(state, joint.end)
}

const isOr = ({ joint }: Item): boolean => joint?.op === 'or'

const isPeople = (node: Node): boolean => node.kind === 'leaf' && node.meaning.people === true

/** "and not one order on a tablet" is none at all. */
const ONE = /^(?:one|a|an|any|once|even)$/

/** "and not since": where "not" belongs to the phrase behind it, the joint is a plain "and". */
function jointHere(state: State): Joint | undefined {
  const joint = jointAt(state.reading, state.at)
  if (joint?.op !== 'except' || state.reading.tokens[joint.end - 1]?.word !== 'not') return joint
  const without = state.unit(state.reading, passFillers(state, joint.end))
  const whole = state.unit(state.reading, joint.end - 1)
  const unread =
    without === undefined || (without.value.criteria === undefined && whole?.value.criteria !== undefined)
  const notOne = whole !== undefined && ONE.test(state.reading.tokens[joint.end]?.word ?? '')
  return (unread || notOne) && whole !== undefined ? { op: 'and', level: 3, end: joint.end - 1 } : joint
}
