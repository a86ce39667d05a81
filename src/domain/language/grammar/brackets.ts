import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { question } from './meaning.ts'
import { phrase } from './phrase.ts'
import { type Reading, said } from './reading.ts'
import { closing, note, type State } from './sentence-state.ts'
import type { Leaf, Node } from './tree.ts'
import { window, windowBefore } from './window.ts'
import { namesProduct } from '../linking/links.ts'

/** How deep brackets and clauses may stand in each other. */
export const DEEPEST = 12

export const opening = phrase('(', '[', '{')

/** "BFCM buyers of 2024 (29 Nov to 2 Dec)": nothing but the time that was said before. */
function timeAgain(state: State, inside: number): boolean {
  const { reading, at } = state
  const again = window(reading, inside)
  const end = again === undefined ? -1 : closing(reading, again.end)
  const before = end < 0 ? undefined : windowBefore(reading, at)
  if (before?.end !== at || JSON.stringify(before.value.windows) !== JSON.stringify(again?.value.windows))
    return false
  note(state, at, end, 'ignored', 'the time again')
  state.at = end
  return true
}

/** What stands in brackets, which were opened before `inside`. */
export function bracketed(state: State, inside: number): Node | undefined {
  if (timeAgain(state, inside)) return undefined
  note(state, state.at, inside, 'ignored', 'a bracket')
  state.at = inside
  if (state.depth >= DEEPEST) {
    state.doubts.push(question(inside - 1, inside, 'These brackets are nested too deeply to be read.'))
    return undefined
  }
  state.depth++
  const node = state.expression('sentence')
  state.depth--
  const end = closing(state.reading, state.at)
  if (end >= 0 && state.at < state.end) {
    note(state, state.at, end, 'ignored', 'a bracket')
    state.at = end
  }
  return node?.kind === 'leaf' ? { ...node, bracketed: true } : node
}

/**
 * "coffee people (Coffee or Coffee Gear)", "shoe buyers (Running Shoe or Trail Shoe)": products by their names alone say
 * which ones were meant before the brackets, and are not bought beside them.
 */
export function saidMoreExactly(before: Node | undefined, inner: Node, { reading }: State): Node | undefined {
  if (before?.kind !== 'leaf' || inner.kind !== 'leaf') return undefined
  const [loose, exact] = [before.meaning.criteria, inner.meaning.criteria]
  const named = reading.links.at(inner.from).some(namesProduct)
  if (!named || opening(reading, before.to) !== inner.from) return undefined
  if (!isPurchase(loose) || !isPurchase(exact)) return undefined
  const { type: _type, match, of, ...more } = exact
  const plain = match === 'any' && (loose.match === 'any' || loose.match === 'none')
  if (!plain || loose.except !== undefined || Object.keys(more).length > 0) return undefined
  const assumption = `“${wordsOf(reading, inner)}” is read as what is meant by “${wordsOf(reading, before)}”.`
  const assumptions = [...before.meaning.assumptions, assumption]
  return { ...before, to: inner.to, meaning: { ...before.meaning, criteria: { ...loose, of }, assumptions } }
}

const wordsOf = (reading: Reading, { from, to }: Leaf): string => said(reading, from, to)

const isPurchase = (criteria: Criteria | undefined): criteria is Extract<Condition, { type: 'purchases' }> =>
  criteria !== undefined && isCondition(criteria) && criteria.type === 'purchases'
