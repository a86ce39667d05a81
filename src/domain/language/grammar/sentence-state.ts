import type { Assumed } from './assumed.ts'
import { unheardDenial } from './denials-heard.ts'
import { unheardDoubt } from './doubts-heard.ts'
import { filler, people, relative } from './fillers.ts'
import type { Joint } from './joints.ts'
import { type Mark, type Marks, mark } from './marks.ts'
import { type Doubt, doubtful, type Meaning } from './meaning.ts'
import { phrase } from './phrase.ts'
import { type Parser, type Reading, wordAt } from './reading.ts'
import type { Timing } from './timing.ts'
import type { Leaf, Node } from './tree.ts'

/** How far what is joined goes: a clause about people ends at new people, a choice behind its last "or". */
export type Reach = 'sentence' | 'clause' | 'choice'

export interface State {
  readonly reading: Reading
  readonly unit: Parser<Meaning>
  /** Where it ends: at what was left last, once too much was. */
  end: number
  at: number
  depth: number
  readonly marks: Marks
  readonly leftovers: [number, number][]
  /** How many words may still be left unread. */
  mayLeave: number
  readonly doubts: Doubt[]
  readonly assumptions: Assumed[]
  headed: boolean
  /** “At the same time” was said of what is being read. */
  literal: boolean
  /** Times that no phrase has read: attached to what they can be about at the end. */
  readonly loose: LooseWindow[]
  /** Reads items and the joints between them from here on: what brackets and clauses hold. */
  readonly expression: (reach: Reach) => Node | undefined
  /** Reads phrases side by side, up to the next joint. */
  readonly term: () => Node | undefined
}

/** A time by itself: "France, 2+ orders, last 90 days". */
export interface LooseWindow {
  readonly timing: Timing
  readonly from: number
  readonly to: number
  /** Of each of the conditions that follow. */
  readonly each?: true
}

export interface Item {
  readonly node: Node
  /** How it is joined to what stands before it. */
  readonly joint?: Joint
  readonly headed: boolean
  readonly restricting: boolean
  readonly from: number
  readonly to: number
}

export const closing = phrase(')', ']', '}')

/** What a joint is in the receipt. */
export const SAYS: Readonly<Record<Joint['op'], string>> = {
  and: 'and',
  or: 'or',
  comma: 'and, or as the next joining word says',
  except: 'and not',
  unless: 'or else',
}

export function isName(state: State, at: number): boolean {
  const start = passFillers(state, at)
  return state.unit(state.reading, start)?.value.nominal === true
}

/** "men", "repeat buyers": a word for people begins here. */
export const namesPeople = (state: State, at: number): boolean =>
  state.unit(state.reading, passFillers(state, at))?.value.people === true

/** What the receipt says of words that nothing could read. */
export const NOT_UNDERSTOOD = 'not understood'

export function leave(state: State, to: number): void {
  const last = state.leftovers.at(-1)
  note(state, state.at, to, 'not accounted for', NOT_UNDERSTOOD)
  if (last !== undefined && last[1] === state.at) last[1] = to
  else state.leftovers.push([state.at, to])
  state.mayLeave -= to - state.at
  state.at = to
  if (state.mayLeave < 0) state.end = Math.min(state.end, to)
}

/** Whether new people are named here: "… or people in Belgium who …". */
export function startsPeople(state: State, at: number): boolean {
  let start = at
  let named = false
  for (let i = 0; i < 4; i++) {
    const head = people(state.reading, start)
    if (head >= 0 && relative(state.reading, start) < 0) return true
    // "… or in Germany who …": a name with a clause of its own.
    if (named && relative(state.reading, start) >= 0) return true
    const found = state.unit(state.reading, start)
    if (found === undefined || !isDescribing(found.value)) {
      const next = passFillers(state, start)
      if (next === start) return false
      start = next
    } else {
      named = true
      start = found.end
    }
  }
  return false
}

/** "VIPs", "repeat buyers", "in Germany": says who people are, rather than what they did. */
export const isDescribing = ({ nominal, people: named, criteria }: Meaning): boolean =>
  nominal === true ||
  named === true ||
  (criteria !== undefined && 'type' in criteria && criteria.type === 'attribute')

export function passFillers(state: State, at: number): number {
  let start = at
  for (let i = 0; i < 4; i++) {
    const next = filler(state.reading, start)
    if (next < 0 || state.unit(state.reading, start) !== undefined) break
    start = next
  }
  return start
}

export function note(state: State, from: number, to: number, as: Mark['as'], meaning: string): void {
  mark(state.marks, from, Math.min(to, state.end), as, meaning)
}

/** A phrase that was read, as a part of the sentence; what is doubtful in it is asked at the end. */
export function leaf(state: State, read: Meaning, to: number): Leaf {
  const from = state.at
  const unheard =
    read.doubts.length > 0
      ? undefined
      : (unheardDenial(state.reading, read, from, to) ?? unheardDoubt(state.reading, read, from, to))
  const meaning = unheard === undefined ? read : doubtful(unheard)
  if (meaning.people === true && !isPredicate(state.reading, from)) state.headed = true
  const doubt = meaning.doubts[0]
  if (doubt !== undefined) {
    note(state, from, to, 'not accounted for', doubt.says)
    state.doubts.push(...meaning.doubts)
  } else note(state, from, to, 'condition', '')
  state.at = to
  return { kind: 'leaf', meaning, from, to }
}

const COPULA = /^(?:are|is|were|was|be|being)$/
const LEADS = /^(?:are|is|were|was|be|being|who|that|which)$/

/** “… and are members of VIP”: what the people before are, where a word for people alone begins new ones. */
export const isPredicate = (reading: Reading, at: number): boolean =>
  COPULA.test(wordAt(reading, at)) || LEADS.test(wordAt(reading, at - 1))

/** Reads what stands before a token by itself; what is left of it stays unread. */
export function readUpTo(state: State, to: number, read: () => Node | undefined): Node | undefined {
  const whole = state.end
  state.end = to
  const node = read()
  if (state.at < to) leave(state, to)
  // Where too much was left, it ends there.
  state.end = state.mayLeave < 0 ? state.end : whole
  return node
}
