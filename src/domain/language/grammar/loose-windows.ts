import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { assumedBy } from './assumed.ts'
import { overWindows } from './asked.ts'
import { opening } from './brackets.ts'
import { question } from './meaning.ts'
import { span } from './span.ts'
import { rollingTiming, type Timing } from './timing.ts'
import { NEVER } from './non-buyers.ts'
import { said, wordAt } from './reading.ts'
import { type LooseWindow, note, type State } from './sentence-state.ts'
import { type Leaf, leavesIn, type Node } from './tree.ts'
import { window } from './window.ts'

/** A time that stands by itself is kept for the end: it is about whatever in the sentence can have a time. */
export function looseWindow(state: State): boolean {
  const found = window(state.reading, state.at)
  if (found === undefined || found.end > state.end || isUrged(state)) return false
  const { windows, doubts } = found.value
  if (windows.length === 0 && doubts.length === 0) return false
  state.loose.push({ timing: found.value, from: state.at, to: found.end })
  note(state, state.at, found.end, 'condition', 'when')
  state.at = found.end
  return true
}

/** "Yesterday's buyers. Now!": when it is wanted. */
const isUrged = ({ reading, at }: State): boolean =>
  wordAt(reading, at) === 'now' &&
  /^(?:[.!?]|)$/.test(wordAt(reading, at - 1)) &&
  /^(?:[.!?]|)$/.test(wordAt(reading, at + 1))

/** Each loose time goes to the one part that can have a time and has none; anything else is asked about. */
export function placeWindows(state: State, node: Node | undefined): Node | undefined {
  return state.loose.reduce<Node | undefined>((tree, loose) => placed(state, tree, loose), node)
}

function placed(state: State, node: Node | undefined, loose: LooseWindow): Node | undefined {
  const { timing, from, to } = loose
  const text = said(state.reading, from, to)
  if (timing.doubts.length > 0) {
    state.doubts.push(...timing.doubts)
    return node
  }
  const able = node === undefined ? [] : leavesIn(node).filter(({ meaning }) => isTimeless(meaning.criteria))
  const behind = able.find(({ to: end }) => end + 1 === from && opening(state.reading, end) === from)
  const front = placedFirst(state, able, loose)
  const [target, ...others] = behind === undefined ? front : [behind]
  if (
    node !== undefined &&
    others.length === 1 &&
    /^(?:both|each|all)$/.test(wordAt(state.reading, from - 1))
  )
    return ofEach(state, node, able, loose)
  // "in the last 60 days either ordered twice or spent 150": of both that "either" joins.
  const chosen = able.filter((one) => one.from >= to)
  if (node !== undefined && chosen.length > 1 && wordAt(state.reading, to) === 'either')
    return ofEach(state, node, chosen, loose)
  if (node !== undefined && front.length > 1 && (front !== able || loose.each === true))
    return ofEach(state, node, front, loose)
  // "the last one is more than 45 days back": something was to be dated, and was not read.
  const dates = /^(?:is|was|were|are)$/.test(wordAt(state.reading, from - 1))
  if (node === undefined || target === undefined || others.length > 0 || dates) {
    // What the data lacks is said first: the time was most likely of that.
    if (state.doubts.some(({ kind }) => kind === 'missing')) return node
    state.doubts.push({
      ...question(
        from,
        to,
        target === undefined || dates
          ? `“${text}”: what should have happened then?`
          : `“${text}”: which part is that the time of? Please put it right behind that part.`,
        node === undefined && state.leftovers.length === 0
          ? [
              [`ordered ${text}`, `ordered ${text}`],
              [`signed up ${text}`, `signed up ${text}`],
            ]
          : [],
      ),
      ofTime: true,
    })
    return node
  }
  const assumption = `“${text}” is read as the time of “${said(state.reading, target.from, target.to)}”.`
  state.assumptions.push(...assumedBy([...timing.assumptions, assumption], from, to))
  return replaced(node, target, {
    ...target,
    meaning: {
      ...target.meaning,
      ...given(during(target.meaning.criteria, timing)),
      assumptions: target.meaning.assumptions.filter((one) => one !== NEVER),
    },
  })
}

const OWNS = /^(?:'s|’s|'|’)$/
const EVER = /^(?:never|ever)$/
const LEADS = /^(?:in|within|inside|over|during|throughout|since|from|between|on)$/

/**
 * What a time is of that stands before it all: of those right behind it ("last week's buyers who clicked an ad", "L7D site
 * visits"), or of everything ("In the last 30 days: 3+ visits, no order"), but for what never happened.
 */
function placedFirst(state: State, able: readonly Leaf[], { from, to, each }: LooseWindow): readonly Leaf[] {
  const { reading, marks } = state
  const next = wordAt(reading, to)
  const owned = OWNS.test(next) ? able.find((one) => one.from === to + 1) : undefined
  if (owned !== undefined) return [owned]
  const first = !marks.slice(0, from).some((one) => one?.as === 'condition')
  if (each !== true && (!first || able.length < 2 || able.some((one) => one.from < to))) return able
  const timed = able.filter(
    (one) =>
      one.from >= to && !reading.tokens.slice(one.from - 1, one.to).some(({ word }) => EVER.test(word)),
  )
  if (each === true || /^[,:-]$/.test(next) || LEADS.test(wordAt(reading, from))) return timed
  const beside = timed.find((one) => one.from === to)
  return beside === undefined ? able : [beside]
}

/** "…, both since June": the time of each of the two. */
function ofEach(state: State, node: Node, able: readonly Leaf[], { timing, from, to }: LooseWindow): Node {
  const assumption = `“${said(state.reading, from, to)}” is read as the time of each of them.`
  state.assumptions.push(...assumedBy([...timing.assumptions, assumption], from, to))
  return able.reduce<Node>(
    (tree, target) =>
      replaced(tree, target, {
        ...target,
        meaning: { ...target.meaning, ...given(during(target.meaning.criteria, timing)) },
      }),
    node,
  )
}

/** The tree with another node in the place of a phrase. */
export function replaced(node: Node, target: Leaf, next: Node): Node {
  switch (node.kind) {
    case 'leaf':
      return node === target ? next : node
    case 'not':
      return { ...node, of: replaced(node.of, target, next) }
    case 'all':
    case 'any':
      return { ...node, of: node.of.map((part) => replaced(part, target, next)) }
    case 'xor':
      return { kind: 'xor', of: [replaced(node.of[0], target, next), replaced(node.of[1], target, next)] }
  }
}

type Timed = Extract<
  Condition,
  {
    type: 'orders' | 'purchases' | 'events' | 'abandoned' | 'segment' | 'company_signal' | 'person_signal'
  }
>

/** A deed without a time; dates of first and last orders have one. */
const isTimed = (criteria: Criteria | undefined): criteria is Timed =>
  criteria !== undefined &&
  isCondition(criteria) &&
  (criteria.type === 'purchases' ||
    criteria.type === 'events' ||
    criteria.type === 'abandoned' ||
    criteria.type === 'company_signal' ||
    criteria.type === 'person_signal' ||
    (criteria.type === 'segment' && criteria.was !== undefined) ||
    (criteria.type === 'orders' && criteria.during === undefined))

/** One deed, or several that are said by one phrase: "full price only". */
const isTimeless = (criteria: Criteria | undefined): boolean =>
  isTimed(criteria)
    ? criteria.within === undefined
    : criteria !== undefined && 'all' in criteria && criteria.all.every(isTimeless)

function during(criteria: Criteria | undefined, timing: Timing): Criteria | undefined {
  if (isTimed(criteria))
    return overWindows(timing, (within) => (within === undefined ? criteria : { ...criteria, within }))
  return criteria !== undefined && 'all' in criteria
    ? { ...criteria, all: criteria.all.map((part) => during(part, timing) ?? part) }
    : criteria
}

const given = (criteria: Criteria | undefined) => (criteria === undefined ? {} : { criteria })

/** "no purchase 90d": a length of time right behind a deed, as notes have it. */
export function shorthand(state: State): boolean {
  const { reading, at, marks } = state
  // "2 orders a month" is how often.
  const found = /^an?$/.test(wordAt(reading, at)) ? undefined : span(reading, at)
  if (found === undefined || found.value.bare || found.value.plus || found.end > state.end) return false
  if (
    marks[at - 1]?.as !== 'condition' ||
    /^(?:ago|apart|old|later|before|after)$/.test(reading.tokens[found.end]?.word ?? '')
  )
    return false
  const { n, unit } = found.value
  const assumption = `“${said(reading, at, found.end)}” is read as the last ${n} ${unit}${n === 1 ? '' : 's'}.`
  state.loose.push({ timing: rollingTiming({ n, unit, assumption }), from: at, to: found.end })
  note(state, at, found.end, 'condition', 'when')
  state.at = found.end
  return true
}
