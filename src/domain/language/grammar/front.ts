import { isCondition } from '../../criteria/node.ts'
import { framingOf } from '../intents/framing.ts'
import { isDeed } from './deeds-apart.ts'
import { exclusion } from './exclusion.ts'
import { people, relative } from './fillers.ts'
import { type Joint, jointAt } from './joints.ts'
import { fieldsIn, isOnly } from './left-out.ts'
import { question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { said } from './reading.ts'
import { note, passFillers, readUpTo, SAYS, type State } from './sentence-state.ts'
import type { Node } from './tree.ts'

/**
 * "Unless they’re wholesale, give me …", "Apart from staff and VIPs, anyone who …", "Provided they accept e-mail, …": a
 * clause that stands before those of whom it is said. It ends at its comma, so that nobody of the main clause is left
 * out with it.
 */
export function frontClause(state: State, joint: Joint): Node | undefined {
  const from = state.at
  // "Exclude: staff, wholesale" is a heading, and a list.
  if (HEADING.some((at) => state.reading.tokens[joint.end + at]?.word === ':')) return undefined
  const ranked = beforeRank(state, joint)
  const comma = ranked ?? endOfFront(state, joint.end)
  if (comma === undefined) return undefined
  const leavesOut = joint.op === 'except' || joint.op === 'unless'
  note(state, from, joint.end, 'condition', leavesOut ? SAYS.except : SAYS.and)
  state.at = joint.end
  const whole = state.end
  const node = readUpTo(state, comma, () => (leavesOut ? exclusion(state) : state.expression('clause')))
  const next = skip(state.reading, comma + 1, then)
  const { start, framed } = framingOf(state.reading, next, whole)
  const main = framed ? start : next
  note(state, comma, comma + 1, 'ignored', 'ends the clause before it')
  note(state, comma + 1, main, 'command', 'find them')
  state.at = main
  if (node === undefined) return undefined
  return leavesOut ? { kind: 'not', of: node } : node
}

const HEADING = [-1, 0]
/** "Exclude staff, then give me …" */
const then = phrase('and? then|now|next', 'and')

/** "Exclude staff from the top 100 spenders": those are wanted, without the staff. */
function beforeRank(state: State, { op, end }: Joint): number | undefined {
  if (op !== 'except') return undefined
  for (let i = end + 1; i < Math.min(state.end, end + MOST_LEFT_OUT); i++) {
    if (!/^(?:from|of)$/.test(state.reading.tokens[i]?.word ?? '')) continue
    const criteria = state.unit(state.reading, passFillers(state, i + 1))?.value.criteria
    if (criteria !== undefined && isCondition(criteria) && criteria.type === 'rank') return i
  }
  return undefined
}

/** So many words name whom somebody leaves out, at most. */
const MOST_LEFT_OUT = 10

/** The comma before the main clause. Where it could be one of several, it is asked. */
function endOfFront(state: State, from: number): number | undefined {
  const { tokens } = state.reading
  const commas: number[] = []
  // "Leave out staff: top 100 spenders", and not "leave out the following: staff, wholesale".
  const heads = (colon: number): boolean => {
    if (startsMain(state, colon + 1)) return true
    const named = state.unit(state.reading, passFillers(state, from))
    return named !== undefined && named.end <= colon
  }
  let depth = 0
  for (let i = from; i < state.end; i++) {
    const { word = '', kind } = tokens[i] ?? {}
    if (kind === 'quoted') continue
    if (word === '(') depth++
    if (word === ')') depth--
    if (depth < 0 || (depth === 0 && /^[.;!?]$/.test(word))) break
    if (depth !== 0 || i === from || i + 1 >= state.end) continue
    if (word === ',' || (word === ':' && heads(i))) commas.push(i)
  }
  const fields = fieldsAt(state, from)
  const main = commas.find(
    (comma) =>
      startsMain(state, comma + 1) ||
      isOnly(state, comma + 1) ||
      (fields !== undefined && (fieldsAt(state, comma + 1) ?? fields) !== fields),
  )
  if (main !== undefined) return main
  const last = commas.at(-1)
  if (last !== undefined && commas.length === 1) askListed(state, from, last)
  if (last === undefined || commas.length === 1) return last
  // "Apart from A, B and C, …": a list that has come to its end.
  const listed = tokens.slice(commas.at(-2), last).some(({ word }) => word === 'and' || word === 'or')
  if (!listed)
    state.doubts.push(
      question(from, last, 'Where does that end, and whom do you want? Please say them in two sentences.'),
    )
  return last
}

/** "Exclude anyone who visited, ordered or clicked": what stands behind the comma may be left out as well. */
function askListed(state: State, from: number, comma: number): void {
  const { reading, end } = state
  const who = people(reading, from - 1) >= 0 ? from : people(reading, from)
  if (relative(reading, Math.max(who, from)) < 0) return
  const next = state.unit(reading, passFillers(state, comma + 1))
  const joint = next === undefined ? undefined : jointAt(reading, next.end)
  if (next === undefined || joint?.op !== 'or' || joint.level > 1 || !isDeed(next.value)) return
  const [one, more] = [said(reading, from, comma), said(reading, comma + 1, end)]
  state.doubts.push({
    ...question(from, end, `Is “${more}” left out too, or asked for?`, [
      ['left out too', `${one} or ${more.replaceAll(',', ' or')}`],
      ['asked for', `${more}, but not ${one}`],
    ]),
    understood: true,
  })
}

/** What is tested of companies or people there: "except agencies, in France" goes on with something else. */
function fieldsAt(state: State, at: number): string | undefined {
  if (state.reading.entity === 'customer') return undefined
  const criteria = state.unit(state.reading, passFillers(state, at))?.value.criteria
  return criteria && fieldsIn(criteria)
}

/** "give me …", "anyone who …", "French customers …" */
function startsMain(state: State, behind: number): boolean {
  const at = skip(state.reading, behind, then)
  if (framingOf(state.reading, at, state.end).framed) return true
  let start = passFillers(state, at)
  for (let i = 0; i < 3; i++) {
    if (people(state.reading, start) >= 0 && relative(state.reading, start) < 0) return true
    const found = state.unit(state.reading, start)
    if (found?.value.people === true) return true
    if (found?.value.nominal !== true) return false
    start = found.end
    if (relative(state.reading, start) >= 0) return true
  }
  return false
}
