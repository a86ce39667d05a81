import { type Facet } from '../../conditions/facets/facet.ts'
import {
  type Length,
  lengthOf,
  type Time,
  timesIn,
  windowOf,
  withLength,
  withoutTime,
  withTime,
} from '../../conditions/facets/windows.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import { type Change, changeOf, type Edit, replacing, replacingEach } from './edit.ts'

/** A time of one of the conditions at hand. */
export interface TimeAt {
  readonly condition: Condition
  readonly facet: Facet<Time>
}

/** What was said for a time: a window ("in the last year"), or a length that keeps its window's kind ("60 days"). */
export type SaidTime = { readonly window: Window } | { readonly length: Length }

export const timesOf = (conditions: readonly Condition[]): readonly TimeAt[] =>
  conditions.flatMap((condition) => timesIn(condition).map((facet) => ({ condition, facet })))

/** "March rather" of what was not done since October: since March, where every time at hand is open at that end. */
export function asBegun(said: SaidTime, times: readonly TimeAt[]): SaidTime {
  if (!('window' in said) || said.window.kind !== 'dates') return said
  const { from } = said.window
  const held = times.map(({ facet }) => windowOf(facet.value))
  const since =
    held.length > 0 &&
    held.every((one) => one?.kind === 'dates' && one.from !== undefined && one.to === undefined)
  return from !== undefined && since ? { window: { kind: 'dates', from } } : said
}

const SAYS = 'this time instead'

const changed = ({ condition, facet }: TimeAt, said: SaidTime): Condition | undefined =>
  'length' in said ? withLength(condition, facet, said.length) : withTime(condition, said.window, facet.path)

/**
 * "make it 60 days": in place of the time that there is, or for the condition that can have one. Of several times
 * one is chosen, or all of them where they are the same.
 */
export function setTime(
  current: Criteria,
  conditions: readonly Condition[],
  said: SaidTime,
  times = timesOf(conditions),
): Change | undefined {
  if (times.length === 0) {
    const window: Window = 'window' in said ? said.window : { kind: 'last', ...said.length }
    return changeOf(
      conditions.map((condition) => {
        const next = withTime(condition, window)
        return next && replacing(current, condition, next, 'this time')
      }),
      'Of which part should this be the time?',
    )
  }
  const every = saidOnce(said, times) ? everyTime(current, times, said) : undefined
  if (every !== undefined) return { kind: 'edit', edit: { ...every, assumed: FOR_ALL } }
  const edits = times.map((time) => editOf(current, time, changed(time, said)))
  return changeOf(
    times.length > 1 ? [...edits, everyTime(current, times, said)] : edits,
    'Which time should change?',
  )
}

/** "visited in October but did not order in October": one month, for which another by its name stands in. */
function saidOnce(said: SaidTime, times: readonly TimeAt[]): boolean {
  const windows = times.map(({ facet }) => windowOf(facet.value))
  const named = 'window' in said && [said.window, ...windows].every((one) => one?.kind === 'dates')
  return named && times.length > 1 && new Set(windows.map((one) => JSON.stringify(one))).size === 1
}

const FOR_ALL = 'The time is changed wherever the same one was said before.'

const editOf = (current: Criteria, { condition }: TimeAt, next: Condition | undefined): Edit | undefined =>
  next && replacing(current, condition, next, SAYS)

/** Every time that is there, for "make both 60 days". */
function everyTime(current: Criteria, times: readonly TimeAt[], said: SaidTime): Edit | undefined {
  const nexts = new Map<Criteria, Criteria>()
  for (const time of times) {
    // A condition with two times is chosen from one by one.
    const next = nexts.has(time.condition) ? undefined : changed(time, said)
    if (next === undefined) return undefined
    nexts.set(time.condition, next)
  }
  return replacingEach(current, nexts, SAYS)
}

export const setEveryTime = (
  current: Criteria,
  conditions: readonly Condition[],
  said: SaidTime,
): Change | undefined => changeOf([everyTime(current, timesOf(conditions), said)], SAYS)

/** "drop the time limit": of the one condition that has one and can be without. */
export const dropTime = (current: Criteria, conditions: readonly Condition[]): Change | undefined =>
  changeOf(
    timesOf(conditions).map(({ condition, facet }) => {
      const next = withoutTime(condition, facet.path)
      return next && replacing(current, condition, next, 'at any time')
    }),
    'Of which part should the time go?',
  )

/** The times that are what somebody calls the old one: "14" of "7 days, not 14". */
export const timesLike = (
  times: readonly TimeAt[],
  old: { readonly window?: Window; readonly n?: number; readonly unit?: string },
): readonly TimeAt[] =>
  times.filter(({ facet: { value } }) => {
    const length = lengthOf(value)
    if (old.n !== undefined && length !== undefined)
      return length.n === old.n && (old.unit === undefined || old.unit === length.unit)
    return old.window !== undefined && JSON.stringify(windowOf(value)) === JSON.stringify(old.window)
  })
