import { non, only } from './fillers.ts'
import { jointAt } from './joints.ts'
import { type Meaning, question, UNKNOWN_PLACES } from './meaning.ts'
import { phrase } from './phrase.ts'
import { wordAt } from './reading.ts'
import { leaf, note, type State } from './sentence-state.ts'
import type { Node } from './tree.ts'

const every = phrase('every|each|any single?', 'every last|one of? the|our?')

/** "every US customer": all of those that the name behind it stands for. */
export function everyName(state: State): boolean {
  const { reading, at } = state
  const end = every(reading, at)
  const found = end < 0 ? undefined : state.unit(reading, end)
  if (found?.value.nominal !== true && found?.value.people !== true) return false
  note(state, at, end, 'ignored', 'the people asked about')
  state.at = end
  return true
}

/** "non-VIPs", "no wholesale customers": a name with a word of denial before it. */
export function negatedName(state: State, nodes: Node[]): boolean {
  const denied = non(state.reading, state.at)
  const found = denied < 0 ? undefined : state.unit(state.reading, denied)
  if (found?.value.nominal !== true) return false
  const nonWord = wordAt(state.reading, state.at) === 'non'
  note(state, state.at, denied, 'condition', 'not')
  state.at = denied
  const named = leaf(state, found.value, found.end)
  if (isPlace(found.value) && nonWord)
    state.assumptions.push({ says: UNKNOWN_PLACES, from: denied, to: found.end })
  nodes.push({ kind: 'not', of: named })
  return true
}

const isPlace = ({ criteria }: Meaning): boolean =>
  criteria !== undefined &&
  'type' in criteria &&
  criteria.type === 'attribute' &&
  /^(?:country|region|city)$/.test(criteria.field)

/** "opened an e-mail only": nothing but that, or just these people? */
export function onlyBehind(state: State, before: Node | undefined): boolean {
  const end = only(state.reading, state.at)
  if (end < 0 || before?.kind !== 'leaf' || before.to !== state.at || !isDone(before.meaning)) return false
  // "online orders only", of those at hand, counts these orders.
  if (isOrders(before.meaning) && !SAYS_THEY.test(wordAt(state.reading, before.from))) return false
  if (end < state.end && jointAt(state.reading, end) === undefined) return false
  const says = 'Does “only” mean nothing but that, or just the people who did it?'
  state.doubts.push(question(state.at, end, says, [['just the people who did it', '']]))
  note(state, state.at, end, 'not accounted for', says)
  state.at = end
  return true
}

const isDone = ({ criteria }: Meaning): boolean =>
  criteria !== undefined &&
  'type' in criteria &&
  (criteria.type === 'events' || criteria.type === 'purchases' || isOrders({ criteria }))

const SAYS_THEY = /^(?:with|having|have|has|had|who|placed|made|bought|ordered|purchased|shopped|used)$/

/** Orders of some kind, or of some time. */
const isOrders = ({ criteria }: Pick<Meaning, 'criteria'>): boolean =>
  criteria !== undefined &&
  'type' in criteria &&
  criteria.type === 'orders' &&
  (criteria.where ?? criteria.within) !== undefined
