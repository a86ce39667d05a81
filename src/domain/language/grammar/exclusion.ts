import { isCondition } from '../../criteria/node.ts'
import { addsBackAt, endsLeftOut } from './adds-back.ts'
import { people, relative } from './fillers.ts'
import { resolve } from './grouping.ts'
import { question } from './meaning.ts'
import { said } from './reading.ts'
import { type Joint, jointAt } from './joints.ts'
import {
  askOfSeveral,
  askReachOfDenial,
  goesOn,
  isMoreOf,
  isOnly,
  isPlaces,
  isPlainDenial,
  leavesOutMore,
  listsMore,
  namesSomebody,
  stateList,
} from './left-out.ts'
import { type Item, isName, note, passFillers, SAYS, startsPeople, type State } from './sentence-state.ts'
import { group, type Node } from './tree.ts'

/** What "except" reaches: names joined by commas, "and" and "or", or what is said of those who are left out. */
export function exclusion(state: State): Node | undefined {
  return saysWho(state) ? clauses(state) : names(state)
}

/** "except those who …", "unless they are …": a clause of their own follows. */
function saysWho({ reading, at }: State): boolean {
  if (SUBJECT.test(reading.tokens[at - 1]?.word ?? '')) return true
  const head = people(reading, at)
  return relative(reading, head >= 0 ? head : at) >= 0
}

const SUBJECT = /^(?:who|that|whose|they)$/

function names(state: State): Node | undefined {
  const nodes: Node[] = []
  const plain = isPlainDenial(state)
  const ofPeople = namesSomebody(state)
  const from = state.at
  let listed = false
  for (;;) {
    const term = state.term()
    const node = term && anyOfThem(state, term)
    if (node !== undefined) nodes.push(node)
    if (plain && !ofPeople && node !== undefined) askReachOfDenial(state, node)
    const joint = jointAt(state.reading, state.at)
    if (joint === undefined || joint.op === 'except' || joint.op === 'unless') break
    if (node === undefined || state.at >= state.end || isSentenceEnd(state)) break
    if (addsBackAt(state.reading, from, state.at)) break
    const list = listsMore(state, joint, from)
    listed ||= list
    const more = list || (joint.level < 3 && (isName(state, joint.end) || leavesOutMore(state, joint)))
    if (!more && !(ofPeople && goesOn(state, joint, from))) break
    if (joint.op === 'comma' && isOnly(state, joint.end)) break
    if (plain && joint.op === 'comma' && !isMoreOf(state, node, joint.end)) break
    const added = isPlaces(node) || startsPeople(state, joint.end)
    if (added && endsLeftOut(state.reading, from, state.at)) askPlus(state, from, joint)
    note(state, state.at, joint.end, 'condition', 'or')
    state.at = joint.end
  }
  if (nodes.length > 1) askOfSeveral(state, nodes, from)
  if (listed) stateList(state, from, state.at)
  return nodes.length === 0 ? undefined : group('any', nodes)
}

/** “Europe except France plus the US”: one more place that is left out, or one that is added. */
function askPlus({ reading, at, doubts, end }: State, from: number, joint: Joint): void {
  const [out, more] = [said(reading, from, at), said(reading, joint.end, end)]
  doubts.push({
    ...question(from, end, `Is “${more}” left out too, or added?`, [
      ['left out too', `${out} and ${more}`],
      ['added', `${out}, plus ${more}`],
    ]),
    understood: true,
  })
}

/** "except Tea and Coffee buyers": whoever bought the one or the other, while "people who bought both" says it. */
function anyOfThem({ reading }: State, node: Node): Node {
  const criteria = node.kind === 'leaf' ? node.meaning.criteria : undefined
  if (node.kind !== 'leaf' || criteria === undefined || !('all' in criteria)) return node
  if (reading.tokens.slice(node.from, node.to).some(({ word }) => DEED.test(word))) return node
  if (!criteria.all.every((part) => isCondition(part) && part.type === 'purchases')) return node
  const assumptions = [...node.meaning.assumptions, EITHER_LEFT_OUT]
  return { ...node, meaning: { ...node.meaning, criteria: { any: criteria.all }, assumptions } }
}

const DEED = /^(?:b(?:uy|uys|uying|ought)|purchas\w+|order\w*|both|each|all)$/
const EITHER_LEFT_OUT =
  'Whoever bought any of these products is left out; say “who bought both” for only those who bought them all.'

/** "Leave out the staff. French customers …": the next sentence is about others. */
const isSentenceEnd = ({ reading, at }: State): boolean => reading.tokens[at]?.word === '.'

/** "… those who bought Tea or are wholesale": all of the clause, and new people behind it, who are left out as well. */
function clauses(state: State): Node | undefined {
  const groups: Item[][] = []
  const start = state.at
  let joint: Joint | undefined
  let listed = false
  for (;;) {
    const from = state.at
    const anew = joint === undefined || startsPeople(state, from) || isName(state, from)
    const node = state.term()
    if (node === undefined) break
    const item: Item = { node, headed: false, restricting: false, from, to: state.at }
    if (anew || joint === undefined) groups.push([item])
    else groups.at(-1)?.push({ ...item, joint })
    joint = jointAt(state.reading, state.at)
    if (joint?.op === 'comma' && state.at < state.end) askListed(state, { from, to: joint.end })
    if (joint === undefined || state.at >= state.end) break
    const list = listsMore(state, joint, start)
    listed ||= list
    if (!list && (joint.level > 1 || (joint.op !== 'or' && joint.op !== 'and'))) break
    note(state, state.at, joint.end, 'condition', SAYS[joint.op])
    state.at = joint.end
  }
  // "… who bought Tea but haven’t bought Coffee"
  if (joint?.level === 3 && state.at < state.end) goesOn(state, joint, start)
  if (listed) stateList(state, start, state.at)
  const nodes = groups.map((items) => resolve(state, items))
  return nodes.length === 0 ? undefined : group('any', nodes)
}

/** "those who ordered twice, opened an e-mail or bought Tea": whether all of the list is left out. */
function askListed(state: State, { from, to }: { readonly from: number; readonly to: number }): void {
  const { reading } = state
  let at = to
  for (let i = 0; i < 4; i++) {
    const found = state.unit(reading, passFillers(state, at))
    const joint = found === undefined || found.end >= state.end ? undefined : jointAt(reading, found.end)
    if (found === undefined || joint === undefined || startsPeople(state, at)) return
    if (joint.op === 'comma') at = joint.end
    else if (joint.op !== 'or' || joint.level > 1) return
    else {
      const [head, rest] = [said(reading, from, to - 1), said(reading, to, state.end)]
      state.doubts.push(
        question(from, state.end, `Is “${rest}” left out too?`, [
          ['left out too', `${head} or ${rest.replaceAll(',', ' or')}`],
          ['required of the others', `${head}. They ${rest}`],
        ]),
      )
      return
    }
  }
}
