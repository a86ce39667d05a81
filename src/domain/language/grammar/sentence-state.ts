import { filler, people, relative } from './fillers.ts'
import type { Joint } from './joints.ts'
import { type Mark, type Marks, mark } from './marks.ts'
import type { Doubt, Meaning } from './meaning.ts'
import type { Parser, Reading } from './reading.ts'
import type { Node } from './tree.ts'

export interface State {
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

export interface Item {
  readonly node: Node
  /** How it is joined to what stands before it. */
  readonly joint?: Joint
  readonly headed: boolean
  readonly restricting: boolean
  readonly from: number
  readonly to: number
}

export function isName(state: State, at: number): boolean {
  const start = passFillers(state, at)
  return state.unit(state.reading, start)?.value.nominal === true
}

export function leave(state: State, to: number): void {
  const last = state.leftovers.at(-1)
  note(state, state.at, to, 'not accounted for', 'not understood')
  if (last !== undefined && last[1] === state.at) last[1] = to
  else state.leftovers.push([state.at, to])
  state.at = to
}

/** Whether new people are named here: "… or people in Belgium who …". */
export function startsPeople(state: State, at: number): boolean {
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
