import { apart, isDeed } from './deeds-apart.ts'
import { choiceBehind, opensEither } from './either-or.ts'
import { countedConditions } from './counted-conditions.ts'
import { deniedPeople } from './denied-people.ts'
import { exclusion } from './exclusion.ts'
import { bracketed, DEEPEST, opening, saidMoreExactly } from './brackets.ts'
import { explained } from './made-exact.ts'
import { filler, only, people, relative, sign } from './fillers.ts'
import { everBefore, frameEnd, fromUs } from './frames.ts'
import { frontClause } from './front.ts'
import { ADDS_NOTHING, leaveSaid, listNoun } from './idle.ts'
import { inAnyAt } from './in-any.ts'
import { type Joint, jointAt } from './joints.ts'
import { askOfDenied } from './left-out.ts'
import { leftOutBefore, leftOutClause } from './left-out-before.ts'
import { isLeftOut } from './left-out-behind.ts'
import { looseWindow, shorthand } from './loose-windows.ts'
import { type Meaning, question } from './meaning.ts'
import { everyName, negatedName, onlyBehind } from './names.ts'
import { neither, neitherNor } from './neither.ts'
import { pairOf, WHICH_TWO } from './pairs.ts'
import { nothingAsked } from './nothing-asked.ts'
import { phrase } from './phrase.ts'
import { type Found, wordAt } from './reading.ts'
import {
  closing,
  type Item,
  isName,
  isPredicate,
  leaf,
  leave,
  note,
  passFillers,
  SAYS,
  startsPeople,
  type State,
} from './sentence-state.ts'
import { softened } from './softened.ts'
import { group, type Node } from './tree.ts'
import { isUnited } from './united-behind.ts'

const either = phrase('either')
const atTheSameTime = phrase('at the same time')
const pronoun = phrase('who', 'and who', 'that|which')

const oneOf = phrase(
  'in? exactly|only|just one of the? two? of?',
  'in one of the two of?',
  'exactly|only|just one of the|these|those two? groups|conditions|things ,|:?',
  'either but not both of',
  'one but not both of',
)

/** "in exactly one of A and B": the two that follow. */
function exactlyOne(state: State, inside: number, nodes: Node[]): void {
  note(state, state.at, inside, 'condition', 'one of the two, but not both')
  const from = state.at
  state.at = inside
  const names = exclusion(state)
  const pair = names === undefined ? undefined : pairOf(names, true)
  if (pair === undefined) state.doubts.push(question(from, state.at, WHICH_TWO))
  else nodes.push({ kind: 'xor', of: pair })
}

/** What stands between two joints. */
export function itemAt(state: State, joint: Joint | undefined): Item | undefined {
  const from = state.at
  const restricting =
    joint !== undefined &&
    state.reading.tokens.slice(from - 1, from).some((token) => /^(?:only|just)$/.test(token.word))
  const negative = joint?.op === 'except'
  const headedBefore = state.headed
  state.headed = false
  const choice = state.depth < DEEPEST ? opensEither(state, joint) : -1
  const node = choice >= 0 ? choiceBehind(state, choice) : negative ? exclusion(state) : term(state)
  if (joint !== undefined || node !== undefined) leaveSaid(state, from)
  if (negative && node === undefined) unread(state, from, joint)
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

/** Phrases that stand side by side, which all hold: "women in France who …". */
export function term(state: State): Node | undefined {
  const nodes: Node[] = []
  while (state.at < state.end) {
    const { reading, at } = state
    if (closing(reading, at) >= 0) break
    if (nodes.length > 0 && (inAnyAt(state, at) >= 0 || isLeftOut(state, nodes) || isUnited(state, nodes)))
      break
    const bracket = opening(reading, at)
    if (bracket >= 0) {
      const inner = bracketed(state, bracket)
      const exact = inner === undefined ? undefined : saidMoreExactly(nodes.at(-1), inner, state)
      if (exact !== undefined) nodes.splice(-1, 1, exact)
      else if (inner !== undefined) nodes.push(inner)
      continue
    }
    const literal = nodes.length === 0 ? atTheSameTime(reading, at) : -1
    if (literal >= 0) {
      note(state, at, literal, 'condition', 'all of these')
      state.literal = true
      state.at = literal
      continue
    }
    const counted =
      (nodes.length === 0 ? (leftOutBefore(state) ?? leftOutClause(state)) : undefined) ??
      countedConditions(state)
    if (counted !== undefined) {
      nodes.push(counted)
      continue
    }
    const none = neither(reading, at)
    if (none >= 0 && state.unit(reading, at) === undefined) {
      neitherNor(state, none, nodes)
      continue
    }
    const one = oneOf(reading, at)
    if (one >= 0 && filler(reading, at) <= one && state.unit(reading, at) === undefined) {
      exactlyOne(state, one, nodes)
      continue
    }
    if (nodes.length > 0 && pronoun(reading, at) >= 0 && state.depth < DEEPEST) {
      const before = nodes.at(-1)
      const inner = clause(state, pronoun(reading, at))
      if (inner !== undefined) nodes.push(inner)
      askOfDenied(state, before, at)
      continue
    }
    const found = state.unit(reading, at)
    // "women in Spain with 2+ orders or over 300 spent": both are said of the women, as behind "who".
    if (nodes.length > 0 && opensChoice(state, found)) {
      state.depth++
      const inner = state.expression('clause')
      state.depth--
      if (inner !== undefined) nodes.push(inner)
      continue
    }
    const joint = jointAt(reading, at)
    if (joint !== undefined && (nodes.length > 0 || found === undefined) && !reachesPast(found, joint)) {
      if (nodes.length > 0 || leading(state, joint, nodes)) break
      continue
    }
    // “Industry is irrelevant” names no industry.
    const nothing = nothingAsked(reading, at)
    if (nothing >= 0 && nothing <= state.end && nothing >= (found?.end ?? nothing)) {
      note(state, at, nothing, 'ignored', ADDS_NOTHING)
      state.at = nothing
      continue
    }
    if (found !== undefined && found.end <= state.end) {
      apart(state, nodes.at(-1), found.value, found.end)
      const exact = explained(state, found)
      nodes.push(exact ?? leaf(state, found.value, found.end))
      continue
    }
    const denied = deniedPeople(state)
    if (denied >= 0) {
      note(state, at, denied, 'condition', 'not')
      state.at = denied
      const opens = opening(reading, denied)
      const behind = either(reading, denied) >= 0 ? () => state.expression('clause') : () => exclusion(state)
      const inner = opens >= 0 ? bracketsDenied(state, opens) : behind()
      if (inner !== undefined) nodes.push({ kind: 'not', of: inner })
      continue
    }
    const [head, opened] = [people(reading, at), relative(reading, at)]
    // "5 orders with us" says nothing more of them.
    if (opened >= 0 && nodes.length > 0 && state.depth < DEEPEST && filler(reading, at) <= opened) {
      const inner = clause(state, opened)
      if (inner !== undefined) nodes.push(inner)
      continue
    }
    // "all" names people, and "all time" nothing.
    if ((head >= 0 || opened >= 0) && filler(reading, at) <= Math.max(head, opened)) {
      if (head > opened && !isPredicate(reading, at)) state.headed = true
      note(
        state,
        at,
        Math.max(head, opened),
        'ignored',
        head > opened ? 'the people asked about' : 'introduces a clause',
      )
      state.at = Math.max(head, opened)
      continue
    }
    if (negatedName(state, nodes)) continue
    if (everyName(state)) continue
    if (onlyBehind(state, nodes.at(-1))) continue
    small(state)
  }
  return nodes.length === 0 ? undefined : group('all', nodes)
}

/** "with 2+ orders or …": a deed behind "with", right before an "or" that goes on with no new people. */
function opensChoice(state: State, found: Found<Meaning> | undefined): boolean {
  const { reading, at, depth } = state
  if (found === undefined || depth >= DEEPEST || !/^(?:with|having)$/.test(wordAt(reading, at))) return false
  const joint = jointAt(reading, found.end)
  if (joint?.op !== 'or' || joint.level > 1 || !isDeed(found.value)) return false
  const next = state.unit(reading, passFillers(state, joint.end))
  return next !== undefined && isDeed(next.value) && !startsPeople(state, joint.end)
}

/** "not those who (A and B) and are in France": the denial ends with its brackets, and goes on to more behind "or". */
function bracketsDenied(state: State, bracket: number): Node | undefined {
  const inner = bracketed(state, bracket)
  const joint = jointAt(state.reading, state.at)
  const next = joint?.op === 'or' ? opening(state.reading, joint.end) : -1
  if (inner === undefined || joint === undefined || next < 0) return inner
  note(state, state.at, joint.end, 'condition', SAYS.or)
  state.at = joint.end
  const more = bracketsDenied(state, next)
  return more === undefined ? inner : group('any', [inner, more])
}

/** What follows "who" about people who were described before: "women in France who bought Tea or Coffee". */
function clause(state: State, inside: number): Node | undefined {
  note(state, state.at, inside, 'ignored', 'introduces a clause')
  state.at = inside
  state.depth++
  const inner = state.expression('clause')
  state.depth--
  return inner
}

/**
 * A joining word with nothing before it: "everyone except VIPs" is everybody who is no VIP. Answers whether it begins a
 * clause of its own, which stands before the sentence that it is said of.
 */
function leading(state: State, joint: Joint, nodes: Node[]): boolean {
  const before = state.at
  const front = isFront(state) && joint.level === 3 ? frontClause(state, joint) : undefined
  if (front !== undefined) nodes.push(front)
  if (state.at > before) return true
  if (joint.op !== 'except') {
    if (joint.op === 'unless') leave(state, joint.end)
    else note(state, state.at, joint.end, 'ignored', 'joins nothing')
    state.at = joint.end
    return false
  }
  note(state, state.at, joint.end, 'condition', SAYS.except)
  state.at = joint.end
  const from = state.at
  const node = exclusion(state)
  if (node === undefined) unread(state, from, joint)
  else nodes.push({ kind: 'not', of: node })
  return false
}

/** Nothing of the sentence was read yet, but "give me" and the like. */
const isFront = ({ reading, at, marks, headed }: State): boolean =>
  /^(?:[.;!?:]|)$/.test(wordAt(reading, at - 1)) || (!headed && !marks.some((one) => one?.as === 'condition'))

/** "but not those", "clicked the drop": who is left out was not said. */
function unread(state: State, from: number, joint: Joint): void {
  const end = state.at
  if (state.leftovers.at(-1)?.[1] === end) return
  state.at = end === from ? joint.end - 1 : from
  leave(state, end)
}

/** A phrase that goes on past a joining word ("but not", "without") has read it itself. */
const reachesPast = (found: { end: number } | undefined, joint: Joint): boolean =>
  found !== undefined && found.end > joint.end && joint.op !== 'comma'

/** Passes a small word, or leaves a word that nothing reads for the question at the end. */
function small(state: State): void {
  if (looseWindow(state) || shorthand(state) || softened(state)) return
  const { reading, at } = state
  const word = Math.max(filler(reading, at), sign(reading, at), listNoun(state))
  const limit = only(reading, at)
  if (word >= 0) {
    note(state, at, word, 'ignored', ADDS_NOTHING)
    state.at = word
  } else if (
    limit >= 0 &&
    (passFillers(state, limit) >= state.end ||
      jointAt(reading, limit) !== undefined ||
      isName(state, limit) ||
      people(reading, passFillers(state, limit)) >= 0)
  ) {
    note(state, at, limit, 'ignored', 'only these')
    state.at = limit
  } else {
    const frame = Math.max(frameEnd(state), fromUs(state), everBefore(state))
    if (frame < 0) return leave(state, at + 1)
    note(state, at, frame, 'ignored', 'asks for it')
    state.at = frame
  }
}
